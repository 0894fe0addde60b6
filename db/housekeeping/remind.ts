import type { Chore } from './chore'

/** Reminds people of their tasks, once each, on the morning that they asked for (db/sql/45_task.sql). */
export const remind: Chore = {
  name: 'remind',
  every: 60,
  async run(tx) {
    const [row] = await tx<{ told: number }[]>`select remind_tasks() as told`
    return row?.told ?? 0
  },
}
