import { getTranslations } from 'next-intl/server'
import { LinkButton } from '@/components/button'
import { Field } from '@/components/field'
import { Form, Submit } from '@/components/form'
import { Checkbox, Radios, TextInput } from '@/components/inputs'
import { DeskDot } from '@/components/marks'
import type { DeskSetting } from '@/db/read/desk'
import { formWords } from '@/i18n/form-words'
import { NameFields } from '../name-fields'
import { createDeskAction, editDeskAction } from './actions'

const colours = [0, 1, 2, 3, 4, 5, 6, 7]

/** A desk's names and colour; a new one takes the next colour. */
export async function DeskForm({ desk, next }: { desk?: DeskSetting; next: number }) {
  const [t, common] = await Promise.all([getTranslations('setting.desk'), getTranslations('common')])
  return (
    <Form
      key={`${desk?.id}-${desk?.version}`}
      action={desk ? editDeskAction : createDeskAction}
      words={await formWords()}
      hidden={desk && { id: desk.id, version: desk.version }}
      className="grid gap-4"
      aria-label={desk ? t('edit') : t('create')}
    >
      <h2 className="text-16">{desk ? t('edit_one', { name: desk.name }) : t('create')}</h2>
      <Field name="name" label={t('name')} required={common('say.required')}>
        <TextInput defaultValue={desk?.name} maxLength={60} lang="zh-Hans" />
      </Field>
      <NameFields names={desk?.names} max={60} />
      <Field name="colour" label={t('colour')} group hint={t('colour_hint')}>
        <Radios
          look="buttons"
          defaultValue={String(desk?.colour ?? next)}
          options={colours.map(colour => ({
            value: String(colour),
            label: (
              <span className="flex items-center gap-1.5">
                <DeskDot colour={colour} />
                {colour + 1}
              </span>
            ),
          }))}
        />
      </Field>
      {desk ? (
        <Field name="active" label={t('work')} group>
          <Checkbox
            name="active"
            value="on"
            label={t('active')}
            note={t('active_note')}
            defaultChecked={desk.active}
          />
        </Field>
      ) : null}
      <div className="form-foot">
        <Submit>{common('act.save')}</Submit>
        <LinkButton href="/admin/desks">{common('act.cancel')}</LinkButton>
      </div>
    </Form>
  )
}
