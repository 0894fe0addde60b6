import { getTranslations } from 'next-intl/server'
import { Button } from '@/components/button'
import { Icon } from '@/components/icon'
import { Checkbox } from '@/components/inputs'
import { Section } from '@/components/page'
import { Popover } from '@/components/popover'
import { getTags } from '@/db/read/tag'
import type { Permit } from '@/domain/policy/permit'
import type { TagNoun } from '@/domain/tag/tag'
import { setTagsAction } from './tag-action'
import { TagMarks } from './tag-marks'

/** What a record is marked with; whoever may, ticks others. A plain form: it works without JavaScript. */
export async function RecordTags(props: {
  permit: Permit<'lead.read' | 'deal.read' | 'company.read'>
  noun: TagNoun
  record: { id: number; number: string }
  may: boolean
}) {
  const { permit, noun, record, may } = props
  const [t, common, { on, all }] = await Promise.all([
    getTranslations('tag'),
    getTranslations('common.act'),
    getTags(permit, { noun, id: record.id }),
  ])
  if (!may && on.length === 0) return null
  const opener = (
    <>
      <Icon name="tag" small />
      {t('change')}
    </>
  )
  return (
    <Section
      title={t('title')}
      aside={
        may ? (
          <Popover
            opener={opener}
            openerClass="btn btn-quiet btn-s"
            align="end"
            shortcut="t"
            panelClass="min-w-56"
          >
            {all.length === 0 ? (
              <p className="p-2 text-13 text-ink-2">{t('noneYet')}</p>
            ) : (
              <form action={setTagsAction} className="grid gap-2 p-2">
                <input type="hidden" name="number" value={record.number} />
                <fieldset className="max-h-72 overflow-auto">
                  <legend className="text-12 text-ink-2">{t('choose')}</legend>
                  {all.map(({ id, name }) => (
                    <Checkbox
                      key={id}
                      name="tags[]"
                      value={id}
                      label={name}
                      defaultChecked={on.some(tag => tag.id === id)}
                    />
                  ))}
                </fieldset>
                <Button type="submit" small look="outlined">
                  {common('apply')}
                </Button>
              </form>
            )}
          </Popover>
        ) : null
      }
    >
      {on.length > 0 ? <TagMarks tags={on} /> : <p className="text-13 text-ink-3">{t('none')}</p>}
    </Section>
  )
}
