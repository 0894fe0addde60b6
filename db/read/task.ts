import { and, eq, gt, isNotNull, isNull, lt, type SQL, sql } from 'drizzle-orm'
import { as, type Tx } from '@/db/as'
import { tasks } from '@/db/schema/task'
import { byDay, byDone, type TaskRow, taskRows } from '@/db/task-row'
import { zoneRules } from '@/db/zone'
import type { IsoDate } from '@/domain/calendar/date'
import type { Actor } from '@/domain/policy/actor'
import type { Permit } from '@/domain/policy/permit'
import { type TaskDue, type TaskFilter, weekEnd } from '@/domain/task/filter'
import type { TaskNoun } from '@/domain/task/task'

export type { TaskRow } from '@/db/task-row'

const PAGE = 50
/** So many are counted; beyond it one reads "1000+". */
const MOST = 1_000
export type TaskList = { rows: TaskRow[]; total: number; page: number; pages: number }

/** A page of 50 tasks of a filter, open ones by their day, done ones the last first; what the policies show and no more. */
export async function listTasks(permit: Permit<'task.read'>, filter: TaskFilter): Promise<TaskList> {
  return as(permit, 'read', async tx => {
    const { today } = await zoneRules(tx)
    const which = and(ofState(filter), ofOwner(filter, permit.actor), ofDue(filter.due, today))
    const [count] = await tx.execute<{ n: string }>(
      sql`select count(*) as n from (select 1 from ${tasks} where ${which} limit ${MOST + 1}) t`,
    )
    const total = Number(count?.n ?? 0)
    const pages = Math.max(1, Math.ceil(Math.min(total, MOST) / PAGE))
    const page = Math.min(filter.page, pages)
    const rows = await taskRows(tx, which, filter.state === 'done' ? byDone : byDay, PAGE, (page - 1) * PAGE)
    return { rows, total, page, pages }
  })
}

/** How many of one's own open tasks are due by today, and the first of those due within three days. */
export async function dueTasks(
  permit: Permit<'task.read'>,
  limit = 8,
): Promise<{ rows: TaskRow[]; total: number }> {
  return as(permit, 'read', async tx => {
    const { today } = await zoneRules(tx)
    const which = and(open, eq(tasks.assigneeId, permit.actor.id), sql`${tasks.dueOn} <= ${today}::date + 3`)
    const [count] = await tx.select({ n: sql<string>`count(*)` }).from(tasks).where(which)
    return { rows: await taskRows(tx, which, byDay, limit), total: Number(count?.n ?? 0) }
  })
}

/** The tasks on a record that the reader sees: the open ones by day, at most 20, and the last three that are done. */
export async function tasksOf(
  permit: Permit<'task.read'>,
  record: { noun: TaskNoun; id: number },
): Promise<{ open: TaskRow[]; done: TaskRow[]; total: number }> {
  const on = eq(keyOf(record.noun), record.id)
  return as(permit, 'read', async tx => {
    const [count] = await tx.select({ n: sql<string>`count(*)` }).from(tasks).where(and(on, open))
    return {
      open: await taskRows(tx, and(on, open), byDay, 20),
      done: await taskRows(tx, and(on, finished), byDone, 3),
      total: Number(count?.n ?? 0),
    }
  })
}

/** One task, also a deleted one; null when it is not there or not for this person. */
export async function getTask(permit: Permit<'task.read'>, id: number): Promise<TaskRow | null> {
  return as(permit, 'read', (tx: Tx) => taskRows(tx, eq(tasks.id, id), byDay, 1)).then(([row]) => row ?? null)
}

const open = and(isNull(tasks.doneAt), isNull(tasks.deletedAt)) as SQL
const finished = and(isNotNull(tasks.doneAt), isNull(tasks.deletedAt)) as SQL
const ofState = ({ state }: TaskFilter) => (state === 'open' ? open : finished)

const keyOf = (noun: TaskNoun) =>
  ({
    lead: tasks.leadId,
    deal: tasks.dealId,
    company: tasks.companyId,
    contact: tasks.contactId,
    event: tasks.eventId,
  })[noun]

/** Of one's desks: what is on their records, and what their people have to do. */
export function ofOwner({ whose }: Pick<TaskFilter, 'whose'>, { id, deskIds }: Actor): SQL | undefined {
  switch (whose) {
    case 'mine':
      return eq(tasks.assigneeId, id)
    case 'given':
      return and(eq(tasks.createdBy, id), sql`${tasks.assigneeId} <> ${id}`)
    case 'desk': {
      const desks = sql`${`{${deskIds.join(',')}}`}::bigint[]`
      return sql`(${tasks.deskId} = any(${desks}) or ${tasks.assigneeId} in (select m.user_id from desk_members m where m.desk_id = any(${desks})))`
    }
    case 'all':
      return undefined
  }
}

function ofDue(due: TaskDue | null, today: IsoDate): SQL | undefined {
  switch (due) {
    case 'overdue':
      return lt(tasks.dueOn, today)
    case 'today':
      return eq(tasks.dueOn, today)
    case 'week':
      return and(gt(tasks.dueOn, today), sql`${tasks.dueOn} <= ${weekEnd(today)}`)
    case 'later':
      return gt(tasks.dueOn, weekEnd(today))
    case 'none':
      return isNull(tasks.dueOn)
    case null:
      return undefined
  }
}
