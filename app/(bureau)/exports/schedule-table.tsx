import { getFormatter, getTranslations } from 'next-intl/server'
import { Button, LinkButton } from '@/components/button'
import { Form, type FormAction, Submit } from '@/components/form'
import { StatusChip } from '@/components/marks'
import { PlainTable } from '@/components/table'
import type { ExportSchedule } from '@/db/read/export'
import { formWords } from '@/i18n/form-words'
import { naming } from '../naming'
import { deleteScheduleAction, restoreScheduleAction, switchScheduleAction } from './actions'
import { Failure } from './failure'
import { weekdayWord } from './weekday'

const columns = ['name', 'filter', 'last', 'state', 'act'] as const

/** What is made again on its days: when it last was, when it will be, on or off. */
export async function ScheduleTable({ schedules }: { schedules: readonly ExportSchedule[] }) {
  const [t, names] = await Promise.all([getTranslations('export'), naming()])
  return (
    <PlainTable
      caption={t('schedules')}
      cards
      head={columns.map(key => (
        <th key={key} scope="col">
          {t(`column.${key}`)}
        </th>
      ))}
    >
      {schedules.map(schedule => (
        <tr key={schedule.id}>
          <td className="nm c1">
            {schedule.name}
            <span className="block text-12 text-ink-2">
              {t(`format.${schedule.format}`)} · <RhythmWords schedule={schedule} />
            </span>
          </td>
          <td className="wrap-anywhere c2">
            <ListOf schedule={schedule} />
          </td>
          <td className="w">{schedule.lastOn ? names.day(schedule.lastOn) : t('never')}</td>
          <td className="cr">
            <StatusChip tone={schedule.active ? 'green' : 'quiet'}>
              {t(schedule.active ? 'active' : 'paused')}
            </StatusChip>
            {schedule.active ? (
              <span className="block text-12 text-ink-2">
                {t('edit.nextOn', { date: names.day(schedule.nextOn) })}
              </span>
            ) : null}
          </td>
          <td className="c3">
            {schedule.failed ? (
              <div className="mb-1 flex flex-wrap items-center gap-2">
                <Failure state="failed" reason={schedule.failed.reason} />
              </div>
            ) : null}
            <ScheduleActs schedule={schedule} />
          </td>
        </tr>
      ))}
    </PlainTable>
  )
}

async function ListOf({ schedule }: { schedule: ExportSchedule }) {
  const [t, nav] = await Promise.all([getTranslations('export'), getTranslations('frame.nav')])
  return (
    <a className="link" href={`/${schedule.list}${schedule.search}`}>
      {nav(schedule.list)} · {schedule.words || t('whole')}
    </a>
  )
}

async function RhythmWords({ schedule: { every, on } }: { schedule: ExportSchedule }) {
  const [t, format, { locale }] = await Promise.all([getTranslations('export.on'), getFormatter(), naming()])
  const day = every === 'weekly' ? weekdayWord(format, on ?? 1, locale === 'en' ? 'long' : 'short') : ''
  return t(every, { day, date: String(on ?? '') })
}

async function ScheduleActs({ schedule: { id, name, active } }: { schedule: ExportSchedule }) {
  const [t, common, words] = await Promise.all([
    getTranslations('export'),
    getTranslations('common.act'),
    formWords(),
  ])
  return (
    <div className="flex flex-wrap gap-2">
      <LinkButton
        look="plain"
        small
        href={`/exports?edit=${id}#edit`}
        aria-label={t('edit.editOne', { name })}
      >
        {t('edit.edit')}
      </LinkButton>
      <form action={switchScheduleAction}>
        <input type="hidden" name="id" value={id} />
        <input type="hidden" name="active" value={active ? '0' : '1'} />
        <Button type="submit" look="plain" small aria-label={`${t(active ? 'turnOff' : 'turnOn')} ${name}`}>
          {t(active ? 'turnOff' : 'turnOn')}
        </Button>
      </form>
      <Form
        action={deleteScheduleAction as FormAction}
        words={words}
        hidden={{ id }}
        says={{
          text: t('said.deleted'),
          undo: { label: common('undo'), action: restoreScheduleAction.bind(null, id) },
        }}
      >
        <Submit look="plain" small aria-label={`${t('delete')} ${name}`}>
          {t('delete')}
        </Submit>
      </Form>
    </div>
  )
}
