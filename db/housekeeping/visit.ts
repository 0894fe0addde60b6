import type { Chore } from './chore'

/** Tells those who receive a visit tomorrow. Looks often: one that is entered in the afternoon is told as well. */
export const visit: Chore = {
  name: 'visit',
  every: 600,
  async run(tx) {
    const [row] = await tx<{ told: number }[]>`select tell_visits() as told`
    return row?.told ?? 0
  },
}
