import type { Chore } from './chore'

/** Notifications that were put off come back on their morning; all of them in a few words to those who look. */
export const wake: Chore = {
  name: 'wake',
  every: 0,
  async run(tx) {
    const [row] = await tx<{ woken: number }[]>`select wake_notifications() as woken`
    return row?.woken ?? 0
  },
}
