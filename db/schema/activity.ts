import { sql } from 'drizzle-orm'
import { index, pgTable, text } from 'drizzle-orm/pg-core'
import { activityKinds } from '@/domain/activity/activity'
import { holds, oneOf } from './check'
import { day, identity, moment, ref, refs } from './column'
import { companies, contacts } from './company'
import { deals } from './deal'
import { leads } from './lead'
import { casePolicies } from './policy'
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
    deskId: ref().notNull().default(0),
    teamIds: refs(),
    readerIds: refs(),
    createdAt: moment().notNull().default(sql`now()`),
    /** For whom the author stood in. */
    forId: ref(),
    createdBy: ref()
      .notNull()
      .references(() => users.id),
    deletedAt: moment(),
    deletedBy: ref(),
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
