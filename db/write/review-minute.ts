import { and, eq, isNull, sql } from 'drizzle-orm'
import { record, type Tx, write } from '@/db/as'
import { deals } from '@/db/schema/deal'
import { leads } from '@/db/schema/lead'
import { reviewItems, reviews } from '@/db/schema/review'
import { conflict, done, gone, invalid, type Outcome, refused } from '@/domain/outcome'
import type { Permit } from '@/domain/policy/permit'
import type { MinuteInput } from '@/domain/review/input'
import { changesBetween } from './change'
import { lastChange } from './last-change'
import { assigneeFault } from './task-lock'

type Item = typeof reviewItems.$inferSelect

/**
 * What was decided on one line, by whom and until when it is done. Two who take the minutes at once meet on its version,
 * line by line; other lines are written meanwhile. Nothing changed writes nothing.
 */
export async function saveMinute(
  permit: Permit<'review.minute'>,
  { number, item: id, version, ...said }: MinuteInput,
): Promise<Outcome<{ number: string; version: number }, unknown>> {
  return write(permit, async tx => {
    const held = await lockItem(tx, number, id)
    if ('no' in held) return held.no
    const { item } = held
    const changes = changesBetween(saidOf(item), said)
    if (Object.keys(changes).length === 0) return done({ number, version: item.version })
    if (item.version !== version) return conflict(await theirs(tx, item))
    const fault = said.ownerId && (await assigneeFault(tx, said.ownerId, await caseOf(tx, item)))
    if (fault) return ofOwner(fault)
    await tx
      .update(reviewItems)
      .set({ ...said, version: version + 1, updatedAt: sql`now()`, updatedBy: permit.actor.id })
      .where(eq(reviewItems.id, id))
    await record(tx, 'review', item.reviewId, {
      item: id,
      ...(item.dealId ? { dealId: item.dealId } : { leadId: item.leadId }),
      changes,
    })
    return done({ number, version: version + 1 })
  })
}

/** The field of a task is called otherwise here. */
const ofOwner = (fault: Outcome<never>): Outcome<never> =>
  fault.kind === 'invalid' && fault.fields.assigneeId ? invalid({ ownerId: fault.fields.assigneeId }) : fault

/* The review is not held, so that two take minutes side by side; but it is not closed while a line is written. */
async function lockItem(
  tx: Tx,
  number: string,
  id: number,
): Promise<{ item: Item } | { no: Outcome<never> }> {
  const [seen] = await tx
    .select({ id: reviews.id, state: reviews.state })
    .from(reviews)
    .where(eq(reviews.number, number))
  if (!seen) return { no: gone() }
  if (seen.state !== 'open') return { no: refused('review.is_closed') }
  const [open] = await tx
    .select({ state: reviews.state })
    .from(reviews)
    .where(eq(reviews.id, seen.id))
    .for('share')
  if (!open) return { no: refused('common.not_permitted') }
  const [item] = await tx
    .select()
    .from(reviewItems)
    .where(and(eq(reviewItems.id, id), eq(reviewItems.reviewId, seen.id), isNull(reviewItems.removedAt)))
    .for('update')
  return item ? { item } : { no: gone() }
}

const saidOf = ({ decision, ownerId, dueOn, outcome }: Item) => ({ decision, ownerId, dueOn, outcome })

async function theirs(tx: Tx, item: Item) {
  const values = Object.fromEntries(
    Object.entries(saidOf(item)).map(([key, value]) => [key, String(value ?? '')]),
  )
  return { values, version: item.version, ...(await lastChange(tx, item)) }
}

/** The lead or deal of a line, for whom it is seen. */
export async function caseOf(tx: Tx, { dealId, leadId }: Pick<Item, 'dealId' | 'leadId'>) {
  const [row] = dealId
    ? await tx.select().from(deals).where(eq(deals.id, dealId))
    : await tx
        .select()
        .from(leads)
        .where(eq(leads.id, leadId ?? 0))
  if (!row) return undefined
  const { id, number, name, deskId, teamIds, readerIds } = row
  return {
    noun: dealId ? ('deal' as const) : ('lead' as const),
    id,
    number,
    name,
    deskId,
    teamIds,
    readerIds,
  }
}
