import { sql } from 'drizzle-orm'
import { boolean, index, integer, jsonb, numeric, pgTable, text } from 'drizzle-orm/pg-core'
import { dealForms, dealStages, dealStatuses, endReasons, entryDocumentKinds } from '@/domain/deal/deal'
import { factKinds } from '@/domain/fact/fact'
import { sources } from '@/domain/lead/lead'
import { holds, oneOf } from './check'
import { day, identity, minor, moment, names, ref } from './column'
import { companies, contacts } from './company'
import { industries } from './desk'
import { events } from './event'
import { factColumns } from './fact'
import { leads } from './lead'
import { casePolicies, childPolicies } from './policy'
import { caseColumns, mergeColumns, recordColumns } from './record'
import { users } from './user'

const alive = sql`deleted_at is null`
const worked = sql`status = 'active' and stage <> 'approved' and deleted_at is null`

export const deals = pgTable(
  'deals',
  {
    id: identity(),
    name: text().notNull(),
    names: names(),
    companyId: ref()
      .notNull()
      .references(() => companies.id),
    contactId: ref().references(() => contacts.id),
    partner: text(),
    target: text(),
    country: text().notNull(),
    province: text(),
    industryId: ref()
      .notNull()
      .references(() => industries.id),
    highTech: boolean(),
    form: text({ enum: dealForms }),
    content: text(),
    source: text({ enum: sources }).notNull(),
    eventId: ref().references(() => events.id),
    leadId: ref().references(() => leads.id),

    /* Total investment: a dated fact; these are the values that stand today. Null and not_stated: said to be unknown. */
    totalNotStated: boolean().notNull().default(false),
    totalMinor: minor(),
    totalCurrency: text(),
    totalRate: numeric({ precision: 18, scale: 8 }),
    totalCny: minor(),
    totalOn: day(),
    foreignMinor: minor(),
    foreignCurrency: text(),
    foreignRate: numeric({ precision: 18, scale: 8 }),
    foreignCny: minor(),
    foreignOn: day(),

    entryDocumentKind: text({ enum: entryDocumentKinds }),
    entryDocumentOn: day(),
    entryDocumentReference: text(),
    /** The intent signed: the entry document where that is one, else one beside it. */
    intentOn: day(),
    intentReference: text(),
    agreementOn: day(),
    agreementReference: text(),
    approvalAuthority: text(),
    approvalNumber: text(),
    approvalOn: day(),
    /** When the approval is expected, and how often that day and the next step's were put off (db/sql/47_put_off.sql). */
    approvalExpectedOn: day(),
    approvalPutOff: integer().notNull().default(0),

    landM2: integer(),
    jobs: integer(),
    outputCny: minor(),
    taxCny: minor(),
    note: text(),

    stage: text({ enum: dealStages }).notNull(),
    stageSince: day().notNull(),
    status: text({ enum: dealStatuses }).notNull().default('active'),
    statusSince: day().notNull(),
    statusReason: text({ enum: endReasons }),
    statusText: text(),
    lostTo: text(),
    reviewOn: day(),

    nextStep: text(),
    nextStepOn: day(),
    nextStepPutOff: integer().notNull().default(0),
    lastProgressAt: moment().notNull().default(sql`now()`),
    /** Until when there must be progress; null while no clock runs. Kept by a trigger (db/sql/90_clock.sql). */
    clockDue: day(),
    /** 包联领导: somebody with an account, or a cadre's name. */
    leaderId: ref().references(() => users.id),
    leaderName: text(),
    /** How many issues block it. Kept by a trigger (db/sql/48_issue.sql). */
    openIssues: integer().notNull().default(0),
    searchText: text().notNull(),
    ...caseColumns(),
    ...recordColumns(),
    ...mergeColumns(),
  },
  t => [
    // with what the usual list asks: page 1,000 is found without looking at the rows before it
    index('deals_by_updated').on(t.updatedAt, t.id, t.status, t.stage, t.stageSince).where(alive),
    index('deals_by_id').on(t.id).where(alive),
    index('deals_by_name').on(sql`name collate "zh-x-icu"`, t.id).where(alive),
    index('deals_by_total').on(t.totalCny, t.id).where(alive),
    index('deals_by_stage_since').on(t.stageSince, t.id).where(alive),
    index('deals_by_next_step').on(t.nextStepOn, t.id).where(alive),
    index('deals_desk_updated').on(t.deskId, t.updatedAt, t.id).where(alive),
    index('deals_desk_id').on(t.deskId, t.id).where(alive),
    index('deals_desk_name').on(t.deskId, sql`name collate "zh-x-icu"`, t.id).where(alive),
    index('deals_desk_total').on(t.deskId, t.totalCny, t.id).where(alive),
    index('deals_desk_stage_since').on(t.deskId, t.stageSince, t.id).where(alive),
    index('deals_desk_next_step').on(t.deskId, t.nextStepOn, t.id).where(alive),
    index('deals_by_clock').on(t.clockDue, t.id).where(sql`clock_due is not null and deleted_at is null`),
    index('deals_desk_clock')
      .on(t.deskId, t.clockDue, t.id)
      .where(sql`clock_due is not null and deleted_at is null`),
    index('deals_expected')
      .on(t.approvalExpectedOn, t.id)
      .where(sql`approval_expected_on is not null and deleted_at is null`),
    index('deals_stage').on(t.stage, t.status, t.stageSince).where(alive),
    index('deals_country').on(t.country, t.id).where(alive),
    index('deals_high_tech').on(t.updatedAt, t.id).where(sql`high_tech and deleted_at is null`),
    index('deals_blocked').on(t.updatedAt, t.id).where(sql`open_issues > 0 and deleted_at is null`),
    index('deals_intent_on').on(t.intentOn, t.id).where(sql`intent_on is not null and deleted_at is null`),
    index('deals_agreement_on')
      .on(t.agreementOn, t.id)
      .where(sql`agreement_on is not null and deleted_at is null`),
    index('deals_review').on(t.reviewOn, t.id).where(sql`status = 'on_hold' and deleted_at is null`),
    index('deals_leader').on(t.leaderId).where(sql`leader_id is not null`),
    index('deals_leader_name').on(t.leaderName).where(sql`leader_name is not null`),
    index('deals_team').using('gin', t.teamIds),
    index('deals_readers').using('gin', t.readerIds),
    index('deals_company').on(t.companyId),
    index('deals_contact').on(t.contactId),
    index('deals_industry').on(t.industryId),
    index('deals_event').on(t.eventId),
    index('deals_lead').on(t.leadId),
    index('deals_officer').on(t.caseOfficerId, t.stageSince, t.id).where(sql`deleted_at is null`),
    // the oldest of a stage that are still worked on: by the day alone one walks through all that ended before them
    index('deals_worked').on(t.stage, t.stageSince, t.id).where(worked),
    index('deals_officer_worked').on(t.caseOfficerId, t.stage, t.stageSince, t.id).where(worked),
    index('deals_created_by').on(t.createdBy),
    index('deals_merged').on(t.mergedInto).where(sql`merged_into is not null`),
    holds('deals_merged_is_deleted', sql`${t.mergedInto} is null or ${t.deletedAt} is not null`),
    oneOf('deals_stage_known', t.stage, dealStages),
    oneOf('deals_status_known', t.status, dealStatuses),
    oneOf('deals_form_known', t.form, dealForms),
    oneOf('deals_source_known', t.source, sources),
    oneOf('deals_status_reason_known', t.statusReason, endReasons),
    oneOf('deals_entry_document_known', t.entryDocumentKind, entryDocumentKinds),
    holds(
      'deals_officer_in_team',
      sql`${t.caseOfficerId} is null or ${t.teamIds} @> array[${t.caseOfficerId}]`,
    ),
    holds(
      'deals_total_whole',
      sql`(${t.totalMinor} is null) = (${t.totalCurrency} is null) and not (${t.totalNotStated} and ${t.totalMinor} is not null)`,
    ),
    holds('deals_foreign_whole', sql`(${t.foreignMinor} is null) = (${t.foreignCurrency} is null)`),
    holds('deals_one_leader', sql`num_nonnulls(${t.leaderId}, ${t.leaderName}) <= 1`),
    ...casePolicies('deals'),
  ],
)

