import { getFormatter, getTranslations } from 'next-intl/server'
import { ListKeys } from '@/components/list-keys'
import type { CalendarEntry, CalendarFound } from '@/db/read/calendar'
import type { IsoDate } from '@/domain/calendar/date'
import { type CalendarAsked, calendarSearch, eachDay } from '@/domain/calendar/view'
import { naming } from '../naming'
import { EntryLine } from './entry-line'

type Grid = CalendarFound & {
  asked: CalendarAsked
  days: { first: IsoDate; last: IsoDate }
  /** 'YYYY-MM' of the month that is shown, null for a week. */
  month: string | null
}

/** Whole weeks from Monday to Sunday; on a phone the days that hold something, one below the other. */
export async function CalendarGrid({ entries, totals, unusual, asked, days, month }: Grid) {
  const [t, format] = await Promise.all([getTranslations('calendar'), getFormatter()])
  const all = eachDay(days.first, days.last)
  const weeks = Array.from({ length: all.length / 7 }, (_, week) => all.slice(week * 7, week * 7 + 7))
  const byDay = new Map<IsoDate, CalendarEntry[]>()
  for (const entry of entries) byDay.set(entry.on, [...(byDay.get(entry.on) ?? []), entry])
  return (
    <ListKeys>
      <table className={`cal${month ? '' : ' cal-week'}`}>
        <caption className="sr-only">{t('title')}</caption>
        <thead>
          <tr>
            {all.slice(0, 7).map(day => (
              <th key={day} scope="col">
                {format.dateTime(new Date(`${day}T00:00:00Z`), { timeZone: 'UTC', weekday: 'short' })}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {weeks.map(week => (
            <tr key={week[0]}>
              {week.map(day => (
                <CalendarDay
                  key={day}
                  day={day}
                  entries={byDay.get(day) ?? []}
                  total={totals.get(day) ?? 0}
                  mark={unusual.get(day)}
                  asked={asked}
                  outside={month !== null && !day.startsWith(month)}
                />
              ))}
            </tr>
          ))}
        </tbody>
      </table>
    </ListKeys>
  )
}

type Day = {
  day: IsoDate
  entries: readonly CalendarEntry[]
  total: number
  mark: 'off' | 'made_up' | undefined
  asked: CalendarAsked
  outside: boolean
}

async function CalendarDay({ day, entries, total, mark, asked, outside }: Day) {
  const [t, names, format] = await Promise.all([getTranslations('calendar'), naming(), getFormatter()])
  const href = `/calendar${calendarSearch(asked, { view: 'day', from: day })}`
  const weekday = format.dateTime(new Date(`${day}T00:00:00Z`), { timeZone: 'UTC', weekday: 'short' })
  const more = total - entries.length
  return (
    <td
      data-now={day === names.today || undefined}
      data-outside={outside || undefined}
      data-empty={total === 0 || undefined}
    >
      <a
        className="day-no"
        href={href}
        aria-label={names.fullDay(day)}
        aria-current={day === names.today ? 'date' : undefined}
      >
        <span className="wide">{Number(day.slice(8)) === 1 ? names.day(day) : Number(day.slice(8))}</span>
        <span className="narrow">
          {names.day(day)} {weekday}
        </span>
      </a>
      {mark ? <span className="off">{t(mark)}</span> : null}
      {entries.length > 0 ? (
        <ul>
          {entries.map(entry => (
            <EntryLine
              key={`${entry.kind}${entry.clock}${entry.record ?? entry.id}${entry.on}`}
              entry={entry}
              late={day < names.today}
              whose={asked.whose}
            />
          ))}
        </ul>
      ) : null}
      {more > 0 ? (
        <a className="day-more" href={href} aria-label={t('moreOf', { date: names.day(day), count: more })}>
          {t('more', { count: more })}
        </a>
      ) : null}
    </td>
  )
}
