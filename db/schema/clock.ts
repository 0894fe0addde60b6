import { sql } from 'drizzle-orm'
import { boolean, index, pgTable, text, unique } from 'drizzle-orm/pg-core'
import { countedClocks } from '@/domain/calendar/clock'
import { holds, oneOf } from './check'
import { day, identity, moment, ref } from './column'
import { deals } from './deal'
import { desks } from './desk'
import { leads } from './lead'
import { deskPolicies } from './policy'
import { users } from './user'

/**
 * A desk's record: a clock that was kept, or that was missed. Written by triggers and housekeeping alone
 * (db/sql/90_clock.sql); it stays with the desk and officer that had the case then.
 */
export const clockResults = pgTable(
  'clock_results',
  {
    id: identity(),
    kind: text({ enum: countedClocks }).notNull(),
    leadId: ref().references(() => leads.id),
    dealId: ref().references(() => deals.id),
    deskId: ref()
      .notNull()
      .references(() => desks.id),
    officerId: ref().references(() => users.id),
    dueOn: day().notNull(),
    /** The day on which it was recorded; null while what was missed is not done. */
    doneOn: day(),
    kept: boolean().notNull(),
    /** The day that it counts on: done in time, or due in vain. */
    settledOn: day().notNull(),
    recordedAt: moment().notNull().default(sql`now()`),
  },
  t => [
    unique('clock_results_once').on(t.leadId, t.dealId, t.kind, t.dueOn).nullsNotDistinct(),
    index('clock_results_deal').on(t.dealId),
    index('clock_results_settled').on(t.settledOn, t.id),
    index('clock_results_desk').on(t.deskId, t.settledOn, t.id),
    index('clock_results_officer').on(t.officerId, t.settledOn),
    oneOf('clock_results_kind_known', t.kind, countedClocks),
    holds('clock_results_one_case', sql`num_nonnulls(${t.leadId}, ${t.dealId}) = 1`),
    ...deskPolicies('clock_results'),
  ],
)
