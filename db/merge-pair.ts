import { sql } from 'drizzle-orm'
import type { Tx } from '@/db/as'
import { type MergeRow, mergeIds, mergeRows } from '@/db/merge-row'
import { lastChange } from '@/db/write/last-change'
import { type MergeFacts, type MergeNoun, refuseMerge } from '@/domain/merge/merge'
import { type Conflict, conflict, gone, type Outcome, refused } from '@/domain/outcome'
import type { Permit } from '@/domain/policy/permit'

export type Pair = { kept: MergeRow; other: MergeRow }
/** Which of the two was changed since it was on the screen, by whom and when. */
export type ChangedSince = { number: string; version: number; by: string; at: string }

/** The two, as far as they may be merged by this person; with `lock` they are held, lower id first, so that two who merge the same pair wait and do not block each other. */
export async function pairOf(
  tx: Tx,
  noun: MergeNoun,
  permit: Permit,
  { kept, other }: { kept: string; other: string },
  lock = false,
): Promise<Pair | { no: Outcome<never, never> }> {
  if (kept === other) return { no: refused('merge.refused.itself') }
  const ids = await mergeIds(tx, noun, kept, other)
  if (!ids) return { no: gone() }
  const rows = await mergeRows(tx, noun, [ids.kept, ids.other], lock)
  const pair = {
    kept: rows.find(({ id }) => id === ids.kept),
    other: rows.find(({ id }) => id === ids.other),
  }
  if (!pair.kept || !pair.other) return { no: refused('common.not_permitted') }
  const held: Pair = { kept: pair.kept, other: pair.other }
  const no = refuseMerge(noun, permit.actor, held, await factsOf(tx, noun, permit, held))
  return no ? { no } : held
}

/** Another version than the one on the screen: nothing is merged that the person has not seen. */
export async function changedSince(
  tx: Tx,
  { kept, other }: Pair,
  seen: { version: number; otherVersion: number },
): Promise<Conflict<ChangedSince> | null> {
  const changed = kept.version !== seen.version ? kept : other.version !== seen.otherVersion ? other : null
  if (!changed) return null
  return conflict({ number: changed.number, version: changed.version, ...(await lastChange(tx, changed)) })
}

async function factsOf(tx: Tx, noun: MergeNoun, permit: Permit, { kept, other }: Pair): Promise<MergeFacts> {
  const asked = {
    deal: sql`select exists (select 1 from stage_proposals where deal_id = ${other.id} and decided_at is null) as so`,
    lead: sql`select merge_lead_has_deal(${other.id}) as so`,
  }
  const [row] = noun === 'deal' || noun === 'lead' ? await tx.execute<{ so: boolean }>(asked[noun]) : []
  return {
    elsewhere: await hasCasesElsewhere(tx, noun, permit, [kept.id, other.id]),
    otherWaits: noun === 'deal' && Boolean(row?.so),
    otherHasDeal: noun === 'lead' && Boolean(row?.so),
  }
}

/** Whether a living lead or deal of a desk that is not the actor's hangs on one of these companies or contacts. */
export async function hasCasesElsewhere(
  tx: Tx,
  noun: MergeNoun,
  { actor }: Permit,
  ids: number[],
): Promise<boolean> {
  if (actor.role === 'director' || noun === 'lead' || noun === 'deal') return false
  const [row] = await tx.execute<{ elsewhere: boolean }>(
    sql`select merge_elsewhere(${noun}, ${`{${ids.join(',')}}`}::bigint[]) as elsewhere`,
  )
  return Boolean(row?.elsewhere)
}
