import { and, desc, eq, isNull, or, sql } from 'drizzle-orm'
import { as } from '@/db/as'
import { standingFor, tableOf } from '@/db/merge-row'
import { merges } from '@/db/schema/merge'
import { type MergeNoun, UNDO_DAYS } from '@/domain/merge/merge'
import type { Permit } from '@/domain/policy/permit'

export type MergedHere = Awaited<ReturnType<typeof mergedHere>>[number]
const MOST = 20

/**
 * What was merged into this record and still is, newest first; `late`: it is not undone any more. `apart`: one that was
 * undone, to be told of.
 */
export async function mergedHere(
  permit: Permit<`${MergeNoun}.read`>,
  id: number,
  apart: number | null = null,
) {
  const noun = nounOf(permit)
  const table = tableOf(noun)
  const standing =
    apart === null ? isNull(merges.undoneAt) : or(isNull(merges.undoneAt), eq(merges.id, apart))
  return as(permit, 'read', tx =>
    tx
      .select({
        id: merges.id,
        number: table.number,
        name: table.name,
        mergedAt: merges.mergedAt,
        mergedBy: merges.mergedBy,
        undoneAt: merges.undoneAt,
        stayed: merges.stayed,
        linksStayed: merges.linksStayed,
        late: sql<boolean>`merged_at < now() - make_interval(days => ${UNDO_DAYS})`,
      })
      .from(merges)
      .innerJoin(table, eq(table.id, merges.mergedId))
      .where(and(eq(merges.noun, noun), eq(merges.keptId, id), standing))
      .orderBy(desc(merges.id))
      .limit(MOST),
  )
}

/** The number of the record that stands for a merged one; null where there is none within the reader's sight. */
export async function mergedInto(permit: Permit<`${MergeNoun}.read`>, id: number): Promise<string | null> {
  return as(permit, 'read', async tx => (await standingFor(tx, nounOf(permit), id))?.number ?? null)
}

const nounOf = (permit: Permit) => permit.permission.split('.')[0] as MergeNoun
