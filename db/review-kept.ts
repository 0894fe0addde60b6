import { eq, sql } from 'drizzle-orm'
import type { Tx } from '@/db/as'
import type { ReviewScope } from '@/db/review-figures'
import { reviewFigures } from '@/db/schema/review'
import type { IsoDate } from '@/domain/calendar/date'
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
  { id, deskId, since }: { id?: number; deskId: number | null; since: IsoDate },
): Promise<ReviewScope> {
  const from = await sinceMoment(tx, deskId, since, id)
  if (deskId === null) return { desks: [], since: from }
  const [desk] = await tx.execute<{ key: string }>(sql`select key from desks where id = ${deskId}`)
  return { desks: desk ? [desk.key] : [], since: from }
}

/**
 * A review looks back to a day: where another of the same desk was held on it, to the moment up to which that one counted, so that
 * nothing of the day counts in both.
 */
export async function sinceMoment(
  tx: Tx,
  deskId: number | null,
  since: IsoDate,
  but?: number,
): Promise<string> {
  const [last] = await tx.execute<{ at: string }>(sql`
    select to_json(counted_until at time zone 'UTC') #>> '{}' as at from reviews
    where held_on = ${since}::date and desk_id is not distinct from ${deskId} and id is distinct from ${but ?? null}
      and counted_until is not null order by counted_until desc limit 1`)
  return last ? new Date(`${last.at}Z`).toISOString() : since
}
