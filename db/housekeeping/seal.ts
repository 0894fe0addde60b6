import type { TransactionSql } from 'postgres'
import { batchSealOf, sealOf } from '@/domain/log/seal'
import type { Chore } from './chore'
import { chainOf, contentOf, microseconds } from './line'

const MOST = 1_000

/**
 * Seals the lines of the log that wait for it, each after the last of its record, a thousand at a time. All batches of a
 * run carry its moment: what is sealed by a later run was written about then or after.
 */
export const seal: Chore = {
  name: 'seal',
  every: 0,
  async run(tx) {
    const [run] = await tx<Run[]>`
      select t::text as at, ${microseconds(tx, 't')} as micros from clock_timestamp() t`
    let sealed = 0
    let last = '0'
    for (let batch = MOST; run && batch === MOST; sealed += batch) {
      const lines = await sealBatch(tx, run, last)
      batch = lines.length
      last = lines.at(-1)?.id ?? last
    }
    return sealed
  },
}

type Run = { at: string; micros: string }
type Line = { id: string; noun: string; record_id: string; content: string }

/** Begins after the last line of the batch before: what this transaction has taken off the queue still lies in its index. */
async function sealBatch(tx: TransactionSql, run: Run, after: string): Promise<readonly Line[]> {
  const lines = await tx<Line[]>`
    select l.id, l.noun, coalesce(l.record_id, 0) as record_id, ${contentOf(tx)} as content
    from log_queue q join log_entries l on l.id = q.entry_id
    where q.entry_id > ${after} and l.at < ${run.at}::text::timestamptz + interval '30 seconds' order by q.entry_id limit ${MOST}`
  if (lines.length === 0) return lines
  const heads = await headsOf(tx, lines)
  const seals = lines.map(({ id, noun, record_id, content }) => {
    const chain = chainOf(noun, record_id)
    const head = heads.get(chain) ?? { lines: 0, seal: '' }
    const position = head.lines + 1
    const next = { lines: position, seal: sealOf(head.seal, position, content) }
    heads.set(chain, next)
    return { entry_id: id, noun, record_id, position, seal: next.seal }
  })
  await keep(tx, run, seals)
  return lines
}

type Head = { lines: number; seal: string }

async function headsOf(tx: TransactionSql, lines: readonly Line[]): Promise<Map<string, Head>> {
  const nouns = lines.map(line => line.noun)
  const records = lines.map(line => line.record_id)
  const rows = await tx<(Head & { noun: string; record_id: string })[]>`
    select noun, record_id, lines, seal from log_heads
    where (noun, record_id) in (select * from unnest(${nouns}::text[], ${records}::bigint[]))`
  return new Map(rows.map(({ noun, record_id, ...head }) => [chainOf(noun, record_id), head]))
}

type Sealed = { entry_id: string; noun: string; record_id: string; position: number; seal: string }

async function keep(tx: TransactionSql, run: Run, seals: readonly Sealed[]) {
  const [last] = await tx<
    { id: string; seal: string }[]
  >`select id, seal from log_batches order by id desc limit 1`
  const id = Number(last?.id ?? 0) + 1
  const lines = seals.map(({ entry_id, seal }) => ({ entryId: Number(entry_id), seal }))
  const batchSeal = batchSealOf(last?.seal ?? '', { id, at: run.micros, lines })
  const rows = JSON.stringify(seals)
  await tx`insert into log_batches (id, at, lines, seal) values (${id}, ${run.at}::text::timestamptz, ${lines.length}, ${batchSeal})`
  await tx`insert into log_seals (entry_id, noun, record_id, position, seal, batch_id)
    select entry_id, noun, record_id, position, seal, ${id}
    from jsonb_to_recordset(${rows}::text::jsonb) as s(entry_id bigint, noun text, record_id bigint, position int, seal text)`
  await tx`insert into log_heads (noun, record_id, lines, seal)
    select distinct on (noun, record_id) noun, record_id, position, seal
    from jsonb_to_recordset(${rows}::text::jsonb) as s(noun text, record_id bigint, position int, seal text)
    order by noun, record_id, position desc
    on conflict (noun, record_id) do update set lines = excluded.lines, seal = excluded.seal`
  await tx`delete from log_queue where entry_id = any(${lines.map(line => line.entryId)}::bigint[])`
}
