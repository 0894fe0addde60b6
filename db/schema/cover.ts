import { sql } from 'drizzle-orm'
import { index, pgTable, text } from 'drizzle-orm/pg-core'
import { holds } from './check'
import { day, identity, moment, ref } from './column'
import { coverPolicies } from './policy'
import { users } from './user'

/** A colleague stands in for an absent one. Nobody is covered twice on one day: an exclusion constraint. */
export const covers = pgTable(
  'covers',
  {
    id: identity(),
    absentId: ref()
      .notNull()
      .references(() => users.id),
    colleagueId: ref()
      .notNull()
      .references(() => users.id),
    fromOn: day().notNull(),
    untilOn: day().notNull(),
    reason: text(),
    createdBy: ref()
      .notNull()
      .references(() => users.id),
    createdAt: moment().notNull().default(sql`now()`),
    endedBy: ref().references(() => users.id),
    endedAt: moment(),
  },
  t => [
    index('covers_absent').on(t.absentId, t.untilOn),
    index('covers_colleague').on(t.colleagueId, t.untilOn),
    index('covers_created_by').on(t.createdBy),
    index('covers_ended_by').on(t.endedBy),
    index('covers_until').on(t.untilOn, t.id),
    holds('covers_two_people', sql`${t.absentId} <> ${t.colleagueId}`),
    holds('covers_days_in_order', sql`${t.untilOn} >= ${t.fromOn}`),
    ...coverPolicies('covers'),
  ],
)
