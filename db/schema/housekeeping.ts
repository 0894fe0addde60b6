import { bigint, index, integer, pgTable, primaryKey, text, uniqueIndex } from 'drizzle-orm/pg-core'
import { moment, ref } from './column'
import { chorePolicies, housekeepingPolicies } from './policy'

/** Lines of the log that wait for their seal; a trigger on the log puts them here. */
export const logQueue = pgTable('log_queue', { entryId: ref().primaryKey() }, () =>
  housekeepingPolicies('log_queue', ['select', 'delete']),
)

/** A seal a line: a link of the chain of its record. `recordId` is 0 for lines without a record. */
export const logSeals = pgTable(
  'log_seals',
  {
    entryId: ref().primaryKey(),
    noun: text().notNull(),
    recordId: ref().notNull(),
    /** From 1, in the chain of its record. */
    position: integer().notNull(),
    seal: text().notNull(),
    batchId: ref().notNull(),
  },
  t => [
    uniqueIndex('log_seals_chain').on(t.noun, t.recordId, t.position),
    index('log_seals_batch').on(t.batchId, t.entryId),
    ...housekeepingPolicies('log_seals', ['select', 'insert']),
  ],
)

/** Where the chain of each record ends: how long it is, and its last seal. */
export const logHeads = pgTable(
  'log_heads',
  { noun: text().notNull(), recordId: ref().notNull(), lines: integer().notNull(), seal: text().notNull() },
  t => [
    primaryKey({ columns: [t.noun, t.recordId] }),
    ...housekeepingPolicies('log_heads', ['select', 'insert', 'update']),
  ],
)

/** One a run of sealing: a chain over all seals, so that a line, its seal and its head cannot go together unseen. */
export const logBatches = pgTable(
  'log_batches',
  { id: ref().primaryKey(), at: moment().notNull(), lines: integer().notNull(), seal: text().notNull() },
  () => housekeepingPolicies('log_batches', ['select', 'insert']),
)

/** When each chore was last done, and what came of it. */
export const choreRuns = pgTable(
  'chore_runs',
  {
    chore: text().primaryKey(),
    doneAt: moment(),
    /** How many rows it dealt with the last time. */
    rows: bigint({ mode: 'number' }).notNull().default(0),
    failedAt: moment(),
    error: text(),
  },
  () => chorePolicies('chore_runs'),
)
