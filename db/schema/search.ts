import { sql } from 'drizzle-orm'
import { type AnyPgColumn, index, pgTable, text } from 'drizzle-orm/pg-core'
import { ref, refs } from './column'
import { companies, contacts } from './company'
import { deals } from './deal'
import { events } from './event'
import { issues } from './issue'
import { leads } from './lead'
import { tasks } from './task'

/**
 * What each record is found by, and who may: beside the records, so that their other changes leave the index alone, and
 * without a grant to anybody, since no index on text serves under a row policy. Kept by triggers and asked through
 * `search_ids()` alone (db/sql/45_search.sql).
 */
const found = (name: string, record: () => AnyPgColumn) =>
  pgTable(
    name,
    {
      recordId: ref().primaryKey().references(record, { onDelete: 'cascade' }),
      /** ' own names | HOW THEY SOUND | names of what it belongs to ', each part in search form. */
      text: text().notNull(),
      /** Null: seen by all staff. Otherwise by this desk and these people. */
      deskId: ref(),
      teamIds: refs(),
      readerIds: refs(),
    },
    t => [index(`${name}_grams`).using('gin', sql`grams(${t.text})`)],
  ).enableRLS()

export const searchCompany = found('search_company', () => companies.id)
export const searchContact = found('search_contact', () => contacts.id)
/** Phones, e-mail and WeChat of a contact: only for whom they are shown. */
export const searchContactDetail = found('search_contact_detail', () => contacts.id)
export const searchLead = found('search_lead', () => leads.id)
export const searchDeal = found('search_deal', () => deals.id)
export const searchEvent = found('search_event', () => events.id)
export const searchIssue = found('search_issue', () => issues.id)
export const searchTask = found('search_task', () => tasks.id)
