import type { Chore } from './chore'

/** Tells, once each, of procedures that are overdue and of holds whose review date has come (db/sql/47_procedure.sql). */
export const dealDue: Chore = {
  name: 'deal_due',
  every: 600,
  async run(tx) {
    const [row] = await tx<{ told: number }[]>`select tell_overdue_procedures() + tell_holds_over() as told`
    return row?.told ?? 0
  },
}
