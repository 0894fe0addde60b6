import { and, eq, type SQL, sql } from 'drizzle-orm'
import type { Tx } from '@/db/as'
import { companies, contacts } from '@/db/schema/company'
import { deals } from '@/db/schema/deal'
import { events } from '@/db/schema/event'
import { leads } from '@/db/schema/lead'
import { tasks } from '@/db/schema/task'
import type { TaskNoun } from '@/domain/task/task'
import type { Names } from '@/domain/user/user'

type TaskRecord = { noun: TaskNoun; number: string; name: string; names: Names }
/** A task as lists show it; `record` is null for one by itself, and for a record that the reader does not see. */
export type TaskRow = Awaited<ReturnType<typeof taskRows>>[number]

/** The tasks of a condition with the records they are on, in an order; one statement. */
export async function taskRows(
  tx: Tx,
  which: SQL | undefined,
  order: readonly SQL[],
  limit: number,
  offset = 0,
) {
  const rows = await tx
    .select({
      id: tasks.id,
      title: tasks.title,
      text: tasks.text,
      dueOn: tasks.dueOn,
      assigneeId: tasks.assigneeId,
      createdBy: tasks.createdBy,
      remindDays: tasks.remindDays,
      repeat: tasks.repeat,
      repeatEvery: tasks.repeatEvery,
      repeatFrom: tasks.repeatFrom,
      repeatUntil: tasks.repeatUntil,
      doneAt: tasks.doneAt,
      doneBy: tasks.doneBy,
      deskId: tasks.deskId,
      teamIds: tasks.teamIds,
      version: tasks.version,
      deletedAt: tasks.deletedAt,
      noun: sql<TaskNoun | null>`case when ${leads.id} is not null then 'lead' when ${deals.id} is not null then 'deal'
        when ${companies.id} is not null then 'company' when ${contacts.id} is not null then 'contact'
        when ${events.id} is not null then 'event' end`,
      number: sql<string>`coalesce(${leads.number}, ${deals.number}, ${companies.number}, ${contacts.number}, ${events.number})`,
      name: sql<string>`coalesce(${leads.name}, ${deals.name}, ${companies.name}, ${contacts.name}, ${events.name})`,
      names: sql<Names>`coalesce(${deals.names}, ${events.names}, '{}'::jsonb)`,
    })
    .from(tasks)
    .leftJoin(leads, eq(leads.id, tasks.leadId))
    .leftJoin(deals, eq(deals.id, tasks.dealId))
    .leftJoin(companies, eq(companies.id, tasks.companyId))
    .leftJoin(contacts, eq(contacts.id, tasks.contactId))
    .leftJoin(events, eq(events.id, tasks.eventId))
    .where(and(which))
    .orderBy(...order)
    .limit(limit)
    .offset(offset)
  return rows.map(({ noun, number, name, names, ...row }) => ({
    ...row,
    record: noun ? ({ noun, number, name, names } as TaskRecord) : null,
  }))
}

/** By day, what has none last. */
export const byDay: readonly SQL[] = [sql`${tasks.dueOn} asc nulls last`, sql`${tasks.id} asc`]
export const byDone: readonly SQL[] = [sql`${tasks.doneAt} desc`, sql`${tasks.id} desc`]
