import { type NoticeDay, workCalendar } from '@/domain/calendar/china'
import { addWorkingDays } from '@/domain/calendar/working-day'
import type { Chore } from './chore'

/** So many of each kind a run: what is left comes in the next. */
const MOST = 300

/** Clocks that have run out: into the record of their desk, and told to its heads, once each. */
export const missClocks: Chore = {
  name: 'clock_overdue',
  every: 60,
  async run(tx) {
    const [row] = await tx<{ n: number }[]>`select miss_clocks(${MOST}) as n`
    return Number(row?.n ?? 0)
  },
}

/** Clocks that run out on the next working day: told to their officer, once each. */
export const warnOfClocks: Chore = {
  name: 'clock_soon',
  every: 300,
  async run(tx) {
    const [row] = await tx<{ calendar: { today: string; entered: NoticeDay[] } }[]>`
      select clock_calendar() as calendar`
    if (!row) return 0
    const until = addWorkingDays(row.calendar.today, 1, workCalendar(row.calendar.entered))
    const [told] = await tx<{ n: number }[]>`select warn_of_clocks(${until}::date, ${MOST}) as n`
    return Number(told?.n ?? 0)
  },
}
