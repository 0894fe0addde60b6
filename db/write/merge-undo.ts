import { eq, sql } from 'drizzle-orm'
import { record, type Tx, write } from '@/db/as'
import type { Pair } from '@/db/merge-pair'
import { tableOf } from '@/db/merge-row'
import { merges } from '@/db/schema/merge'
import { type Kept, putBack } from '@/domain/merge/choose'
import type { UndoMergeInput } from '@/domain/merge/input'
import type { MergeNoun } from '@/domain/merge/merge'
import { done, type Outcome, refused } from '@/domain/outcome'
import type { Permit } from '@/domain/policy/permit'
import { withCreditCode } from './company-fault'
import { keep } from './merge-keep'
import { changesSaid, tellDetails } from './merge-say'
import { undoable } from './merge-undoable'

/** `number`: the one that stands again. `stayed`: fields that were changed since the merge, and so stay; `linksStayed`: links that were moved on since. */
export type Unmerged = { kept: string; number: string; merge: number; stayed: string[]; linksStayed: number }
type Answer = Promise<Outcome<Unmerged>>

export async function undoMergeCompany(permit: Permit<'company.undo_merge'>, input: UndoMergeInput): Answer {
  return undoMerge('company', permit, input)
}
export async function undoMergeContact(permit: Permit<'contact.undo_merge'>, input: UndoMergeInput): Answer {
  return undoMerge('contact', permit, input)
}
export async function undoMergeLead(permit: Permit<'lead.undo_merge'>, input: UndoMergeInput): Answer {
  return undoMerge('lead', permit, input)
}
export async function undoMergeDeal(permit: Permit<'deal.undo_merge'>, input: UndoMergeInput): Answer {
  return undoMerge('deal', permit, input)
}

/** The second record stands again with its links; what was changed since stays as it is and is named. */
function undoMerge(noun: MergeNoun, permit: Permit, { merge: id }: UndoMergeInput): Answer {
  return write(permit, async tx => {
    const pair = await undoable(tx, noun, permit, id)
    if ('no' in pair) return pair.no
    const { kept, other, values } = pair
    const { set, back, stayed } = putBack(noun, kept, values)
    const taken = noun === 'company' && (await codeTaken(tx, pair, set))
    if (taken) return taken
    const changes = await changesSaid(tx, noun, kept, { ...kept, ...set }, back)
    const leaving = peopleLeaving(pair, values.after)
    await show(tx, noun, permit, pair, () =>
      keep(tx, noun, permit, pair, { ...set, ...leaving }, { undo: true }),
    )
    await tx
      .update(merges)
      .set({ undoneAt: sql`now()`, undoneBy: permit.actor.id, stayed })
      .where(eq(merges.id, id))
    const [row] = await tx.execute<{ n: string }>(sql`select return_merge_links(${id}) as n`)
    const linksStayed = Number(row?.n ?? 0)
    await record(tx, noun, kept.id, {
      other: other.number,
      name: other.name,
      ...(stayed.length > 0 && { stayed }),
      ...(linksStayed > 0 && { linksStayed }),
      ...(Object.keys(changes.open).length > 0 && { changes: changes.open }),
    })
    await record(tx, noun, other.id, { apart: kept.number, name: kept.name })
    await tellDetails(tx, kept.id, changes)
    return done({ kept: kept.number, number: other.number, merge: id, stayed, linksStayed })
  })
}

/** A credit code belongs to one living company: not to this one again, if another has it by now. */
async function codeTaken(tx: Tx, { kept, other }: Pair, set: Record<string, unknown>) {
  const code = other.creditCode as string | null
  const keeps = ('creditCode' in set ? set.creditCode : kept.creditCode) as string | null
  if (code !== null && code === keeps)
    return refused('company.credit_code_taken', { values: { name: kept.name, number: kept.number } })
  for (const [asked, id] of [
    [code, kept.id],
    [keeps === kept.creditCode ? null : keeps, kept.id],
  ] as const) {
    const holder = await withCreditCode(tx, asked, id)
    if (holder) return refused('company.credit_code_taken', { values: holder })
  }
  return null
}

/** Who came with the other goes with it, but for one who has become the case officer since. */
function peopleLeaving({ kept }: Pair, { team = [], readers = [] }: Kept) {
  const left = (ids: readonly number[] = [], going: unknown[]) =>
    ids.filter(id => !going.includes(id) || id === kept.caseOfficerId)
  return {
    ...(team.length > 0 && { teamIds: left(kept.teamIds, team) }),
    ...(readers.length > 0 && { readerIds: left(kept.readerIds, readers) }),
  }
}

/**
 * In this order: no longer merged, so that the kept one is not found by its names; then the kept one, which gives back
 * what belongs to one alone (a credit code); then no longer deleted.
 */
async function show(tx: Tx, noun: MergeNoun, permit: Permit, { other }: Pair, between: () => Promise<void>) {
  const table = tableOf(noun)
  await tx.update(table).set({ mergedInto: null }).where(eq(table.id, other.id))
  await between()
  await tx
    .update(table)
    .set({
      deletedAt: null,
      deletedBy: null,
      version: other.version + 1,
      updatedAt: sql`now()`,
      updatedBy: permit.actor.id,
    })
    .where(eq(table.id, other.id))
}
