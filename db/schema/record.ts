import { sql } from 'drizzle-orm'
import { integer, text } from 'drizzle-orm/pg-core'
import { moment, ref, refs } from './column'
import { desks } from './desk'
import { users } from './user'

/** Every business record: number, version, who and when, deletion. */
export const recordColumns = () => ({
  number: text().notNull().unique(),
  version: integer().notNull().default(1),
  createdAt: moment().notNull().default(sql`now()`),
  createdBy: ref()
    .notNull()
    .references(() => users.id),
  updatedAt: moment().notNull().default(sql`now()`),
  updatedBy: ref().notNull(),
  deletedAt: moment(),
  deletedBy: ref(),
})

/** The record that this one was merged into: it is deleted then, until the merge is undone (db/sql/35_merge.sql). */
export const mergeColumns = () => ({ mergedInto: ref() })

/** Who a case belongs to. The case officer is always one of the team. */
export const caseColumns = () => ({
  deskId: ref()
    .notNull()
    .references(() => desks.id),
  caseOfficerId: ref().references(() => users.id),
  teamIds: refs(),
  readerIds: refs(),
})
