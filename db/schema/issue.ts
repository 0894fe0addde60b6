import { sql } from 'drizzle-orm'
import { index, pgTable, text } from 'drizzle-orm/pg-core'
import { issueKinds } from '@/domain/issue/issue'
import { holds, oneOf } from './check'
import { day, identity, moment, ref } from './column'
import { deals } from './deal'
import { leads } from './lead'
import { casePolicies } from './policy'
import { changeColumns, copiedCaseColumns, deletionColumns } from './record'
import { users } from './user'

const open = sql`closed_on is null and deleted_at is null`

/**
 * What blocks a lead or deal. Desk and people are its record's, and how many are open stands on that record
 * (`open_issues`): both written by triggers (db/sql/48_issue.sql).
 */
export const issues = pgTable(
  'issues',
  {
    id: identity(),
    leadId: ref().references(() => leads.id),
    dealId: ref().references(() => deals.id),
    kind: text({ enum: issueKinds }).notNull(),
    title: text().notNull(),
    text: text(),
    searchText: text().notNull().default(''),
    /** Who is to see to it. */
    ownerId: ref().references(() => users.id),
    dueOn: day(),
    openedOn: day().notNull(),
    closedOn: day(),
    closedBy: ref().references(() => users.id),
    /** What settled it. */
    settledBy: text(),
    reopenedAt: moment(),
    ...copiedCaseColumns(),
    ...changeColumns(),
    ...deletionColumns(),
  },
  t => [
    index('issues_deal').on(t.dealId, t.closedOn, t.id),
    index('issues_lead').on(t.leadId, t.closedOn, t.id),
    index('issues_open').on(t.dueOn, t.id).where(open),
    index('issues_desk_open').on(t.deskId, t.dueOn, t.id).where(open),
    index('issues_owner').on(t.ownerId, t.dueOn, t.id),
    index('issues_closed').on(t.closedOn, t.id).where(sql`closed_on is not null and deleted_at is null`),
    index('issues_closed_by').on(t.closedBy).where(sql`closed_by is not null`),
    index('issues_created_by').on(t.createdBy),
    index('issues_team').using('gin', t.teamIds),
    index('issues_readers').using('gin', t.readerIds),
    oneOf('issues_kind_known', t.kind, issueKinds),
    holds('issues_one_record', sql`num_nonnulls(${t.leadId}, ${t.dealId}) = 1`),
    holds('issues_closed_whole', sql`num_nonnulls(${t.closedOn}, ${t.closedBy}, ${t.settledBy}) in (0, 3)`),
    holds('issues_days_in_order', sql`${t.closedOn} >= ${t.openedOn}`),
    ...casePolicies('issues'),
  ],
)
