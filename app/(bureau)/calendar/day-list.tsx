import { getTranslations } from 'next-intl/server'
import { ListKeys } from '@/components/list-keys'
import type { CalendarEntry } from '@/db/read/calendar'
import type { IsoDate } from '@/domain/calendar/date'
import { naming } from '../naming'
import { EntryLine } from './entry-line'

/** All of one day. */
export async function DayList(props: {
  day: IsoDate
  entries: readonly CalendarEntry[]
  totals: ReadonlyMap<IsoDate, number>
}) {
  const { day, entries, totals } = props
  const [t, names] = await Promise.all([getTranslations('calendar'), naming()])
  const total = totals.get(day) ?? 0
  return (
    <ListKeys>
      <ul className="cal-day">
        {entries.map(entry => (
          <EntryLine
            key={`${entry.kind}${entry.clock}${entry.record ?? entry.id}`}
            entry={entry}
            late={day < names.today}
            whose="all"
            long
          />
        ))}
      </ul>
      {total > entries.length ? <p className="note">{t('most', { count: entries.length })}</p> : null}
    </ListKeys>
  )
}
