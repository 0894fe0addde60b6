import { bigint, integer, numeric, pgTable, primaryKey, text } from 'drizzle-orm/pg-core'
import { ref } from './column'
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

/** Who is on the team of, or reads, which lead or deal: finds the few that one sees on other desks. */
export const caseMembers = pgTable(
  'case_members',
  {
    noun: text().notNull(),
    userId: ref().notNull(),
    deskId: ref().notNull(),
    recordId: ref().notNull(),
  },
  t => [primaryKey({ columns: [t.noun, t.userId, t.deskId, t.recordId] })],
).enableRLS()
