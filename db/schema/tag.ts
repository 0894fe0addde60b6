import { sql } from 'drizzle-orm'
import { index, integer, pgTable, primaryKey, text, uniqueIndex } from 'drizzle-orm/pg-core'
import { identity, moment, ref } from './column'
import { companies } from './company'
import { deals } from './deal'
import { leads } from './lead'
import { caseTagPolicies, settingPolicies, sharedTagPolicies } from './policy'
import { users } from './user'

/** The bureau's own words for leads, deals and companies alike. One for each key, whatever the script or the width. */
export const tags = pgTable(
  'tags',
  {
    id: identity(),
    name: text().notNull(),
    key: text().notNull(),
    colour: integer().notNull().default(0),
    version: integer().notNull().default(1),
    createdAt: moment().notNull().default(sql`now()`),
    createdBy: ref().references(() => users.id),
    updatedAt: moment().notNull().default(sql`now()`),
  },
  t => [
    uniqueIndex('tags_key').on(t.key),
    index('tags_created_by').on(t.createdBy),
    ...settingPolicies('tags', 'tag'),
  ],
)

const tagId = () =>
  ref()
    .notNull()
    .references(() => tags.id)

export const leadTags = pgTable(
  'lead_tags',
  {
    leadId: ref()
      .notNull()
      .references(() => leads.id),
    tagId: tagId(),
  },
  t => [
    primaryKey({ columns: [t.leadId, t.tagId] }),
    index('lead_tags_tag').on(t.tagId, t.leadId),
    ...caseTagPolicies('lead_tags', 'leads', 'lead_id'),
  ],
)

export const dealTags = pgTable(
  'deal_tags',
  {
    dealId: ref()
      .notNull()
      .references(() => deals.id),
    tagId: tagId(),
  },
  t => [
    primaryKey({ columns: [t.dealId, t.tagId] }),
    index('deal_tags_tag').on(t.tagId, t.dealId),
    ...caseTagPolicies('deal_tags', 'deals', 'deal_id'),
  ],
)

export const companyTags = pgTable(
  'company_tags',
  {
    companyId: ref()
      .notNull()
      .references(() => companies.id),
    tagId: tagId(),
  },
  t => [
    primaryKey({ columns: [t.companyId, t.tagId] }),
    index('company_tags_tag').on(t.tagId, t.companyId),
    ...sharedTagPolicies('company_tags'),
  ],
)
