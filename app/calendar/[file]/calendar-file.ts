import ical from 'ical-generator'
import type { CalendarEntry } from '@/db/read/calendar'
import { addDays, type IsoDate } from '@/domain/calendar/date'
import { calendarClocks } from '@/domain/calendar/view'
import { type Locale, nameIn } from '@/domain/user/user'
import type { Messages } from '@/i18n/nouns'

type Asked = {
  entries: readonly CalendarEntry[]
  /** What the calendar is called beside its kind: the zone. */
  zone: string
  timezone: string
  locale: Locale
  words: Messages['calendar']
  /** Where the records are: `https://crm.example`. */
  origin: string
}

/**
 * iCalendar (RFC 5545) in the person's language: an all-day event a line, an event of several days once. Days are the
 * zone's, without a time zone, so that no calendar moves them. Its text changes only when what it says does.
 */
export function calendarFile({ entries, zone, timezone, locale, words, origin }: Asked): string {
  const calendar = ical({
    name: `${zone} · ${words.title}`,
    prodId: { company: 'Zhaoshang', product: 'calendar', language: locale },
    timezone: null,
    ttl: 3_600,
  })
  calendar.x('X-WR-TIMEZONE', timezone)
  const known = new Set<string>()
  for (const entry of entries) {
    const id = uidOf(entry)
    if (known.has(id)) continue
    known.add(id)
    const beside = [words.kind[entry.kind], entry.record, entry.kind === 'step' ? entry.name : null]
    calendar.createEvent({
      id: `${id}@zhaoshang`,
      start: midnight(entry.from),
      end: midnight(addDays(entry.until, 1)),
      allDay: true,
      stamp: midnight(entry.from),
      summary: titleOf(entry, locale, words),
      description: beside.filter(Boolean).join(' · '),
      url: `${origin}${pathOf(entry)}`,
    })
  }
  return calendar.toString()
}

const midnight = (day: IsoDate) => new Date(`${day}T00:00:00Z`)

function titleOf(entry: CalendarEntry, locale: Locale, { feed }: Messages['calendar']): string {
  if (entry.kind === 'clock')
    return feed.clock[calendarClocks.find(kind => kind === entry.clock) ?? 'other'].replace(
      '{name}',
      entry.title,
    )
  if (entry.kind === 'event') return nameIn(locale, entry.title, entry.names)
  return `${entry.done ? '✓ ' : ''}${entry.title}`
}

/** The same line keeps its name when its day or its words change. */
function uidOf({ kind, clock, record, id, on, coming }: CalendarEntry): string {
  if (kind === 'task') return coming ? `task-${id}-${on}` : `task-${id}`
  return kind === 'clock' ? `clock-${clock}-${record}` : `${kind}-${record}`
}

function pathOf({ kind, id, record }: CalendarEntry): string {
  if (kind === 'task') return `/tasks/${id}`
  if (kind === 'event') return `/events/${record}`
  return `/${record?.startsWith('D') ? 'deals' : 'leads'}/${record}`
}
