import type { Chore } from './chore'

/** Plans a run: what is left comes in the next. */
const MOST = 300

/** Tells officer and heads of what was expected and did not come, once (db/sql/48_capital.sql). */
export const tellOverdueCapital: Chore = {
  name: 'capital_overdue',
  every: 300,
  async run(tx) {
    const [row] = await tx<{ told: number }[]>`select tell_overdue_capital(${MOST}) as told`
    return row?.told ?? 0
  },
}
