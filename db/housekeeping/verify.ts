import type { Sql, TransactionSql } from 'postgres'
import { batchSealOf, sealOf } from '@/domain/log/seal'
import type { Chore } from './chore'
import { chainOf, contentOf, microseconds } from './line'

/**
 * What does not fit: `line` was changed or taken away, `added` was not written when it says, `seal`, `head` and `batch`
 * are of the seals themselves. `entryId` is null where it is not about one line.
 */
export type Tampering = {
  what: 'line' | 'added' | 'seal' | 'head' | 'batch'
  record: string
  entryId: number | null
}
/** `last` is the seal over everything: whoever noted it elsewhere can tell a log that was rewritten as a whole. */
export type LogVerdict = { sealed: number; waiting: number; last: string | null; tampered: Tampering[] }

/** A line may be this much older than the run before the one that sealed it: no transaction takes as long. In µs. */
const LATE = 600_000_000n
/** A clock may be set back a little. */
const EARLY = 60_000_000n

type Row = {
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

/**
 * Reads the whole log beside its seals, in the order in which it was sealed; memory grows with the number of records,
 * not of lines. Call it in one snapshot (repeatable read). What it cannot know: see docs/operations.md.
 */
export async function verifyLog(tx: TransactionSql): Promise<LogVerdict> {
  const tampered: Tampering[] = []
  const heads = new Map<string, { lines: number; seal: string }>()
  let sealed = 0
  let batch:
    | { id: number; at: string; seal: string | null; lines: { entryId: number; seal: string }[] }
    | undefined
  let last = { id: 0, at: null as bigint | null, seal: '' }
  /** The run before that of the batch: a run may have several. */
  let before: bigint | null = null

  const endBatch = () => {
    if (!batch) return
    const right = batch.id === last.id + 1 && batch.seal === batchSealOf(last.seal, batch)
    if (!right) tampered.push({ what: 'batch', record: `batch ${batch.id}`, entryId: null })
    last = { id: batch.id, at: BigInt(batch.at), seal: batch.seal ?? '' }
    batch = undefined
  }
  const look = (row: Row) => {
    const entryId = Number(row.entry_id)
    if (batch && batch.id !== Number(row.batch_id)) endBatch()
    if (!batch) {
      batch = { id: Number(row.batch_id), at: row.batch_at ?? '0', seal: row.batch_seal, lines: [] }
      if (last.at !== BigInt(batch.at)) before = last.at
    }
    batch.lines.push({ entryId, seal: row.seal })
    const record = chainOf(row.noun, row.record_id)
    const head = heads.get(record) ?? { lines: 0, seal: '' }
    if (row.content === null || row.seal !== sealOf(head.seal, row.position, row.content))
      tampered.push({ what: 'line', record, entryId })
    else if (row.position !== head.lines + 1) tampered.push({ what: 'seal', record, entryId })
    else if (!isTimely(BigInt(row.at ?? 0), before, BigInt(batch.at)))
      tampered.push({ what: 'added', record, entryId })
    heads.set(record, { lines: row.position, seal: row.seal })
    sealed++
  }

  const rows = tx<Row[]>`
    select s.entry_id, s.noun, s.record_id, s.position, s.seal, s.batch_id, ${contentOf(tx)} as content,
      ${microseconds(tx, 'l.at')} as at, ${microseconds(tx, 'b.at')} as batch_at, b.seal as batch_seal
    from log_seals s left join log_entries l on l.id = s.entry_id left join log_batches b on b.id = s.batch_id
    order by s.batch_id, s.entry_id`
  for await (const some of rows.cursor(1_000)) some.forEach(look)
  endBatch()
  tampered.push(...(await strayHeads(tx, heads)), ...(await strayBatches(tx, last.id)))
  const { waiting, added } = await unsealed(tx, last.at)
  return { sealed, waiting, last: last.seal || null, tampered: [...tampered, ...added] }
}

const isTimely = (at: bigint, before: bigint | null, sealedAt: bigint) =>
  at <= sealedAt + EARLY && (before === null || at >= before - LATE)

async function strayHeads(tx: TransactionSql, heads: Map<string, { lines: number; seal: string }>) {
  const stray: Tampering[] = []
  const rows = tx<{ noun: string; record_id: string; lines: number; seal: string }[]>`
    select noun, record_id, lines, seal from log_heads`
  for await (const some of rows.cursor(1_000))
    for (const { noun, record_id, lines, seal } of some) {
      const record = chainOf(noun, record_id)
      const found = heads.get(record)
      if (found?.lines !== lines || found.seal !== seal) stray.push({ what: 'head', record, entryId: null })
      heads.delete(record)
    }
  return [...stray, ...[...heads.keys()].map(record => ({ what: 'head' as const, record, entryId: null }))]
}

/** Runs of which no seal is left. */
async function strayBatches(tx: TransactionSql, lastId: number): Promise<Tampering[]> {
  const rows = await tx<{ id: string }[]>`
    select id from log_batches b where id > ${lastId} or lines <> (select count(*) from log_seals s where s.batch_id = b.id)`
  return rows.map(({ id }) => ({ what: 'batch', record: `batch ${id}`, entryId: null }))
}

/** Lines without a seal: those of the last seconds wait for it, older ones were put in beside record(). */
async function unsealed(tx: TransactionSql, lastAt: bigint | null) {
  const [now] = await tx<{ at: string }[]>`select ${microseconds(tx, 'clock_timestamp()')} as at`
  const rows = await tx<{ id: string; record: string; at: string | null }[]>`
    select l.id, l.noun || ' ' || coalesce(l.record_id, 0) as record, ${microseconds(tx, 'l.at')} as at
    from log_entries l where not exists (select from log_seals s where s.entry_id = l.id)
    union all
    select q.entry_id, 'log', null from log_queue q where not exists (select from log_entries l where l.id = q.entry_id)`
  const added: Tampering[] = rows
    .filter(({ at }) => at === null || !isTimely(BigInt(at), lastAt, BigInt(now?.at ?? 0)))
    .map(({ id, record, at }) => ({ what: at === null ? 'line' : 'added', record, entryId: Number(id) }))
  return { waiting: rows.length - added.length, added }
}

/** Once a day; what was tampered with stands in the doctor's report and on the server's console. */
export const verify: Chore = {
  name: 'verify',
  every: 86_400,
  reads: true,
  async run(tx) {
    const { sealed, tampered } = await verifyLog(tx)
    if (tampered.length > 0) throw new Error(`the log was tampered with: ${tamperedWords(tampered)}`)
    return sealed
  },
}

/** The first few, for a line of text. */
export function tamperedWords(tampered: readonly Tampering[], most = 5): string {
  const words = tampered
    .slice(0, most)
    .map(({ what, record, entryId }) => `${record}${entryId === null ? '' : ` line ${entryId}`} (${what})`)
  return words.join(', ') + (tampered.length > most ? ` and ${tampered.length - most} more` : '')
}

/** In one snapshot, by whatever connection may read the log. */
export const verifyBy = (sql: Sql): Promise<LogVerdict> =>
  sql.begin('isolation level repeatable read', tx => verifyLog(tx)) as Promise<LogVerdict>
