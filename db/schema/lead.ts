import { sql } from 'drizzle-orm'
import { boolean, index, integer, jsonb, numeric, pgTable, text, uniqueIndex } from 'drizzle-orm/pg-core'
import { factKinds } from '@/domain/fact/fact'
import {
  appraisalDecisions,
  type Criterion,
  clockKinds,
  disqualifyReasons,
  leadStages,
  sources,
  tellWays,
  verdicts,
} from '@/domain/lead/lead'
import { locales } from '@/domain/user/user'
import { holds, oneOf } from './check'
import { day, identity, minor, moment, ref } from './column'
import { companies, contacts } from './company'
import { industries } from './desk'
import { events } from './event'
import { factColumns } from './fact'
import { casePolicies, childPolicies } from './policy'
import { caseColumns, mergeColumns, recordColumns } from './record'
import { users } from './user'

export const leads = pgTable(
  'leads',
  {
    id: identity(),
    companyId: ref().references(() => companies.id),
    /** The investor as it was first written: a company, or a person's card. */
    name: text().notNull(),
    nameLocale: text({ enum: locales }),
    contactId: ref().references(() => contacts.id),
    country: text().notNull(),
    province: text(),
    industryId: ref().references(() => industries.id),
    source: text({ enum: sources }).notNull(),
    eventId: ref().references(() => events.id),
    introducedBy: text(),
    /** Until when whoever introduced it is to be told; null once told, or without one. */
    tellDue: day(),
    toldOn: day(),
    toldHow: text({ enum: tellWays }),
    toldText: text(),
    need: text().notNull(),
    landAsked: boolean().notNull().default(false),
    intendedMinor: minor(),
    intendedCurrency: text(),
    intendedRate: numeric({ precision: 18, scale: 8 }),
    intendedCny: minor(),
    stage: text({ enum: leadStages }).notNull().default('new'),
    stageSince: day().notNull(),
    reachedName: text(),
    firstContactAt: moment(),
    verdict: text({ enum: verdicts }),
    verdictReason: text(),
    scores: jsonb().$type<Partial<Record<Criterion, number>>>(),
    disqualifyReason: text({ enum: disqualifyReasons }),
    disqualifyText: text(),
    nextStep: text(),
    nextStepOn: day(),
    lastProgressAt: moment().notNull().default(sql`now()`),
    /** When it was entered here, where it was first entered elsewhere: no clock ran before. */
    enteredAt: moment(),
    clock: text({ enum: clockKinds }),
    clockDue: day(),
    /** True when no route caught it: it stands on the unrouted list until the director places it. */
    unrouted: boolean().notNull().default(false),
    note: text(),
    /** Of its name (domain/name/likeness.ts). */
    matchKeys: text().array().notNull().default(sql`'{}'::text[]`),
    searchText: text().notNull(),
    /** How many issues block it. Kept by a trigger (db/sql/48_issue.sql). */
    openIssues: integer().notNull().default(0),
    ...caseColumns(),
    ...recordColumns(),
    ...mergeColumns(),
  },
  t => [
    index('leads_by_clock').on(t.clockDue, t.id).where(sql`deleted_at is null`),
    index('leads_by_updated').on(t.updatedAt, t.id).where(sql`deleted_at is null`),
    index('leads_by_name').on(sql`name collate "zh-x-icu"`, t.id).where(sql`deleted_at is null`),
    index('leads_by_amount').on(t.intendedCny, t.id).where(sql`deleted_at is null`),
    index('leads_by_next_step').on(t.nextStepOn, t.id).where(sql`deleted_at is null`),
    index('leads_desk_clock').on(t.deskId, t.clockDue, t.id).where(sql`deleted_at is null`),
    index('leads_desk_updated').on(t.deskId, t.updatedAt, t.id).where(sql`deleted_at is null`),
    index('leads_desk_name').on(t.deskId, sql`name collate "zh-x-icu"`, t.id).where(sql`deleted_at is null`),
    index('leads_desk_amount').on(t.deskId, t.intendedCny, t.id).where(sql`deleted_at is null`),
    index('leads_desk_next_step').on(t.deskId, t.nextStepOn, t.id).where(sql`deleted_at is null`),
    index('leads_country').on(t.country, t.id).where(sql`deleted_at is null`),
    index('leads_source').on(t.source, t.id).where(sql`deleted_at is null`),
    index('leads_tell').on(t.tellDue, t.id).where(sql`tell_due is not null and deleted_at is null`),
    index('leads_unrouted').on(t.clockDue, t.id).where(sql`unrouted and deleted_at is null`),
    index('leads_team').using('gin', t.teamIds),
    index('leads_readers').using('gin', t.readerIds),
    index('leads_match').using('gin', t.matchKeys),
    index('leads_company').on(t.companyId),
    index('leads_contact').on(t.contactId),
    index('leads_industry').on(t.industryId),
    index('leads_event').on(t.eventId),
    index('leads_officer').on(t.caseOfficerId, t.clockDue, t.id).where(sql`deleted_at is null`),
    index('leads_created_by').on(t.createdBy),
    index('leads_merged').on(t.mergedInto).where(sql`merged_into is not null`),
    holds('leads_merged_is_deleted', sql`${t.mergedInto} is null or ${t.deletedAt} is not null`),
    oneOf('leads_stage_known', t.stage, leadStages),
    oneOf('leads_source_known', t.source, sources),
    oneOf('leads_verdict_known', t.verdict, verdicts),
    oneOf('leads_clock_known', t.clock, clockKinds),
    oneOf('leads_told_how_known', t.toldHow, tellWays),
    oneOf('leads_disqualify_reason_known', t.disqualifyReason, disqualifyReasons),
    holds(
      'leads_officer_in_team',
      sql`${t.caseOfficerId} is null or ${t.teamIds} @> array[${t.caseOfficerId}]`,
    ),
    ...casePolicies('leads'),
  ],
)

