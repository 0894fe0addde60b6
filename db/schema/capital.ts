import { sql } from 'drizzle-orm'
import { boolean, index, integer, numeric, pgTable, text, uniqueIndex } from 'drizzle-orm/pg-core'
import { arrivalStates, capitalForms, partKinds, partOrigins, standings } from '@/domain/capital/capital'
import { holds, oneOf } from './check'
import { day, identity, minor, moment, ref } from './column'
import { deals } from './deal'
import { casePolicies, childPolicies } from './policy'
import { changeColumns, copiedCaseColumns, deletionColumns } from './record'
import { users } from './user'

/**
 * Parts, plans and arrivals are summed and listed over all deals, so each carries its deal's desk, people and standing,
 * written by a trigger (db/sql/48_capital.sql).
 */
const ofDeal = () => ({
  dealId: ref()
    .notNull()
    .references(() => deals.id),
  ...copiedCaseColumns(),
  standing: text({ enum: standings }).notNull().default('gone'),
})
/** What the part is; plans and arrivals carry it as well. */
const ofPart = () => ({
  kind: text({ enum: partKinds }).notNull(),
  origin: text({ enum: partOrigins }).notNull(),
  form: text({ enum: capitalForms }).notNull(),
})
const rate = () => numeric({ precision: 18, scale: 8 })

/** The structure as a whole: two people who change it at once meet on its version. */
export const capitalStructures = pgTable(
  'capital_structures',
  {
    dealId: ref()
      .primaryKey()
      .references(() => deals.id),
    ...changeColumns(),
  },
  t => [
    index('capital_structures_created_by').on(t.createdBy),
    ...childPolicies('capital_structures', 'deals', 'deal_id'),
  ],
)

/** One party's share of the total investment. `rest`: what is left of the total, in yuan; without amount until it is known. */
export const capitalParts = pgTable(
  'capital_parts',
  {
    id: identity(),
    ...ofDeal(),
    position: integer().notNull(),
    ...ofPart(),
    party: text(),
    rest: boolean().notNull().default(false),
    minor: minor(),
    currency: text().notNull(),
    /** At the deal's rate: its own for its currency, else the latest of the day on which the total was stated. */
    rate: rate(),
    cny: minor(),
    /** Since when it is so (`capital_facts` has what was before). */
    effectiveOn: day().notNull(),
    createdAt: moment().notNull().default(sql`now()`),
    createdBy: ref()
      .notNull()
      .references(() => users.id),
    ...deletionColumns(),
  },
  t => [
    index('capital_parts_deal').on(t.dealId, t.position),
    index('capital_parts_desk').on(t.deskId, t.standing).where(sql`deleted_at is null`),
    index('capital_parts_team').using('gin', t.teamIds),
    index('capital_parts_readers').using('gin', t.readerIds),
    index('capital_parts_created_by').on(t.createdBy),
    uniqueIndex('capital_parts_one_rest').on(t.dealId).where(sql`rest and deleted_at is null`),
    oneOf('capital_parts_kind_known', t.kind, partKinds),
    oneOf('capital_parts_origin_known', t.origin, partOrigins),
    oneOf('capital_parts_form_known', t.form, capitalForms),
    oneOf('capital_parts_standing_known', t.standing, standings),
    holds('capital_parts_positive', sql`${t.minor} > 0`),
    holds('capital_parts_stated', sql`${t.rest} or ${t.minor} is not null`),
    holds('capital_parts_loan_is_cash', sql`${t.kind} = 'registered' or ${t.form} = 'cash'`),
    ...casePolicies('capital_parts'),
  ],
)

/** What is expected of a part, between two days or by one. `open…`: what of it has not come, kept by the writes. */
export const plannedArrivals = pgTable(
  'planned_arrivals',
  {
    id: identity(),
    ...ofDeal(),
    partId: ref()
      .notNull()
      .references(() => capitalParts.id),
    ...ofPart(),
    /** Null: by `byOn`, no matter from when. */
    fromOn: day(),
    byOn: day().notNull(),
    minor: minor().notNull(),
    currency: text().notNull(),
    rate: rate(),
    cny: minor(),
    openMinor: minor().notNull(),
    openCny: minor(),
    /** Since when it is planned so. */
    effectiveOn: day().notNull(),
    note: text(),
    /** When officer and head were told that it is overdue; another last day begins anew. */
    toldAt: moment(),
    ...changeColumns(),
    ...deletionColumns(),
  },
  t => [
    index('planned_arrivals_open').on(t.byOn, t.id).where(sql`open_minor > 0 and deleted_at is null`),
    index('planned_arrivals_desk_open')
      .on(t.deskId, t.byOn, t.id)
      .where(sql`open_minor > 0 and deleted_at is null`),
    index('planned_arrivals_deal').on(t.dealId, t.byOn),
    index('planned_arrivals_part').on(t.partId),
    index('planned_arrivals_team').using('gin', t.teamIds),
    index('planned_arrivals_readers').using('gin', t.readerIds),
    index('planned_arrivals_created_by').on(t.createdBy),
    index('planned_arrivals_untold')
      .on(t.byOn)
      .where(sql`told_at is null and open_minor > 0 and deleted_at is null`),
    oneOf('planned_arrivals_kind_known', t.kind, partKinds),
    oneOf('planned_arrivals_origin_known', t.origin, partOrigins),
    oneOf('planned_arrivals_form_known', t.form, capitalForms),
    oneOf('planned_arrivals_standing_known', t.standing, standings),
    holds('planned_arrivals_days', sql`${t.fromOn} is null or ${t.fromOn} <= ${t.byOn}`),
    holds('planned_arrivals_positive', sql`${t.minor} > 0 and ${t.openMinor} between 0 and ${t.minor}`),
    ...casePolicies('planned_arrivals'),
  ],
)

