import { getTranslations } from 'next-intl/server'
import { signedIn } from '@/access/page'
import { LinkButton } from '@/components/button'
import { Field } from '@/components/field'
import { Form, type FormAction, Submit } from '@/components/form'
import { Select } from '@/components/inputs'
import type { ExportSchedule } from '@/db/read/export'
import { mayExport } from '@/domain/export/export'
import { formWords } from '@/i18n/form-words'
import { listSetting } from '../list-asked'
import { naming } from '../naming'
import { editScheduleAction } from './actions'
import { ScheduleFields } from './schedule-fields'

/** Below the schedules: what is made, of which filter (as it is, of all, of a kept view), how often. */
export async function ScheduleEdit({ schedule }: { schedule: ExportSchedule }) {
  const { id, version, name, list, format, search, every, on } = schedule
  const [t, common, words, { views }, names, actor] = await Promise.all([
    getTranslations('export'),
    getTranslations('common.act'),
    formWords(),
    listSetting(list),
    naming(),
    signedIn(),
  ])
  const filters = [
    { value: search, label: t('edit.keepFilter', { words: schedule.words || t('whole') }) },
    { value: '', label: t('whole') },
    ...views.map(view => ({ value: view.search, label: t('edit.byView', { name: view.name }) })),
  ]
  const owners = names.ref.people
    .filter(person => person.active && mayExport(person, list))
    .map(({ id }) => ({ value: String(id), label: names.person(id) }))
  const title = t('edit.editOne', { name })
  return (
    <div id="edit" className="box mt-3 max-w-160 scroll-mt-24 no-print">
      <Form
        key={`${id}-${version}`}
        action={editScheduleAction as FormAction}
        words={words}
        hidden={{ id, version, list }}
        className="schedule grid gap-4"
        aria-label={title}
      >
        <h3 className="text-14">{title}</h3>
        <Field
          name="search"
          label={t('column.filter')}
          hint={
            <>
              <a className="link" href={`/${list}${search}`}>
                {t('edit.adjust')}
              </a>{' '}
              {t('edit.adjustHint')}
            </>
          }
        >
          <Select
            defaultValue={search}
            options={filters.filter(({ value }, at) => filters.findIndex(one => one.value === value) === at)}
          />
        </Field>
        <Field name="ownerId" label={t('edit.owner')} hint={t('edit.ownerHint')}>
          <Select defaultValue={String(actor.id)} options={owners} />
        </Field>
        <ScheduleFields name={name} list={list} format={format} every={every} on={on} />
        <div className="form-foot">
          <Submit>{common('save')}</Submit>
          <LinkButton look="quiet" href="/exports#schedules">
            {common('cancel')}
          </LinkButton>
        </div>
      </Form>
    </div>
  )
}
