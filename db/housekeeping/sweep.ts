import { clearArrivals } from '@/db/file/arrival'
import { store } from '@/db/file/chosen'
import type { Chore } from './chore'

/** So many a run: each is a call of a store that may be far away, and other chores wait. */
const MOST = 20
/** Longer than any upload takes. */
const BROKEN_OFF_MS = 24 * 3_600_000

/** Contents that no row refers to, and files of uploads that broke off. A content goes before its row is given up. */
export const sweep: Chore = {
  name: 'sweep',
  every: 600,
  async run(tx) {
    const loose = await tx<{ digest: string }[]>`select drop_loose_contents(${MOST}) as digest`
    const kept = store()
    for (const { digest } of loose) await kept.delete(digest)
    return loose.length + (await clearArrivals(BROKEN_OFF_MS))
  },
}
