import { sql } from 'drizzle-orm'
import { index, pgTable, text } from 'drizzle-orm/pg-core'
import { activityKinds } from '@/domain/activity/activity'
import { holds, oneOf } from './check'
import { day, identity, moment, ref } from './column'
import { companies, contacts } from './company'
import { deals } from './deal'
import { events } from './event'
import { leads } from './lead'
import { casePolicies, childPolicies } from './policy'
import { copiedCaseColumns, deletionColumns } from './record'
import { users } from './user'

/** Belongs to one lead or deal, whose reach decides who sees it: desk and people are copied from it by a trigger. */
export const activities = pgTable(
  'activities',
  {
    id: identity(),
    leadId: ref().references(() => leads.id),
    dealId: ref().references(() => deals.id),
    companyId: ref().references(() => companies.id),
    contactId: ref().references(() => contacts.id),
    kind: text({ enum: activityKinds }).notNull(),
    happenedOn: day().notNull(),
    text: text().notNull(),
    nextStep: text(),
    nextStepOn: day(),
    ...copiedCaseColumns(),
    createdAt: moment().notNull().default(sql`now()`),
    /** For whom the author stood in. */
    forId: ref(),
    createdBy: ref()
      .notNull()
      .references(() => users.id),
    ...deletionColumns(),
  },
  t => [
    index('activities_lead').on(t.leadId, t.happenedOn),
    index('activities_deal').on(t.dealId, t.happenedOn),
    index('activities_company').on(t.companyId, t.happenedOn),
    index('activities_contact').on(t.contactId),
    index('activities_created_by').on(t.createdBy),
    index('activities_desk').on(t.deskId, t.happenedOn, t.id),
    index('activities_team').using('gin', t.teamIds),
    index('activities_readers').using('gin', t.readerIds),
    oneOf('activities_kind_known', t.kind, activityKinds),
    holds('activities_one_record', sql`num_nonnulls(${t.leadId}, ${t.dealId}) = 1`),
    ...casePolicies('activities'),
  ],
)

/** What an activity touches beside its own record; seen as the activity is. One record a line. */
export const activityLinks = pgTable(
  'activity_links',
  {
    id: identity(),
    activityId: ref()
      .notNull()
      .references(() => activities.id),
    leadId: ref().references(() => leads.id),
    dealId: ref().references(() => deals.id),
    companyId: ref().references(() => companies.id),
    contactId: ref().references(() => contacts.id),
    eventId: ref().references(() => events.id),
  },
  t => [
    index('activity_links_activity').on(t.activityId),
    index('activity_links_lead').on(t.leadId, t.activityId),
    index('activity_links_deal').on(t.dealId, t.activityId),
    index('activity_links_company').on(t.companyId, t.activityId),
    index('activity_links_contact').on(t.contactId, t.activityId),
    index('activity_links_event').on(t.eventId, t.activityId),
    holds(
      'activity_links_one_record',
      sql`num_nonnulls(${t.leadId}, ${t.dealId}, ${t.companyId}, ${t.contactId}, ${t.eventId}) = 1`,
    ),
    ...childPolicies('activity_links', 'activities', 'activity_id'),
  ],
)
