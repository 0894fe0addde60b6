import { and, asc, eq, isNull, sql } from 'drizzle-orm'
import { record, type Tx, write } from '@/db/as'
import { type HeldReview, lockReview } from '@/db/review-lock'
import { reviewItems } from '@/db/schema/review'
import { done, gone, invalidField, type Outcome } from '@/domain/outcome'
import type { Permit } from '@/domain/policy/permit'
import type { AddItemInput, ChangeItemInput } from '@/domain/review/input'
import { AGENDA_LIMIT } from '@/domain/review/review'
import { recordOf } from './task-lock'

type Item = typeof reviewItems.$inferSelect
type Done = Outcome<{ number: string; item: number }>

/** A lead or deal put on the agenda by hand, at its end. What was taken off comes back with what was said of it. */
export async function addReviewItem(
  permit: Permit<'review.edit'>,
  { number, record: of }: AddItemInput,
): Promise<Done> {
  return write(permit, async tx => {
    const held = await lockReview(tx, { number })
    if ('no' in held) return held.no
    const { review } = held
    const on = await recordOf(tx, of)
    if (!on) return invalidField('record', 'review.no_such_record', { number: of })
    if (review.deskId !== null && on.deskId !== review.deskId)
      return invalidField('record', 'review.other_desk')
    const agenda = await agendaOf(tx, review)
    const key = on.noun === 'lead' ? { leadId: on.id } : { dealId: on.id }
    const there = agenda.find(
      item => item.leadId === (key.leadId ?? null) && item.dealId === (key.dealId ?? null),
    )
    if (there) return done({ number, item: there.id })
    if (agenda.length >= AGENDA_LIMIT)
      return invalidField('record', 'review.agenda_full', { limit: AGENDA_LIMIT })
    const position = (agenda.at(-1)?.position ?? -1) + 1
    const made = { createdBy: permit.actor.id, updatedBy: permit.actor.id }
    const back = { position, removedAt: null, updatedAt: sql`now()`, updatedBy: permit.actor.id }
    const [row] = await tx
      .insert(reviewItems)
      .values({ reviewId: review.id, position, ...key, reasons: ['added'], ...made })
      .onConflictDoUpdate({
        target: [on.noun === 'lead' ? reviewItems.leadId : reviewItems.dealId, reviewItems.reviewId],
        set: back,
      })
      .returning({ id: reviewItems.id })
    await record(tx, 'review', review.id, { added: of })
    return done({ number, item: Number(row?.id) })
  })
}

/** Taken off the agenda, or moved in it. */
export async function changeReviewItem(
  permit: Permit<'review.edit'>,
  { number, item: id, to }: ChangeItemInput,
): Promise<Done> {
  return write(permit, async tx => {
    const held = await lockReview(tx, { number })
    if ('no' in held) return held.no
    const agenda = await agendaOf(tx, held.review)
    const at = agenda.findIndex(item => item.id === id)
    const item = agenda[at]
    if (!item) return gone()
    const changed = { updatedAt: sql`now()`, updatedBy: permit.actor.id }
    if (to === 'off') {
      await tx
        .update(reviewItems)
        .set({ removedAt: sql`now()`, ...changed })
        .where(eq(reviewItems.id, id))
      await record(tx, 'review', held.review.id, {
        removed: item.dealId ? { dealId: item.dealId } : { leadId: item.leadId },
      })
      return done({ number, item: id })
    }
    const rest = agenda.filter(one => one !== item)
    rest.splice({ up: at - 1, down: at + 1, first: 0, last: rest.length }[to], 0, item)
    const order = rest.map((one, position) => ({ id: one.id, position }))
    await tx.execute(sql`
      update review_items i set position = o.position from jsonb_to_recordset(${JSON.stringify(order)}::jsonb) o(id bigint, position int)
      where i.id = o.id and i.position <> o.position`)
    return done({ number, item: id })
  })
}

/** The lines that stand on the agenda, in their order, the review being held. */
export const agendaOf = (tx: Tx, { id }: HeldReview): Promise<Item[]> =>
  tx
    .select()
    .from(reviewItems)
    .where(and(eq(reviewItems.reviewId, id), isNull(reviewItems.removedAt)))
    .orderBy(asc(reviewItems.position), asc(reviewItems.id))
