import type { Sql, TransactionSql } from 'postgres'
import { ChainCheck, isTimely, type SealedLine, type Tampering } from './chain-check'
import type { Chore } from './chore'
import { chainOf, contentOf, microseconds } from './line'

/** `last` is the seal over everything: noted elsewhere, it tells a log that was sealed anew as a whole. */
export type LogVerdict = { sealed: number; waiting: number; last: string | null; tampered: Tampering[] }

/**
 * Reads the whole log beside its seals; memory grows with the number of records, not of lines. Call it in one snapshot
 * (repeatable read). What it cannot know: see docs/operations.md.
 */
export async function verifyLog(tx: TransactionSql): Promise<LogVerdict> {
  const check = new ChainCheck()
  const rows = tx<SealedLine[]>`
    select s.entry_id, s.noun, s.record_id, s.position, s.seal, s.batch_id, ${contentOf(tx)} as content,
      ${microseconds(tx, 'l.at')} as at, ${microseconds(tx, 'b.at')} as batch_at, b.seal as batch_seal
    from log_seals s left join log_entries l on l.id = s.entry_id left join log_batches b on b.id = s.batch_id
    order by s.batch_id, s.entry_id`
  for await (const some of rows.cursor(1_000)) for (const row of some) check.take(row)
  check.endBatch()
  const { sealed, last } = check
  const { waiting, added } = await unsealed(tx, last.at)
  const tampered = [
    ...check.tampered,
    ...(await strayHeads(tx, check)),
    ...(await strayBatches(tx, last.id)),
    ...added,
  ]
  return { sealed, waiting, last: last.seal || null, tampered }
}

async function strayHeads(tx: TransactionSql, { heads }: ChainCheck): Promise<Tampering[]> {
  const left = new Map(heads)
  const stray: string[] = []
  const rows = tx<{ noun: string; record_id: string; lines: number; seal: string }[]>`
    select noun, record_id, lines, seal from log_heads`
  for await (const some of rows.cursor(1_000))
    for (const { noun, record_id, lines, seal } of some) {
      const record = chainOf(noun, record_id)
      const end = left.get(record)
      if (end?.lines !== lines || end.seal !== seal) stray.push(record)
      left.delete(record)
    }
  return [...stray, ...left.keys()].map(record => ({ what: 'head', record, entryId: null }))
}

/** Runs of which seals are missing, or no seal is left. */
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
