import { sql } from 'drizzle-orm'
import { boolean, index, integer, pgTable, text, uniqueIndex } from 'drizzle-orm/pg-core'
import { holds } from './check'
import { day, identity, moment, names, ref, refs } from './column'
import { deals } from './deal'
import { casePolicies, settingPolicies } from './policy'
import { changeColumns, copiedCaseColumns, deletionColumns } from './record'
import { users } from './user'

/** The steps of entry that a deal gets: the administrator's list, in its order. `after_ids` are templates that come before. */
export const procedureTemplates = pgTable(
  'procedure_templates',
  {
    id: identity(),
    name: text().notNull(),
    names: names(),
    agency: text(),
    mandatory: boolean().notNull().default(true),
    /** Working days; null: without a day. */
    days: integer(),
    afterIds: refs(),
    position: integer().notNull(),
    active: boolean().notNull().default(true),
    version: integer().notNull().default(1),
    updatedAt: moment().notNull().default(sql`now()`),
  },
  t => [
    uniqueIndex('procedure_templates_name').on(t.name),
    ...settingPolicies('procedure_templates', 'procedure_template'),
  ],
)

const open = sql`done_on is null and waived_at is null and deleted_at is null`

/**
 * A step on a deal, open until it is done or waived. Desk and people are its deal's, written by a trigger
 * (db/sql/47_procedure.sql); `after_ids` are steps of the same deal.
 */
export const procedures = pgTable(
  'procedures',
  {
    id: identity(),
    dealId: ref()
      .notNull()
      .references(() => deals.id),
    templateId: ref().references(() => procedureTemplates.id),
    name: text().notNull(),
    names: names(),
    agency: text(),
    mandatory: boolean().notNull(),
    position: integer().notNull().default(0),
    afterIds: refs(),
    dueOn: day(),
    doneOn: day(),
    documentNumber: text(),
    officerId: ref().references(() => users.id),
    note: text(),
    waivedAt: moment(),
    waivedBy: ref(),
    waivedReason: text(),
    /** When people were told that it is overdue; null again with another day. */
    toldAt: moment(),
    ...copiedCaseColumns(),
    ...changeColumns(),
    ...deletionColumns(),
  },
  t => [
    index('procedures_deal').on(t.dealId, t.position, t.id),
    index('procedures_template').on(t.templateId).where(sql`template_id is not null`),
    index('procedures_open').on(t.dueOn, t.dealId).where(open),
    index('procedures_desk_open').on(t.deskId, t.dueOn, t.dealId).where(open),
    index('procedures_officer').on(t.officerId, t.dueOn).where(sql`officer_id is not null`),
    index('procedures_to_tell')
      .on(t.dueOn)
      .where(
        sql`done_on is null and waived_at is null and deleted_at is null and due_on is not null and told_at is null`,
      ),
    index('procedures_created_by').on(t.createdBy),
    index('procedures_team').using('gin', t.teamIds),
    index('procedures_readers').using('gin', t.readerIds),
    holds('procedures_settled_once', sql`${t.doneOn} is null or ${t.waivedAt} is null`),
    holds(
      'procedures_waived_whole',
      sql`num_nonnulls(${t.waivedAt}, ${t.waivedBy}, ${t.waivedReason}) in (0, 3)`,
    ),
    ...casePolicies('procedures'),
  ],
)
