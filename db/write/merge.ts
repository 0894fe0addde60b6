import { eq, sql } from 'drizzle-orm'
import { record, type Tx, write } from '@/db/as'
import { type ChangedSince, changedSince, type Pair, pairOf } from '@/db/merge-pair'
import { tableOf } from '@/db/merge-row'
import { merges, mergeValues } from '@/db/schema/merge'
import { choose } from '@/domain/merge/choose'
import type { MergeInput } from '@/domain/merge/input'
import type { MergeNoun } from '@/domain/merge/merge'
import { done, type Outcome } from '@/domain/outcome'
import type { Permit } from '@/domain/policy/permit'
import { capitalFault } from './capital-merge'
import { circleFault, keep, peopleJoining } from './merge-keep'
import { type ChangesSaid, changesSaid, tellDetails } from './merge-say'

/** `merge`: for the undo. `moved`: how many links moved, by table. */
export type Merged = { number: string; merge: number; moved: Record<string, number> }
type Answer = Promise<Outcome<Merged, ChangedSince>>
type Asked = Omit<MergeInput, 'seenAt'>

export async function mergeCompany(permit: Permit<'company.merge'>, input: Asked): Answer {
  return mergeRecords('company', permit, input)
}
export async function mergeContact(permit: Permit<'contact.merge'>, input: Asked): Answer {
  return mergeRecords('contact', permit, input)
}
export async function mergeLead(permit: Permit<'lead.merge'>, input: Asked): Answer {
  return mergeRecords('lead', permit, input)
}
export async function mergeDeal(permit: Permit<'deal.merge'>, input: Asked): Answer {
  return mergeRecords('deal', permit, input)
}

/**
 * One of two: the other goes out of every list and figure and leads to the kept one, whose fields are as chosen; what
 * hung on the other hangs on it. Who changed one of the two meanwhile is shown first. Undone within 30 days.
 */
function mergeRecords(noun: MergeNoun, permit: Permit, input: Asked): Answer {
  return write(
    permit,
    async tx => {
      const pair = await pairOf(tx, noun, permit, input, true)
      if ('no' in pair) return pair.no
      const changed = await changedSince(tx, pair, input)
      if (changed) return changed
      const chosen = choose(noun, pair.kept, pair.other, input.choices)
      if (chosen.kind === 'invalid') return chosen
      const fault =
        (noun === 'company' && (await circleFault(tx, pair, chosen.set))) ||
        (noun === 'deal' && (await capitalFault(tx, pair.kept, pair.other)))
      if (fault) return fault
      const joining = peopleJoining(pair)
      const changes = await changesSaid(
        tx,
        noun,
        pair.kept,
        { ...pair.kept, ...chosen.set },
        Object.keys(chosen.after),
      )
      await hide(tx, noun, permit, pair)
      await keep(tx, noun, permit, pair, { ...chosen.set, ...joining.set })
      const merge = await enter(tx, noun, permit, pair, {
        before: { ...chosen.before, ...joining.before },
        after: { ...chosen.after, ...joining.after },
      })
      const [row] = await tx.execute<{ moved: Record<string, number> }>(
        sql`select move_merge_links(${merge}) as moved`,
      )
      const moved = row?.moved ?? {}
      await tell(tx, noun, pair, { changes, moved })
      return done({ number: pair.kept.number, merge, moved })
    },
    input.submission,
  )
}

async function hide(tx: Tx, noun: MergeNoun, permit: Permit, { kept, other }: Pair) {
  const table = tableOf(noun)
  await tx
    .update(table)
    .set({
      deletedAt: sql`now()`,
      deletedBy: permit.actor.id,
      mergedInto: kept.id,
      version: other.version + 1,
      updatedAt: sql`now()`,
      updatedBy: permit.actor.id,
    })
    .where(eq(table.id, other.id))
}

async function enter(
  tx: Tx,
  noun: MergeNoun,
  permit: Permit,
  { kept, other }: Pair,
  values: { before: Record<string, unknown[]>; after: Record<string, unknown[]> },
): Promise<number> {
  const [row] = await tx
    .insert(merges)
    .values({ noun, keptId: kept.id, mergedId: other.id, mergedBy: permit.actor.id })
    .returning({ id: merges.id })
  if (!row) throw new Error('a merge was entered without an id')
  await tx.insert(mergeValues).values({ mergeId: row.id, ...values })
  return row.id
}

/** A line on both, since each keeps its own log. */
async function tell(
  tx: Tx,
  noun: MergeNoun,
  { kept, other }: Pair,
  { changes, moved }: { changes: ChangesSaid; moved: Record<string, number> },
) {
  await record(tx, noun, kept.id, {
    other: other.number,
    name: other.name,
    moved,
    ...(Object.keys(changes.open).length > 0 && { changes: changes.open }),
  })
  await record(tx, noun, other.id, { into: kept.number, name: kept.name })
  await tellDetails(tx, kept.id, changes)
}
