import { sql } from 'drizzle-orm'
import type { Tx } from '@/db/as'
import type { FactKind } from '@/domain/fact/fact'

export type FactLine = {
  fact: FactKind
  /** Of stage and status. */
  value?: string | null
  deskId?: number | null
  totalMinor?: bigint | null
  totalCurrency?: string | null
  totalRate?: string | null
  totalCny?: bigint | null
  effectiveOn: string
  reasonCode?: string | null
  reason?: string | null
  opening?: boolean
}

const table = { lead: sql`lead_facts`, deal: sql`deal_facts` }
const key = { lead: sql`lead_id`, deal: sql`deal_id` }

/**
 * The next line of a dated fact: the line that stood ends where this one begins. The caller has checked that it does
 * not begin before it (`factBegan`) nor in the future; the exclusion constraint refuses what overlaps.
 */
export async function stateFact(tx: Tx, noun: 'lead' | 'deal', id: number, line: FactLine): Promise<void> {
  await tx.execute(sql`
    update ${table[noun]} set effective_until = ${line.effectiveOn}::date
    where ${key[noun]} = ${id} and fact = ${line.fact} and superseded_at is null and effective_until is null`)
  await tx.execute(sql`
    insert into ${table[noun]} (${key[noun]}, fact, value, desk_id, total_minor, total_currency, total_rate, total_cny,
      effective_on, recorded_by, reason_code, reason, opening)
    values (${id}, ${line.fact}, ${line.value ?? null}, ${line.deskId ?? null}, ${line.totalMinor?.toString() ?? null},
      ${line.totalCurrency ?? null}, ${line.totalRate ?? null}, ${line.totalCny?.toString() ?? null},
      ${line.effectiveOn}, viewer_id(), ${line.reasonCode ?? null}, ${line.reason ?? null}, ${line.opening ?? false})`)
}

/** The same for many records at once, a line of one fact each. */
export async function stateFacts(
  tx: Tx,
  noun: 'lead' | 'deal',
  lines: readonly (FactLine & { id: number })[],
): Promise<void> {
  await tx.execute(sql`
    update ${table[noun]} f set effective_until = l."effectiveOn"
    from jsonb_to_recordset(${asJson(lines)}::jsonb) l(id bigint, fact text, "effectiveOn" date)
    where f.${key[noun]} = l.id and f.fact = l.fact and f.superseded_at is null and f.effective_until is null`)
  await openFacts(tx, noun, lines)
}

/**
 * The first lines of new records, each ending where the next of the same fact begins; by one statement. The caller gives
 * them in their order.
 */
export async function openFacts(
  tx: Tx,
  noun: 'lead' | 'deal',
  lines: readonly (FactLine & { id: number })[],
): Promise<void> {
  await tx.execute(sql`
    insert into ${table[noun]} (${key[noun]}, fact, value, desk_id, total_minor, total_currency, total_rate, total_cny,
      effective_on, effective_until, recorded_by, reason_code, reason, opening)
    select id, fact, value, "deskId", "totalMinor", "totalCurrency", "totalRate", "totalCny", "effectiveOn",
      lead("effectiveOn") over (partition by id, fact order by at), viewer_id(), "reasonCode", reason, coalesce(opening, false)
    from jsonb_to_recordset(${asJson(lines)}::jsonb) l(at int, id bigint, fact text, value text, "deskId" bigint,
      "totalMinor" bigint, "totalCurrency" text, "totalRate" numeric, "totalCny" bigint, "effectiveOn" date,
      "reasonCode" text, reason text, opening boolean)
    order by at`)
}

const asJson = (lines: readonly (FactLine & { id: number })[]) =>
  JSON.stringify(
    lines.map(({ totalMinor, totalCny, ...line }, at) => ({
      at,
      ...line,
      totalMinor: totalMinor?.toString(),
      totalCny: totalCny?.toString(),
    })),
  )

/** The day on which the line that stands now began; null when the fact was never stated. */
export async function factBegan(
  tx: Tx,
  noun: 'lead' | 'deal',
  id: number,
  fact: FactKind,
): Promise<string | null> {
  const [row] = await tx.execute<{ on: string }>(sql`
    select to_char(effective_on, 'YYYY-MM-DD') as on from ${table[noun]}
    where ${key[noun]} = ${id} and fact = ${fact} and superseded_at is null and effective_until is null`)
  return row?.on ?? null
}

/** Takes the last line back (an undone move): it is superseded, never erased, and the line before it stands again. */
export async function takeBackFact(
  tx: Tx,
  noun: 'lead' | 'deal',
  id: number,
  fact: FactKind,
  reason: string,
): Promise<void> {
  const [last] = await tx.execute<{ id: string; on: string }>(sql`
    update ${table[noun]} set superseded_at = now(), reason = ${reason}
    where ${key[noun]} = ${id} and fact = ${fact} and superseded_at is null and effective_until is null
    returning id, to_char(effective_on, 'YYYY-MM-DD') as on`)
  if (!last) return
  await tx.execute(sql`
    update ${table[noun]} set effective_until = null
    where id = (select id from ${table[noun]} where ${key[noun]} = ${id} and fact = ${fact} and superseded_at is null
      and effective_until = ${last.on}::date order by effective_on desc, id desc limit 1)`)
}
