import { sql } from 'drizzle-orm'
import { index, integer, jsonb, pgTable, primaryKey, text, uniqueIndex } from 'drizzle-orm/pg-core'
import { mergeNouns } from '@/domain/merge/merge'
import { holds, oneOf } from './check'
import { identity, moment, ref } from './column'
import { mergePolicies, mergeValuePolicies } from './policy'
import { users } from './user'

/** Two records made one: the merged one is deleted and points at the one that was kept. Undone, both stand again. */
export const merges = pgTable(
  'merges',
  {
    id: identity(),
    noun: text({ enum: mergeNouns }).notNull(),
    keptId: ref().notNull(),
    mergedId: ref().notNull(),
    /** How many links moved, by table. */
    moved: jsonb().$type<Record<string, number>>().notNull().default(sql`'{}'::jsonb`),
    mergedAt: moment().notNull().default(sql`now()`),
    mergedBy: ref()
      .notNull()
      .references(() => users.id),
    undoneAt: moment(),
    undoneBy: ref().references(() => users.id),
    /** What an undo left as it was, for it had been changed since: fields by name, and links. */
    stayed: text().array(),
    linksStayed: integer(),
  },
  t => [
    index('merges_kept').on(t.noun, t.keptId, t.id),
    uniqueIndex('merges_standing').on(t.noun, t.mergedId).where(sql`undone_at is null`),
    index('merges_merged_by').on(t.mergedBy),
    index('merges_undone_by').on(t.undoneBy),
    oneOf('merges_noun_known', t.noun, mergeNouns),
    holds('merges_two_records', sql`${t.keptId} <> ${t.mergedId}`),
    ...mergePolicies('merges'),
  ],
)

/** What an undo needs of the kept record: its fields before and after, and who joined. Purged when it is too late for one. */
export const mergeValues = pgTable(
  'merge_values',
  {
    mergeId: ref()
      .primaryKey()
      .references(() => merges.id),
    before: jsonb().$type<Record<string, unknown[]>>().notNull(),
    after: jsonb().$type<Record<string, unknown[]>>().notNull(),
  },
  () => mergeValuePolicies('merge_values'),
)

/** Each row that a merge moved: where (`contacts.company_id`) and which. Written and read by db/sql/35_merge.sql alone. */
export const mergeLinks = pgTable(
  'merge_links',
  {
    mergeId: ref()
      .notNull()
      .references(() => merges.id),
    point: text().notNull(),
    key: text().array().notNull(),
  },
  t => [primaryKey({ columns: [t.mergeId, t.point, t.key] })],
).enableRLS()
