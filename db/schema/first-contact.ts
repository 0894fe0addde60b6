import { sql } from 'drizzle-orm'
import { index, integer, pgTable, primaryKey, text, uniqueIndex } from 'drizzle-orm/pg-core'
import { contactEvidence } from '@/domain/first-contact/first-contact'
import { holds, oneOf } from './check'
import { day, identity, moment, ref } from './column'
import { desks } from './desk'
import { claimPolicies, contestPolicies, sharePolicies } from './policy'
import { users } from './user'

/**
 * A desk's first two-way contact with a named person of an investor, kept by triggers (db/sql/45_first_contact.sql). One
 * that lapsed stays, and the desk's next contact begins another. `investor` is `c:` and a company's id, or `n:` and the
 * key of a bare name.
 */
export const firstContacts = pgTable(
  'first_contacts',
  {
    id: identity(),
    investor: text().notNull(),
    deskId: ref()
      .notNull()
      .references(() => desks.id),
    leadId: ref(),
    dealId: ref(),
    activityId: ref(),
    kind: text({ enum: contactEvidence }).notNull(),
    /** Who was met. */
    withName: text().notNull(),
    at: moment().notNull().default(sql`now()`),
    by: ref()
      .notNull()
      .references(() => users.id),
    progressAt: moment().notNull().default(sql`now()`),
    /** Its activity was struck from the timeline. */
    struckAt: moment(),
  },
  t => [
    index('first_contacts_investor').on(t.investor, t.deskId, t.at),
    index('first_contacts_desk').on(t.deskId),
    index('first_contacts_by').on(t.by),
    index('first_contacts_lead').on(t.leadId),
    index('first_contacts_deal').on(t.dealId),
    index('first_contacts_activity').on(t.activityId),
    oneOf('first_contacts_kind_known', t.kind, contactEvidence),
    ...claimPolicies('first_contacts'),
  ],
)

/** Two desks claim the first contact with one investor: what both say, by when it is ruled, and the ruling. */
export const firstContactCases = pgTable(
  'first_contact_cases',
  {
    id: identity(),
    investor: text().notNull(),
    /** The investor's name at the time. */
    name: text().notNull(),
    noun: text({ enum: ['lead', 'deal'] }).notNull(),
    recordId: ref().notNull(),
    claimantDeskId: ref()
      .notNull()
      .references(() => desks.id),
    holderDeskId: ref()
      .notNull()
      .references(() => desks.id),
    reason: text().notNull(),
    openedAt: moment().notNull().default(sql`now()`),
    openedBy: ref()
      .notNull()
      .references(() => users.id),
    dueOn: day().notNull(),
    statement: text(),
    statedAt: moment(),
    statedBy: ref().references(() => users.id),
    winnerDeskId: ref().references(() => desks.id),
    ruling: text(),
    ruledAt: moment(),
    ruledBy: ref().references(() => users.id),
  },
  t => [
    // one investor is contested once at a time
    uniqueIndex('first_contact_cases_open').on(t.investor).where(sql`ruled_at is null`),
    index('first_contact_cases_investor').on(t.investor, t.ruledAt),
    index('first_contact_cases_by_time').on(t.ruledAt, t.openedAt, t.id),
    index('first_contact_cases_record').on(t.noun, t.recordId),
    index('first_contact_cases_claimant').on(t.claimantDeskId),
    index('first_contact_cases_holder').on(t.holderDeskId),
    index('first_contact_cases_winner').on(t.winnerDeskId),
    index('first_contact_cases_opened_by').on(t.openedBy),
    index('first_contact_cases_stated_by').on(t.statedBy),
    index('first_contact_cases_ruled_by').on(t.ruledBy),
    oneOf('first_contact_cases_noun_known', t.noun, ['lead', 'deal']),
    holds(
      'first_contact_cases_ruled',
      sql`num_nonnulls(${t.winnerDeskId}, ${t.ruling}, ${t.ruledAt}, ${t.ruledBy}) in (0, 4)`,
    ),
    holds('first_contact_cases_two_desks', sql`${t.claimantDeskId} <> ${t.holderDeskId}`),
    ...contestPolicies('first_contact_cases'),
  ],
)

/** The credit of a ruled case, in whole per cent for each desk; a trigger holds that they add up to 100. */
export const creditShares = pgTable(
  'credit_shares',
  {
    caseId: ref()
      .notNull()
      .references(() => firstContactCases.id),
    deskId: ref()
      .notNull()
      .references(() => desks.id),
    percent: integer().notNull(),
  },
  t => [
    primaryKey({ columns: [t.caseId, t.deskId] }),
    index('credit_shares_desk').on(t.deskId),
    holds('credit_shares_whole', sql`${t.percent} between 1 and 100`),
    ...sharePolicies('credit_shares'),
  ],
)
