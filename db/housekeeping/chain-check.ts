import { batchSealOf, sealOf } from '@/domain/log/seal'
import { chainOf } from './line'

/**
 * What does not fit: `line` was changed or taken away, `added` was not written when it says, `seal`, `head` and `batch`
 * are of the seals themselves. `entryId` is null where it is not about one line.
 */
export type Tampering = {
  what: 'line' | 'added' | 'seal' | 'head' | 'batch'
  record: string
  entryId: number | null
}

/** A seal with its line and its batch, as far as they are there. Moments are microseconds since 1970. */
export type SealedLine = {
  entry_id: string
  noun: string
  record_id: string
  position: number
  seal: string
  batch_id: string
  content: string | null
  at: string | null
  batch_at: string | null
  batch_seal: string | null
}

/** A line may be this much older than the run before the one that sealed it: no transaction takes as long. In µs. */
const LATE = 600_000_000n
/** A clock may be set back a little. */
const EARLY = 60_000_000n

/** Whether a line of this moment may have waited for a run at `sealedAt` when the run before was at `before`. */
export const isTimely = (at: bigint, before: bigint | null, sealedAt: bigint) =>
  at <= sealedAt + EARLY && (before === null || at >= before - LATE)

type Head = { lines: number; seal: string }
type Batch = {
  id: number
  at: string
  seal: string | null
  lines: { entryId: number; seal: string }[]
}

/** Takes the sealed lines in the order in which they were sealed, and remembers of each record the end of its chain. */
export class ChainCheck {
  readonly tampered: Tampering[] = []
  readonly heads = new Map<string, Head>()
  last = { id: 0, at: null as bigint | null, seal: '' }
  sealed = 0
  #batch: Batch | undefined
  /** The run before that of the batch: a run may have several. */
  #before: bigint | null = null

  take(row: SealedLine) {
    const batch = this.#batchOf(row)
    const entryId = Number(row.entry_id)
    batch.lines.push({ entryId, seal: row.seal })
    const record = chainOf(row.noun, row.record_id)
    const what = this.#faultOf(row, this.heads.get(record) ?? { lines: 0, seal: '' }, BigInt(batch.at))
    if (what) this.tampered.push({ what, record, entryId })
    // what follows is held against the seal that stands there, so that one edit is told once
    this.heads.set(record, { lines: row.position, seal: row.seal })
    this.sealed++
  }

  endBatch() {
    const batch = this.#batch
    if (!batch) return
    const right = batch.id === this.last.id + 1 && batch.seal === batchSealOf(this.last.seal, batch)
    if (!right) this.tampered.push({ what: 'batch', record: `batch ${batch.id}`, entryId: null })
    this.last = { id: batch.id, at: BigInt(batch.at), seal: batch.seal ?? '' }
    this.#batch = undefined
  }

  #batchOf(row: SealedLine): Batch {
    if (this.#batch?.id === Number(row.batch_id)) return this.#batch
    this.endBatch()
    const at = row.batch_at ?? '0'
    if (this.last.at !== BigInt(at)) this.#before = this.last.at
    this.#batch = { id: Number(row.batch_id), at, seal: row.batch_seal, lines: [] }
    return this.#batch
  }

  #faultOf(row: SealedLine, head: Head, sealedAt: bigint): Tampering['what'] | null {
    if (row.content === null || row.seal !== sealOf(head.seal, row.position, row.content)) return 'line'
    if (row.position !== head.lines + 1) return 'seal'
    return isTimely(BigInt(row.at ?? 0), this.#before, sealedAt) ? null : 'added'
  }
}
