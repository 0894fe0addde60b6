import { sql } from 'drizzle-orm'
import { bigint, boolean, index, integer, numeric, pgTable, primaryKey, text } from 'drizzle-orm/pg-core'
import { day, ref } from './column'
import { counterPolicies } from './policy'

const many = () => bigint({ mode: 'number' }).notNull().default(0)
/* A sum over all records may pass what a bigint holds. */
const sum = () => numeric({ precision: 30, scale: 0 }).notNull().default('0')

/** Of a lead `status` is '' and there are no sums; `year` is that of the approval, 0 for what is not approved. */
const tally = () => ({
  noun: text().notNull(),
  deskId: ref().notNull(),
  stage: text().notNull(),
  status: text().notNull(),
  year: integer().notNull(),
  count: many(),
  cny: sum(),
  notStated: many(),
  withoutRate: many(),
  foreignCount: many(),
  foreignCny: sum(),
  foreignNotStated: many(),
  foreignWithoutRate: many(),
})

/** How many leads and deals stand where, kept by triggers (db/sql/70_counters.sql): a total is these plus the deltas. */
export const counters = pgTable('counters', tally(), t => [
  primaryKey({ columns: [t.noun, t.deskId, t.stage, t.status, t.year] }),
  ...counterPolicies('counters', ['select', 'insert', 'update']),
])

/** What each write added or took away, until housekeeping folds it: writers append, so they never wait for another. */
export const counterDeltas = pgTable('counter_deltas', tally(), () =>
  counterPolicies('counter_deltas', ['select', 'delete']),
)

/**
 * Of a day (`since`: in the stage since then; `stuck`, `slipped`: an active deal that is so from then on; `expected`: its
 * approval is expected then, with what it amounts to). There are so many days however many deals there are, so what
 * changes with the day is counted like the rest.
 */
const dayTally = () => ({
  deskId: ref().notNull(),
  stage: text().notNull(),
  status: text().notNull(),
  kind: text({ enum: ['since', 'stuck', 'slipped', 'expected'] }).notNull(),
  day: day().notNull(),
  count: many(),
  cny: sum(),
  notStated: many(),
  withoutRate: many(),
})

/** How many deals stand in a stage since, or are stuck from, which day; kept like `counters`. */
export const dayCounters = pgTable('day_counters', dayTally(), t => [
  primaryKey({ columns: [t.deskId, t.status, t.kind, t.stage, t.day] }),
  ...counterPolicies('day_counters', ['select', 'insert', 'update', 'delete']),
])
export const dayCounterDeltas = pgTable('day_counter_deltas', dayTally(), () =>
  counterPolicies('day_counter_deltas', ['select', 'delete']),
)

/**
 * Who is on the team of, or reads, which lead or deal: finds the few that one sees on other desks, and what is due for
 * the team.
 */
export const caseMembers = pgTable(
  'case_members',
  {
    noun: text().notNull(),
    userId: ref().notNull(),
    deskId: ref().notNull(),
    recordId: ref().notNull(),
    /** On the team; else one who reads. */
    team: boolean().notNull().default(true),
    /** The day of its next step, as long as it is open. */
    stepOn: day(),
  },
  t => [
    primaryKey({ columns: [t.noun, t.userId, t.deskId, t.recordId] }),
    index('case_members_steps').on(t.userId, t.stepOn).where(sql`team and step_on is not null`),
  ],
).enableRLS()
