import { sql } from 'drizzle-orm'
import { boolean, index, integer, jsonb, pgTable, text } from 'drizzle-orm/pg-core'
import { exportFormats, exportLists } from '@/domain/export/export'
import { scheduleRhythms } from '@/domain/export/schedule'
import { jobKinds, jobStates } from '@/domain/job/job'
import { locales } from '@/domain/user/user'
import { contents } from './attachment'
import { holds, oneOf } from './check'
import { day, identity, moment, ref } from './column'
import { exportPolicies, jobPolicies, schedulePolicies } from './policy'
import { users } from './user'

/**
 * What runs in the background for a person, with the rights that he has when it runs. This table says what is so; the
 * queue of the library (schema graphile_worker) only says whose turn it is. Written by functions alone (db/sql/85_job.sql).
 */
export const jobs = pgTable(
  'jobs',
  {
    id: identity(),
    userId: ref()
      .notNull()
      .references(() => users.id),
    kind: text({ enum: jobKinds }).notNull(),
    permission: text().notNull(),
    details: jsonb().$type<Record<string, unknown>>().notNull().default(sql`'{}'::jsonb`),
    state: text({ enum: jobStates }).notNull().default('waiting'),
    done: integer().notNull().default(0),
    total: integer(),
    result: jsonb().$type<Record<string, unknown>>(),
    reason: text(),
    /** Which run this is: what an earlier one says later is not heard. */
    attempt: integer().notNull().default(0),
    /** Runs that were broken off since somebody asked for it. */
    tries: integer().notNull().default(0),
    /** The worker of the library that has it, and the process, as its sessions are named. */
    worker: text(),
    process: text(),
    beatAt: moment(),
    cancelAskedAt: moment(),
    createdAt: moment().notNull().default(sql`now()`),
    startedAt: moment(),
    endedAt: moment(),
  },
  t => [
    index('jobs_user').on(t.userId, t.id),
    index('jobs_open').on(t.id).where(sql`state in ('waiting', 'running')`),
    oneOf('jobs_kind_known', t.kind, jobKinds),
    oneOf('jobs_state_known', t.state, jobStates),
    ...jobPolicies('jobs'),
  ],
)

/** An export that is made again on its days, of a list as it was asked for, for whoever set it up. */
export const exportSchedules = pgTable(
  'export_schedules',
  {
    id: identity(),
    userId: ref()
      .notNull()
      .references(() => users.id),
    name: text().notNull(),
    list: text({ enum: exportLists }).notNull(),
    format: text({ enum: exportFormats }).notNull(),
    search: text().notNull(),
    /** The filter in words, in the language of whoever set it up. */
    words: text().notNull().default(''),
    every: text({ enum: scheduleRhythms }).notNull(),
    onDay: integer(),
    active: boolean().notNull().default(true),
    lastOn: day(),
    nextOn: day().notNull(),
    version: integer().notNull().default(1),
    createdAt: moment().notNull().default(sql`now()`),
    updatedAt: moment().notNull().default(sql`now()`),
    deletedAt: moment(),
  },
  t => [
    index('export_schedules_user').on(t.userId, t.id),
    index('export_schedules_due').on(t.nextOn).where(sql`active and deleted_at is null`),
    oneOf('export_schedules_list_known', t.list, exportLists),
    oneOf('export_schedules_format_known', t.format, exportFormats),
    oneOf('export_schedules_every_known', t.every, scheduleRhythms),
    holds(
      'export_schedules_day_of_rhythm',
      sql`case ${t.every} when 'daily' then ${t.onDay} is null when 'weekly' then ${t.onDay} between 1 and 7 else ${t.onDay} between 1 and 31 end`,
    ),
    ...schedulePolicies('export_schedules'),
  ],
)

/** A file that was made in the background: what was asked for and, once it is there, what it holds and until when. */
export const exports = pgTable(
  'exports',
  {
    id: identity(),
    userId: ref()
      .notNull()
      .references(() => users.id),
    jobId: ref()
      .notNull()
      .references(() => jobs.id),
    scheduleId: ref().references(() => exportSchedules.id),
    list: text({ enum: exportLists }).notNull(),
    format: text({ enum: exportFormats }).notNull(),
    search: text().notNull(),
    words: text().notNull().default(''),
    locale: text({ enum: locales }).notNull(),
    /** Of the file, without its ending; null while it is not there. */
    name: text(),
    rows: integer(),
    bytes: ref(),
    /** Under which it lies in the store; null before, and after it was removed. */
    digest: text().references(() => contents.digest),
    readyAt: moment(),
    keptUntil: moment(),
    removedAt: moment(),
    createdAt: moment().notNull().default(sql`now()`),
  },
  t => [
    index('exports_user').on(t.userId, t.id),
    index('exports_job').on(t.jobId),
    index('exports_schedule').on(t.scheduleId),
    index('exports_digest').on(t.digest),
    index('exports_kept').on(t.keptUntil).where(sql`digest is not null`),
    oneOf('exports_list_known', t.list, exportLists),
    oneOf('exports_format_known', t.format, exportFormats),
    oneOf('exports_locale_known', t.locale, locales),
    ...exportPolicies('exports'),
  ],
)