export const dealFacts = pgTable(
  'deal_facts',
  {
    dealId: ref()
      .notNull()
      .references(() => deals.id),
    ...factColumns(),
  },
  t => [
    index('deal_facts_deal').on(t.dealId, t.fact, t.effectiveOn),
    index('deal_facts_value').on(t.fact, t.value, t.effectiveOn),
    index('deal_facts_recorded').on(t.recordedAt),
    oneOf('deal_facts_fact_known', t.fact, factKinds),
    ...childPolicies('deal_facts', 'deals', 'deal_id'),
  ],
)

/** Two people: one proposes the move to approved, another confirms or returns it. Until then the old value stands. */
export const stageProposals = pgTable(
  'stage_proposals',
  {
    id: identity(),
    dealId: ref()
      .notNull()
      .references(() => deals.id),
    to: text({ enum: dealStages }).notNull(),
    fields: jsonb().$type<Record<string, unknown>>().notNull(),
    effectiveOn: day().notNull(),
    proposedBy: ref()
      .notNull()
      .references(() => users.id),
    proposedAt: moment().notNull().default(sql`now()`),
    decision: text({ enum: ['confirmed', 'returned'] }),
    decidedBy: ref().references(() => users.id),
    decidedAt: moment(),
    reason: text(),
  },
  t => [
    index('stage_proposals_deal').on(t.dealId, t.id),
    index('stage_proposals_proposed_by').on(t.proposedBy),
    index('stage_proposals_decided_by').on(t.decidedBy),
    index('stage_proposals_open').on(t.dealId).where(sql`decided_at is null`),
    oneOf('stage_proposals_decision_known', t.decision, ['confirmed', 'returned']),
    oneOf('stage_proposals_to_known', t.to, dealStages),
    holds('stage_proposals_two_people', sql`${t.decidedBy} <> ${t.proposedBy}`),
    ...childPolicies('stage_proposals', 'deals', 'deal_id'),
  ],
)
