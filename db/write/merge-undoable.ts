import { eq, sql } from 'drizzle-orm'
import type { Tx } from '@/db/as'
import { hasCasesElsewhere, type Pair } from '@/db/merge-pair'
import { mergeRows } from '@/db/merge-row'
import { merges, mergeValues } from '@/db/schema/merge'
import type { Kept } from '@/domain/merge/choose'
import { type MergeNoun, mayMerge, UNDO_DAYS } from '@/domain/merge/merge'
import { gone, type Outcome, refused } from '@/domain/outcome'
import type { Permit } from '@/domain/policy/permit'

export type Undoable = Pair & { values: { before: Kept; after: Kept } }

/** The two, held; or why this merge is not undone: too late, done already, or the kept one is merged or deleted since. */
export async function undoable(
  tx: Tx,
  noun: MergeNoun,
  permit: Permit,
  id: number,
): Promise<Undoable | { no: Outcome<never> }> {
  const found = async () => {
    const late = sql<boolean>`merged_at < now() - make_interval(days => ${UNDO_DAYS})`
    const [row] = await tx
      .select({
        noun: merges.noun,
        keptId: merges.keptId,
        mergedId: merges.mergedId,
        undoneAt: merges.undoneAt,
        late,
      })
      .from(merges)
      .where(eq(merges.id, id))
    return row
  }
  const seen = await found()
  if (!seen || seen.noun !== noun) return { no: gone() }
  const rows = await mergeRows(tx, noun, [seen.keptId, seen.mergedId], true)
  const kept = rows.find(row => row.id === seen.keptId)
  const other = rows.find(row => row.id === seen.mergedId)
  if (!kept || !other) return { no: refused('common.not_permitted') }
  // once more, now that both are held: another may have been faster
  const merge = await found()
  if (!merge || merge.undoneAt) return { no: refused('merge.refused.undone') }
  if (merge.late) return { no: refused('merge.refused.too_late', { values: { days: UNDO_DAYS } }) }
  const values = { number: kept.number }
  if (kept.mergedInto !== null) return { no: refused('merge.refused.kept_merged', { values }) }
  if (kept.deletedAt !== null) return { no: refused('merge.refused.kept_deleted', { values }) }
  const elsewhere = await hasCasesElsewhere(tx, noun, permit, [kept.id, other.id])
  if (!mayMerge(noun, permit.actor, [kept, other], elsewhere))
    return { no: refused('merge.refused.not_yours') }
  const [stored] = await tx.select().from(mergeValues).where(eq(mergeValues.mergeId, id))
  return { kept, other, values: stored ?? { before: {}, after: {} } }
}
