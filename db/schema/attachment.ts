import { sql } from 'drizzle-orm'
import { bigint, index, pgTable, text } from 'drizzle-orm/pg-core'
import { attachmentKinds } from '@/domain/attachment/attachment'
import { arrivals } from './capital'
import { holds, oneOf } from './check'
import { day, identity, moment, ref } from './column'
import { companies } from './company'
import { deals } from './deal'
import { events } from './event'
import { leads } from './lead'
import { attachmentPolicies } from './policy'
import { procedures } from './procedure'
import { changeColumns, deletionColumns } from './record'

/**
 * What lies in the store (db/file), by its SHA-256: written before the content and taken away with it. Whatever keeps a
 * file refers to it; what nothing refers to a day after it was claimed is collected. Nobody's but two functions' (db/sql/50_file.sql).
 */
export const contents = pgTable(
  'contents',
  {
    digest: text().primaryKey(),
    size: bigint({ mode: 'number' }).notNull(),
    claimedAt: moment().notNull().default(sql`now()`),
  },
  t => [
    index('contents_claimed').on(t.claimedAt),
    holds('contents_digest_is_one', sql`${t.digest} ~ '^[0-9a-f]{64}$'`),
  ],
).enableRLS()

/** A file as evidence on a record, seen and written as that one is. Name and type are as found, not as claimed. */
export const attachments = pgTable(
  'attachments',
  {
    id: identity(),
    leadId: ref().references(() => leads.id),
    dealId: ref().references(() => deals.id),
    companyId: ref().references(() => companies.id),
    eventId: ref().references(() => events.id),
    /** A step or an arrival of this deal that it proves. */
    procedureId: ref().references(() => procedures.id),
    arrivalId: ref().references(() => arrivals.id),
    kind: text({ enum: attachmentKinds }).notNull(),
    title: text().notNull(),
    /** As it is offered for download: without a path, control characters and marks of direction. */
    fileName: text().notNull(),
    mediaType: text().notNull(),
    size: bigint({ mode: 'number' }).notNull(),
    digest: text()
      .notNull()
      .references(() => contents.digest),
    /** The document's own date and number. */
    documentOn: day(),
    documentNumber: text(),
    ...changeColumns(),
    ...deletionColumns(),
  },
  t => [
    index('attachments_lead').on(t.leadId, t.id),
    index('attachments_deal').on(t.dealId, t.id),
    index('attachments_company').on(t.companyId, t.id),
    index('attachments_event').on(t.eventId, t.id),
    index('attachments_procedure').on(t.procedureId).where(sql`procedure_id is not null`),
    index('attachments_arrival').on(t.arrivalId).where(sql`arrival_id is not null`),
    index('attachments_digest').on(t.digest),
    index('attachments_created_by').on(t.createdBy),
    oneOf('attachments_kind_known', t.kind, attachmentKinds),
    holds(
      'attachments_one_record',
      sql`num_nonnulls(${t.leadId}, ${t.dealId}, ${t.companyId}, ${t.eventId}) = 1`,
    ),
    holds(
      'attachments_of_a_deal',
      sql`num_nonnulls(${t.procedureId}, ${t.arrivalId}) <= case when ${t.dealId} is null then 0 else 1 end`,
    ),
    ...attachmentPolicies('attachments'),
  ],
)
