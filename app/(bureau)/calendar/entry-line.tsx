import { getTranslations } from 'next-intl/server'
import { Icon, type IconName } from '@/components/icon'
import type { CalendarEntry } from '@/db/read/calendar'
import { type CalendarOwner, calendarClocks } from '@/domain/calendar/view'
import { nameIn } from '@/domain/user/user'
import { naming } from '../naming'

const icons: Record<CalendarEntry['kind'], IconName> = {
  event: 'ticket',
  clock: 'clock',
  step: 'arrow-right',
  task: 'list-checks',
}

/** One line of a day, which opens its record. `late`: the day is past and it is not done. */
export async function EntryLine(props: {
  entry: CalendarEntry
  late: boolean
  whose: CalendarOwner
  long?: boolean
}) {
  const { entry, whose, long } = props
  const [t, names] = await Promise.all([getTranslations('calendar'), naming()])
  const late = props.late && !entry.done && entry.kind !== 'event'
  const title = await titleOf(entry, names.locale)
  const person = whose === 'mine' || entry.kind === 'event' ? '' : names.person(entry.personId)
  const beside = [entry.kind === 'step' ? entry.name : null, person].filter(Boolean).join(' · ')
  const whole = [`${t(`kind.${entry.kind}`)}${names.colon}${title}`, beside, entry.coming ? t('repeats') : '']
    .filter(Boolean)
    .join(' · ')
  return (
    <li
      data-row
      data-kind={entry.kind}
      data-late={late || undefined}
      data-done={entry.done || undefined}
      data-coming={entry.coming || undefined}
    >
      <a href={hrefOf(entry)} title={whole}>
        <Icon name={icons[entry.kind]} small label={t(`kind.${entry.kind}`)} />
        <span className="what">{title}</span>
        {long && beside ? <span className="beside">{beside}</span> : null}
      </a>
    </li>
  )
}

async function titleOf(entry: CalendarEntry, locale: Parameters<typeof nameIn>[0]): Promise<string> {
  if (entry.kind === 'event') return nameIn(locale, entry.title, entry.names)
  if (entry.kind !== 'clock') return entry.title
  const t = await getTranslations('calendar.feed.clock')
  const clock = calendarClocks.find(kind => kind === entry.clock) ?? 'other'
  return t(clock, { name: entry.title })
}

function hrefOf({ kind, id, record }: CalendarEntry): string {
  if (kind === 'task') return `/tasks/${id}`
  if (kind === 'event') return `/events/${record}`
  return `/${record?.startsWith('D') ? 'deals' : 'leads'}/${record}${kind === 'clock' ? '#clock' : '#next-step'}`
}