export const leadFacts = pgTable(
  'lead_facts',
  {
    leadId: ref()
      .notNull()
      .references(() => leads.id),
    ...factColumns(),
  },
  t => [
    index('lead_facts_lead').on(t.leadId, t.fact, t.effectiveOn),
    index('lead_facts_value').on(t.fact, t.value, t.effectiveOn),
    oneOf('lead_facts_fact_known', t.fact, factKinds),
    ...childPolicies('lead_facts', 'leads', 'lead_id'),
  ],
)

type Scores = Partial<Record<Criterion, number>>

/**
 * An appraisal: what was asked for by whoever works on the lead, and what a head of its desk or the director gave. One
 * that was given at once has both by the same person. At most one of a lead waits.
 */
export const leadAppraisals = pgTable(
  'lead_appraisals',
  {
    id: identity(),
    leadId: ref()
      .notNull()
      .references(() => leads.id),
    askedVerdict: text({ enum: verdicts }),
    askedReason: text(),
    askedScores: jsonb().$type<Scores>(),
    askedBy: ref()
      .notNull()
      .references(() => users.id),
    askedAt: moment().notNull().default(sql`now()`),
    decision: text({ enum: appraisalDecisions }),
    decidedBy: ref().references(() => users.id),
    decidedAt: moment(),
    verdict: text({ enum: verdicts }),
    /** Of the verdict, or why it was returned. */
    reason: text(),
    scores: jsonb().$type<Scores>(),
    /** The weights by which the scores counted on that day. */
    weights: jsonb().$type<Record<Criterion, number>>(),
  },
  t => [
    index('lead_appraisals_lead').on(t.leadId, t.id),
    uniqueIndex('lead_appraisals_one_waits').on(t.leadId).where(sql`decided_at is null`),
    index('lead_appraisals_asked_by').on(t.askedBy),
    index('lead_appraisals_decided_by').on(t.decidedBy),
    oneOf('lead_appraisals_decision_known', t.decision, appraisalDecisions),
    oneOf('lead_appraisals_asked_verdict_known', t.askedVerdict, verdicts),
    oneOf('lead_appraisals_verdict_known', t.verdict, verdicts),
    holds('lead_appraisals_given_whole', sql`${t.decision} <> 'given' or ${t.verdict} is not null`),
    ...childPolicies('lead_appraisals', 'leads', 'lead_id'),
  ],
)