/**
 * What came of a part, and on what evidence. It counts when another than its proposer has confirmed it, and until a
 * correction takes its place. Never deleted: one that never came is struck out by a correction.
 */
export const arrivals = pgTable(
  'arrivals',
  {
    id: identity(),
    ...ofDeal(),
    partId: ref()
      .notNull()
      .references(() => capitalParts.id),
    ...ofPart(),
    /** Cash: on the account; shares: in the register; equipment: through customs. */
    arrivedOn: day().notNull(),
    minor: minor().notNull(),
    currency: text().notNull(),
    rate: rate(),
    cny: minor(),
    /** What it counts against its part, in the part's currency. */
    creditedMinor: minor().notNull(),
    /** The document that proves it; the file itself is an attachment with this arrival's id. */
    voucher: text().notNull(),
    note: text(),
    correctsId: ref(),
    /** A correction that says: it never came. */
    strikes: boolean().notNull().default(false),
    correctionReason: text(),
    state: text({ enum: arrivalStates }).notNull().default('proposed'),
    proposedBy: ref()
      .notNull()
      .references(() => users.id),
    proposedAt: moment().notNull().default(sql`now()`),
    decidedBy: ref().references(() => users.id),
    decidedAt: moment(),
    /** Why it was returned. */
    reason: text(),
    supersededAt: moment(),
    version: integer().notNull().default(1),
  },
  t => [
    index('arrivals_counted').on(t.arrivedOn, t.id).where(sql`state = 'confirmed' and not strikes`),
    index('arrivals_desk_counted')
      .on(t.deskId, t.arrivedOn, t.id)
      .where(sql`state = 'confirmed' and not strikes`),
    index('arrivals_waiting').on(t.proposedAt, t.id).where(sql`state = 'proposed'`),
    index('arrivals_deal').on(t.dealId, t.arrivedOn),
    index('arrivals_part').on(t.partId),
    index('arrivals_team').using('gin', t.teamIds),
    index('arrivals_readers').using('gin', t.readerIds),
    index('arrivals_proposed_by').on(t.proposedBy),
    index('arrivals_decided_by').on(t.decidedBy),
    uniqueIndex('arrivals_one_correction').on(t.correctsId).where(sql`state = 'proposed'`),
    oneOf('arrivals_kind_known', t.kind, partKinds),
    oneOf('arrivals_origin_known', t.origin, partOrigins),
    oneOf('arrivals_form_known', t.form, capitalForms),
    oneOf('arrivals_standing_known', t.standing, standings),
    oneOf('arrivals_state_known', t.state, arrivalStates),
    holds('arrivals_positive', sql`${t.minor} > 0 and ${t.creditedMinor} > 0`),
    holds('arrivals_two_people', sql`${t.decidedBy} <> ${t.proposedBy}`),
    holds('arrivals_decided', sql`(${t.state} = 'proposed') = (${t.decidedAt} is null)`),
    holds('arrivals_strike_corrects', sql`not ${t.strikes} or ${t.correctsId} is not null`),
    ...casePolicies('arrivals'),
  ],
)

/**
 * What a part was, and with `planId` what was planned of it, from one day to another: written by a trigger (db/sql/48_capital.sql),
 * so that capital as of a day is what was agreed then. As of D: effective_on <= D and (effective_until is null or > D); an
 * exclusion constraint keeps the lines of one part or plan from overlapping.
 */
export const capitalFacts = pgTable(
  'capital_facts',
  {
    id: identity(),
    dealId: ref()
      .notNull()
      .references(() => deals.id),
    partId: ref()
      .notNull()
      .references(() => capitalParts.id),
    planId: ref().references(() => plannedArrivals.id),
    ...ofPart(),
    party: text(),
    fromOn: day(),
    byOn: day(),
    minor: minor(),
    currency: text().notNull(),
    rate: rate(),
    cny: minor(),
    effectiveOn: day().notNull(),
    effectiveUntil: day(),
    recordedAt: moment().notNull(),
    recordedBy: ref().notNull(),
  },
  t => [
    index('capital_facts_deal').on(t.dealId),
    index('capital_facts_part').on(t.partId, t.effectiveOn),
    index('capital_facts_plan').on(t.planId, t.effectiveOn).where(sql`plan_id is not null`),
    oneOf('capital_facts_kind_known', t.kind, partKinds),
    oneOf('capital_facts_origin_known', t.origin, partOrigins),
    oneOf('capital_facts_form_known', t.form, capitalForms),
    holds('capital_facts_plan_has_day', sql`(${t.planId} is null) = (${t.byOn} is null)`),
    ...childPolicies('capital_facts', 'deals', 'deal_id'),
  ],
)
