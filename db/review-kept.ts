import { eq, sql } from 'drizzle-orm'
import type { Tx } from '@/db/as'
import type { ReviewScope } from '@/db/review-figures'
import { reviewFigures } from '@/db/schema/review'
import type { ReviewLine, ReviewLineKey } from '@/domain/figure/review'

/** What the page said when a review was closed, as far as the reader's desks go. */
export async function keptLines(tx: Tx, reviewId: number): Promise<ReviewLine[]> {
  const kept = await tx.select().from(reviewFigures).where(eq(reviewFigures.reviewId, reviewId))
  return kept.map(({ deskId, key, count, cny, notStated, withoutRate }) => ({
    deskId,
    key: key as ReviewLineKey,
    sum: { count, cny: BigInt(cny), notStated, withoutRate },
  }))
}

export async function keepLines(tx: Tx, reviewId: number, lines: readonly ReviewLine[]): Promise<void> {
  if (lines.length === 0) return
  await tx.insert(reviewFigures).values(
    lines.map(({ deskId, key, sum: { cny, ...sum } }) => ({
      reviewId,
      deskId,
      key,
      cny: String(cny),
      ...sum,
    })),
  )
}

/** Whose figures a review shows: those of its desk; of the bureau, those of all desks that the reader sees. */
export async function scopeOf(
  tx: Tx,
  { deskId, since }: { deskId: number | null; since: string },
): Promise<ReviewScope> {
  if (deskId === null) return { desks: [], since }
  const [desk] = await tx.execute<{ key: string }>(sql`select key from desks where id = ${deskId}`)
  return { desks: desk ? [desk.key] : [], since }
}
