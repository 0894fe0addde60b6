import { sql } from 'drizzle-orm'
import { boolean, index, pgTable, text, uniqueIndex } from 'drizzle-orm/pg-core'
import { companyKinds, origins, segments } from '@/domain/company/company'
import { consents } from '@/domain/contact/contact'
import { locales } from '@/domain/user/user'
import { holds, oneOf } from './check'
import { identity, moment, names, ref } from './column'
import { industries } from './desk'
import { detailPolicies, sharedPolicies } from './policy'
import { mergeColumns, recordColumns } from './record'
import { users } from './user'

export const companies = pgTable(
  'companies',
  {
    id: identity(),
    name: text().notNull(),
    names: names(),
    /** The language that the name is written in, for `lang` and fonts. */
    nameLocale: text({ enum: locales }),
    country: text().notNull(),
    province: text(),
    origin: text({ enum: origins }),
    kind: text({ enum: companyKinds }),
    segment: text({ enum: segments }),
    industryId: ref().references(() => industries.id),
    creditCode: text(),
    website: text(),
    parentId: ref(),
    inZone: boolean().notNull().default(false),
    note: text(),
    nameKey: text().notNull(),
    /** Of every name that it has (domain/name/likeness.ts): by them another of the same or a similar name finds it. */
    matchKeys: text().array().notNull().default(sql`'{}'::text[]`),
    searchText: text().notNull(),
    ...recordColumns(),
    ...mergeColumns(),
  },
  t => [
    uniqueIndex('companies_credit_code').on(t.creditCode).where(sql`deleted_at is null`),
    index('companies_by_name').on(sql`name collate "zh-x-icu"`, t.id).where(sql`deleted_at is null`),
    index('companies_by_updated').on(t.updatedAt, t.id).where(sql`deleted_at is null`),
    index('companies_country').on(t.country, t.id).where(sql`deleted_at is null`),
    index('companies_name_key').on(t.nameKey).where(sql`deleted_at is null`),
    index('companies_match').using('gin', t.matchKeys),
    index('companies_industry').on(t.industryId),
    index('companies_parent').on(t.parentId),
    index('companies_created_by').on(t.createdBy),
    index('companies_merged').on(t.mergedInto).where(sql`merged_into is not null`),
    holds('companies_merged_is_deleted', sql`${t.mergedInto} is null or ${t.deletedAt} is not null`),
    oneOf('companies_origin_known', t.origin, origins),
    oneOf('companies_kind_known', t.kind, companyKinds),
    oneOf('companies_segment_known', t.segment, segments),
    ...sharedPolicies('companies'),
  ],
)

export const contacts = pgTable(
  'contacts',
  {
    id: identity(),
    companyId: ref().references(() => companies.id),
    name: text().notNull(),
    names: names(),
    title: text(),
    language: text({ enum: locales }),
    consent: text({ enum: consents }).notNull().default('unknown'),
    note: text(),
    searchText: text().notNull(),
    ...recordColumns(),
    ...mergeColumns(),
  },
  t => [
    index('contacts_by_name').on(sql`name collate "zh-x-icu"`, t.id).where(sql`deleted_at is null`),
    index('contacts_by_updated').on(t.updatedAt, t.id).where(sql`deleted_at is null`),
    index('contacts_company').on(t.companyId),
    index('contacts_created_by').on(t.createdBy),
    index('contacts_merged').on(t.mergedInto).where(sql`merged_into is not null`),
    holds('contacts_merged_is_deleted', sql`${t.mergedInto} is null or ${t.deletedAt} is not null`),
    oneOf('contacts_consent_known', t.consent, consents),
    oneOf('contacts_language_known', t.language, locales),
    ...sharedPolicies('contacts'),
  ],
)

/** Kept apart, so that a row policy can withhold them (domain/policy/table.ts, contactDetails). */
export const contactDetails = pgTable(
  'contact_details',
  {
    contactId: ref()
      .primaryKey()
      .references(() => contacts.id),
    phones: text().array().notNull().default(sql`'{}'::text[]`),
    email: text(),
    wechat: text(),
    /** Phones (`t:`) and e-mail (`e:`) as they are compared. */
    matchKeys: text().array().notNull().default(sql`'{}'::text[]`),
    updatedAt: moment().notNull().default(sql`now()`),
    updatedBy: ref()
      .notNull()
      .references(() => users.id),
  },
  t => [
    index('contact_details_updated_by').on(t.updatedBy),
    index('contact_details_match').using('gin', t.matchKeys),
    ...detailPolicies('contact_details'),
  ],
)
