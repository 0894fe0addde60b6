import { eq } from 'drizzle-orm'
import { nextNumber, record, type Tx, write } from '@/db/as'
import { proposedAgenda } from '@/db/review-agenda'
import { scopeOf } from '@/db/review-kept'
import { lockReview, saveReview } from '@/db/review-lock'
import { desks } from '@/db/schema/desk'
import { reviewItems, reviews } from '@/db/schema/review'
import { zoneRules } from '@/db/zone'
import { yearOf } from '@/domain/calendar/date'
import { done, invalidField, type Outcome, refused } from '@/domain/outcome'
import type { Permit } from '@/domain/policy/permit'
import { decidesFor } from '@/domain/policy/within'
import type { EditReviewInput, OpenReviewInput } from '@/domain/review/input'
import { AGENDA_LIMIT } from '@/domain/review/review'
import { changesBetween } from './change'

/** A review of a desk that one heads, or of the bureau (the director's), with its proposed agenda. One is open at a time. */
export async function openReview(
  permit: Permit<'review.open'>,
  { submission, deskId, reasons, leads, ...of }: OpenReviewInput,
): Promise<Outcome<{ number: string }>> {
  return write(
    permit,
    async tx => {
      const zone = await zoneRules(tx)
      const fault = await deskFault(tx, permit, deskId)
      if (fault) return fault
      if (of.since > zone.today) return invalidField('since', 'date.in_future')
      const scope = await scopeOf(tx, { deskId, since: of.since })
      const agenda = await proposedAgenda(tx, { ...scope, deskId, reasons, leads }, zone)
      const number = await nextNumber(tx, 'R', yearOf(of.heldOn))
      const made = { createdBy: permit.actor.id, updatedBy: permit.actor.id }
      // with one that is open already it is not entered: nobody holds two at once
      const [row] = await tx
        .insert(reviews)
        .values({ ...of, deskId, number, ...made })
        .onConflictDoNothing()
        .returning({ id: reviews.id })
      if (!row) return refused('review.one_is_open')
      const items = agenda.slice(0, AGENDA_LIMIT).map(({ noun, id, reasons }, position) => ({
        reviewId: row.id,
        position,
        ...(noun === 'deal' ? { dealId: id } : { leadId: id }),
        reasons,
        ...made,
      }))
      if (items.length > 0) await tx.insert(reviewItems).values(items)
      await record(tx, 'review', row.id, { number, deskId, heldOn: of.heldOn, items: items.length })
      return done({ number })
    },
    submission,
  )
}

/** Its day, since when it looks back, who is there, what else is to be said. */
export async function editReview(
  permit: Permit<'review.edit'>,
  { number, version, ...fields }: EditReviewInput,
): Promise<Outcome<{ number: string; version: number }>> {
  return write(permit, async tx => {
    const held = await lockReview(tx, { number, version })
    if ('no' in held) return held.no
    const { review } = held
    const { heldOn, since, present, note } = review
    const changes = changesBetween({ heldOn, since, present, note }, fields)
    if (Object.keys(changes).length === 0) return done({ number, version })
    const next = await saveReview(tx, permit, review, fields)
    await record(tx, 'review', review.id, { changes })
    return done({ number, version: next })
  })
}

async function deskFault(tx: Tx, { actor }: Permit, deskId: number | null): Promise<Outcome<never> | null> {
  if (deskId === null) return actor.role === 'director' ? null : invalidField('deskId', 'review.own_desk')
  const [desk] = await tx.select({ id: desks.id }).from(desks).where(eq(desks.id, deskId))
  if (!desk) return invalidField('deskId', 'input.not_offered')
  return decidesFor(actor, deskId) ? null : invalidField('deskId', 'review.own_desk')
}
