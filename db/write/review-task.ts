import { eq, sql } from 'drizzle-orm'
import type { Tx } from '@/db/as'
import type { ReviewItem } from '@/db/review-item'
import type { HeldReview } from '@/db/review-lock'
import { tasks } from '@/db/schema/task'
import { type Outcome, refused } from '@/domain/outcome'
import type { Permit } from '@/domain/policy/permit'
import { taskTitle } from '@/domain/review/minutes'
import { caseOf } from './review-minute'
import { taskSearchText, tellAssignee } from './task'
import { assigneeFault } from './task-lock'

/**
 * The task of a decision: made at the first closing, kept in step at the next while it is open, taken away when nothing is
 * to be done any more. Its owner, else the case officer, must see the record. Null: none; an outcome: why not.
 */
export async function taskOfDecision(
  tx: Tx,
  { actor }: Permit,
  review: HeldReview,
  item: ReviewItem,
): Promise<number | null | Outcome<never>> {
  const changed = { updatedAt: sql`now()`, updatedBy: actor.id, version: sql`version + 1` }
  if (item.outcome !== 'decided' || !item.decision) {
    if (item.task && !item.task.done)
      await tx
        .update(tasks)
        .set({ deletedAt: sql`now()`, deletedBy: actor.id, ...changed })
        .where(eq(tasks.id, item.task.id))
    return null
  }
  const on = await caseOf(
    tx,
    item.noun === 'deal' ? { dealId: item.recordId, leadId: null } : { dealId: null, leadId: item.recordId },
  )
  const assigneeId = item.ownerId ?? item.officerId
  const values = { number: item.number, name: item.name }
  if (!assigneeId) return refused('review.owner_missing', { values })
  const fault = await assigneeFault(tx, assigneeId, on)
  if (fault) return refused('review.owner_unfit', { values })
  const title = taskTitle(item.decision)
  const said = {
    title,
    searchText: taskSearchText({ title }),
    text: textOf(review, item.decision),
    assigneeId,
    dueOn: item.dueOn,
  }
  const [before] = item.taskId ? await tx.select().from(tasks).where(eq(tasks.id, item.taskId)) : []
  if (before) {
    const same = Object.entries(said).every(([key, value]) => before[key as keyof typeof said] === value)
    if (before.doneAt || (same && !before.deletedAt)) return before.id
    await tx
      .update(tasks)
      .set({ ...said, deletedAt: null, deletedBy: null, ...changed })
      .where(eq(tasks.id, before.id))
    return before.id
  }
  const [row] = await tx
    .insert(tasks)
    .values({
      ...said,
      ...(item.noun === 'deal' ? { dealId: item.recordId } : { leadId: item.recordId }),
      createdBy: actor.id,
      updatedBy: actor.id,
    })
    .returning()
  if (!row) throw new Error('a task was inserted without an id')
  await tellAssignee(tx, row)
  return row.id
}

const textOf = ({ number }: HeldReview, decision: string) => `${number}\n${decision}`
