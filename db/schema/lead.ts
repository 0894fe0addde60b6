import { sql } from 'drizzle-orm'
import { boolean, index, jsonb, numeric, pgTable, text } from 'drizzle-orm/pg-core'
import { factKinds } from '@/domain/fact/fact'
import {
  type Criterion,
  clockKinds,
  disqualifyReasons,
  leadStages,
  sources,
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
    clock: text({ enum: clockKinds }),
    clockDue: day(),
    /** True when no route caught it: it stands on the unrouted list until the director places it. */
    unrouted: boolean().notNull().default(false),
    note: text(),
    /** Of its name (domain/name/likeness.ts). */
    matchKeys: text().array().notNull().default(sql`'{}'::text[]`),
    searchText: text().notNull(),
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
    index('leads_unrouted').on(t.clockDue, t.id).where(sql`unrouted and deleted_at is null`),
    index('leads_team').using('gin', t.teamIds),
    index('leads_readers').using('gin', t.readerIds),
    index('leads_match').using('gin', t.matchKeys),
    index('leads_company').on(t.companyId),
    index('leads_contact').on(t.contactId),
    index('leads_industry').on(t.industryId),
    index('leads_event').on(t.eventId),
    index('leads_officer').on(t.caseOfficerId),
    index('leads_created_by').on(t.createdBy),
    index('leads_merged').on(t.mergedInto).where(sql`merged_into is not null`),
    holds('leads_merged_is_deleted', sql`${t.mergedInto} is null or ${t.deletedAt} is not null`),
    oneOf('leads_stage_known', t.stage, leadStages),
    oneOf('leads_source_known', t.source, sources),
    oneOf('leads_verdict_known', t.verdict, verdicts),
    oneOf('leads_clock_known', t.clock, clockKinds),
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
