import { sql } from 'drizzle-orm'
import { index, integer, pgTable, text, uniqueIndex } from 'drizzle-orm/pg-core'
import { repeats } from '@/domain/task/task'
import { holds, oneOf } from './check'
import { day, identity, moment, ref } from './column'
import { companies, contacts } from './company'
import { deals } from './deal'
import { events } from './event'
import { leads } from './lead'
import { taskPolicies } from './policy'
import { changeColumns, copiedCaseColumns, deletionColumns } from './record'
import { users } from './user'

/**
 * What somebody is to do, on a record or by itself. Desk and people are written by a trigger (db/sql/45_task.sql): on a
 * lead or deal they are its own and whoever gave and got the task; elsewhere those two and the heads of who got it.
 */
export const tasks = pgTable(
  'tasks',
  {
    id: identity(),
    title: text().notNull(),
    text: text(),
    leadId: ref().references(() => leads.id),
    dealId: ref().references(() => deals.id),
    companyId: ref().references(() => companies.id),
    contactId: ref().references(() => contacts.id),
    eventId: ref().references(() => events.id),
    assigneeId: ref()
      .notNull()
      .references(() => users.id),
    dueOn: day(),
    /** So many days before its day one is reminded; null: not at all. */
    remindDays: integer(),
    remindedAt: moment(),
    repeat: text({ enum: repeats }),
    repeatEvery: integer(),
    /** The first day of the series: later ones are counted from it. */
    repeatFrom: day(),
    repeatUntil: day(),
    /** The task of the same series whose completion made this one. */
    followsId: ref(),
    doneAt: moment(),
    doneBy: ref(),
    /** What it is found by; empty until it is filled in. */
    searchText: text().notNull().default(''),
    ...copiedCaseColumns(),
    ...changeColumns(),
    ...deletionColumns(),
  },
  t => [
    index('tasks_open').on(t.dueOn, t.id).where(sql`done_at is null and deleted_at is null`),
    index('tasks_assignee_open')
      .on(t.assigneeId, t.dueOn, t.id)
      .where(sql`done_at is null and deleted_at is null`),
    index('tasks_desk_open').on(t.deskId, t.dueOn, t.id).where(sql`done_at is null and deleted_at is null`),
    index('tasks_to_remind')
      .on(t.dueOn)
      .where(sql`done_at is null and deleted_at is null and remind_days is not null and reminded_at is null`),
    index('tasks_done').on(t.doneAt, t.id).where(sql`done_at is not null and deleted_at is null`),
    index('tasks_assignee').on(t.assigneeId, t.doneAt),
    index('tasks_created_by').on(t.createdBy, t.doneAt),
    index('tasks_lead').on(t.leadId),
    index('tasks_deal').on(t.dealId),
    index('tasks_company').on(t.companyId),
    index('tasks_contact').on(t.contactId),
    index('tasks_event').on(t.eventId),
    index('tasks_team').using('gin', t.teamIds),
    index('tasks_readers').using('gin', t.readerIds),
    uniqueIndex('tasks_follows').on(t.followsId).where(sql`deleted_at is null`),
    oneOf('tasks_repeat_known', t.repeat, repeats),
    holds(
      'tasks_one_record',
      sql`num_nonnulls(${t.leadId}, ${t.dealId}, ${t.companyId}, ${t.contactId}, ${t.eventId}) <= 1`,
    ),
    holds(
      'tasks_repeat_ends',
      sql`${t.repeat} is null or num_nulls(${t.dueOn}, ${t.repeatEvery}, ${t.repeatFrom}, ${t.repeatUntil}) = 0`,
    ),
    holds('tasks_remind_of_day', sql`${t.remindDays} is null or ${t.dueOn} is not null`),
    ...taskPolicies('tasks'),
  ],
)
