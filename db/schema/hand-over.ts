import { sql } from 'drizzle-orm'
import { index, integer, pgTable, text, uniqueIndex } from 'drizzle-orm/pg-core'
import { handOverStates } from '@/domain/hand-over/hand-over'
import { holds, oneOf } from './check'
import { identity, moment, ref, refs } from './column'
import { deals } from './deal'
import { desks } from './desk'
import { leads } from './lead'
import { handOverPolicies } from './policy'
import { users } from './user'

/** A lead or deal offered to another desk; one open offer a record. */
export const handOvers = pgTable(
  'hand_overs',
  {
    id: identity(),
    leadId: ref().references(() => leads.id),
    dealId: ref().references(() => deals.id),
    /** The record's number, for a head who does not see it any more. */
    number: text().notNull(),
    fromDeskId: ref()
      .notNull()
      .references(() => desks.id),
    toDeskId: ref()
      .notNull()
      .references(() => desks.id),
    reason: text().notNull(),
    creditShare: integer(),
    /** The heads who became readers of the record by this offer; they cease to be when it comes to nothing. */
    readerIds: refs(),
    proposedBy: ref()
      .notNull()
      .references(() => users.id),
    proposedAt: moment().notNull().default(sql`now()`),
    state: text({ enum: handOverStates }).notNull().default('open'),
    decidedBy: ref().references(() => users.id),
    decidedAt: moment(),
    decisionReason: text(),
  },
  t => [
    uniqueIndex('hand_overs_open_lead').on(t.leadId).where(sql`state = 'open'`),
    uniqueIndex('hand_overs_open_deal').on(t.dealId).where(sql`state = 'open'`),
    index('hand_overs_lead').on(t.leadId, t.id),
    index('hand_overs_deal').on(t.dealId, t.id),
    index('hand_overs_from').on(t.fromDeskId, t.id),
    index('hand_overs_to').on(t.toDeskId, t.state, t.id),
    index('hand_overs_state').on(t.state, t.id),
    index('hand_overs_proposed_by').on(t.proposedBy),
    index('hand_overs_decided_by').on(t.decidedBy),
    oneOf('hand_overs_state_known', t.state, handOverStates),
    holds('hand_overs_one_record', sql`num_nonnulls(${t.leadId}, ${t.dealId}) = 1`),
    holds('hand_overs_two_desks', sql`${t.fromDeskId} <> ${t.toDeskId}`),
    holds('hand_overs_share', sql`${t.creditShare} between 0 and 100`),
    holds('hand_overs_settled', sql`(${t.state} = 'open') = (${t.decidedAt} is null)`),
    ...handOverPolicies('hand_overs'),
  ],
)
