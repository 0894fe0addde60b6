import { eq, sql } from 'drizzle-orm'
import { record, type Tx, write } from '@/db/as'
import { reviewLines } from '@/db/review-figures'
import { itemsOf, type ReviewItem, snapshotOf } from '@/db/review-item'
import { keepLines, scopeOf } from '@/db/review-kept'
import { type HeldReview, lockReview, saveReview } from '@/db/review-lock'
import { reviewItems } from '@/db/schema/review'
import { type ZoneRules, zoneRules } from '@/db/zone'
import { done, type Outcome, refused } from '@/domain/outcome'
import type { Permit } from '@/domain/policy/permit'
import type { CloseReviewInput, ReopenReviewInput } from '@/domain/review/input'
import { taskOfDecision } from './review-task'

/**
 * Ends a review: each decision becomes a task of its owner and a line on its record; the figures and how each record stood
 * are kept. Closed again after it was reopened, no task is made twice: what was changed meanwhile is changed in it.
 */
export async function closeReview(
  permit: Permit<'review.close'>,
  { number, version }: CloseReviewInput,
): Promise<Outcome<{ number: string; tasks: number }>> {
  return write(permit, async tx => {
    const held = await lockReview(tx, { number, version })
    if ('no' in held) return held.no
    const { review } = held
    const zone = await zoneRules(tx)
    const items = await itemsOf(tx, review.id, zone.today)
    let made = 0
    for (const item of items) {
      const task = await taskOfDecision(tx, permit, review, item)
      if (typeof task === 'object' && task) return task
      if (task && task !== item.taskId) made += 1
      await settle(tx, permit, review, item, task)
    }
    // what was said at the first closing stays said, and counts up to that moment
    const countedUntil = review.countedUntil ?? (await keepFigures(tx, review, zone))
    await record(tx, 'review', review.id, { number, items: items.length, tasks: made })
    const closed = { state: 'closed', closedAt: new Date(), closedBy: permit.actor.id } as const
    await saveReview(tx, permit, review, { ...closed, countedUntil })
    return done({ number, tasks: made })
  })
}

/** What the page says of what was recorded before this moment, which is answered. */
async function keepFigures(tx: Tx, review: HeldReview, zone: ZoneRules): Promise<Date> {
  const [clock] = await tx.execute<{ now: string }>(
    sql`select to_json(date_trunc('milliseconds', now())) #>> '{}' as now`,
  )
  const until = new Date(String(clock?.now))
  const scope = { ...(await scopeOf(tx, review)), until: until.toISOString() }
  await keepLines(tx, review.id, await reviewLines(tx, scope, zone))
  return until
}

/** By the director, with a reason: something was taken down wrongly. */
export async function reopenReview(
  permit: Permit<'review.reopen'>,
  { number, version, reason }: ReopenReviewInput,
): Promise<Outcome<{ number: string }>> {
  return write(permit, async tx => {
    const held = await lockReview(tx, { number, version }, 'closed')
    if ('no' in held) return held.no
    const other = await tx.execute(sql`
      select 1 from reviews where state = 'open' and desk_id is not distinct from ${held.review.deskId}`)
    if (other.length > 0) return refused('review.one_is_open')
    await saveReview(tx, permit, held.review, { state: 'open' })
    await record(tx, 'review', held.review.id, { number, reason })
    return done({ number })
  })
}

/** A line that was not come to is put off; what was said stands on the timeline of its record, once. */
async function settle(
  tx: Tx,
  { actor }: Permit,
  review: HeldReview,
  item: ReviewItem,
  taskId: number | null,
) {
  const outcome = item.outcome ?? 'deferred'
  await tx
    .update(reviewItems)
    .set({
      outcome,
      taskId: taskId ?? item.taskId,
      snapshot: snapshotOf(item),
      updatedAt: sql`now()`,
      updatedBy: actor.id,
    })
    .where(eq(reviewItems.id, item.id))
  if (!item.decision) return
  const { decision, ownerId, dueOn } = item
  const said = { review: review.number, decision, outcome, ownerId, dueOn, taskId }
  const [last] = await tx.execute<{ said: Record<string, unknown> }>(sql`
    select details as said from log_entries where noun = ${item.noun} and record_id = ${item.recordId}
      and verb = 'review.close' and details ->> 'review' = ${review.number} order by id desc limit 1`)
  const same = last && Object.entries(said).every(([key, value]) => last.said[key] === value)
  if (!same) await record(tx, item.noun, item.recordId, said)
}
