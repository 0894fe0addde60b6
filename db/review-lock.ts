import { eq, sql } from 'drizzle-orm'
import type { Tx } from '@/db/as'
import { reviews } from '@/db/schema/review'
import { lastChange } from '@/db/write/last-change'
import { conflict, gone, type Outcome, refused } from '@/domain/outcome'
import type { Permit } from '@/domain/policy/permit'
import type { ReviewState } from '@/domain/review/review'

export type HeldReview = typeof reviews.$inferSelect

/**
 * The review, held: whoever changes its agenda or closes it waits for the others. Not seen is gone; seen but not written
 * is refused, and so is one in another state than asked for; another version than the one on the screen is a conflict.
 */
export async function lockReview(
  tx: Tx,
  { number, version }: { number: string; version?: number },
  state: ReviewState = 'open',
): Promise<{ review: HeldReview } | { no: Outcome<never> }> {
  const [seen] = await tx.select({ state: reviews.state }).from(reviews).where(eq(reviews.number, number))
  if (!seen) return { no: gone() }
  const [review] = await tx.select().from(reviews).where(eq(reviews.number, number)).for('update')
  if (!review || review.state !== state)
    return { no: refused(wrongState(review?.state ?? seen.state, state)) }
  if (version !== undefined && review.version !== version)
    return {
      no: conflict({ values: formOf(review), version: review.version, ...(await lastChange(tx, review)) }),
    }
  return { review }
}

function wrongState(found: ReviewState, asked: ReviewState) {
  if (found === asked) return 'common.not_permitted'
  return found === 'closed' ? 'review.is_closed' : 'review.is_open'
}

const formOf = ({ heldOn, since, present, note }: HeldReview) => ({
  heldOn,
  since,
  present: present ?? '',
  note: note ?? '',
})

/** Some columns as the next version. */
export async function saveReview(
  tx: Tx,
  { actor }: Permit,
  { id, version }: HeldReview,
  columns: Partial<typeof reviews.$inferInsert>,
): Promise<number> {
  await tx
    .update(reviews)
    .set({ ...columns, version: version + 1, updatedAt: sql`now()`, updatedBy: actor.id })
    .where(eq(reviews.id, id))
  return version + 1
}
