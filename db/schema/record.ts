import { sql } from 'drizzle-orm'
import { integer, text } from 'drizzle-orm/pg-core'
import { moment, ref, refs } from './column'
import { desks } from './desk'
import { users } from './user'

/** Of what people change: the version that a form was opened on, who and when. */
export const changeColumns = () => ({
  version: integer().notNull().default(1),
  createdAt: moment().notNull().default(sql`now()`),
  createdBy: ref()
    .notNull()
    .references(() => users.id),
  updatedAt: moment().notNull().default(sql`now()`),
  updatedBy: ref().notNull(),
})

/** Deleted and restored, never removed. */
export const deletionColumns = () => ({ deletedAt: moment(), deletedBy: ref() })

/** Every business record: number, version, who and when, deletion. */
export const recordColumns = () => ({
  number: text().notNull().unique(),
  ...changeColumns(),
  ...deletionColumns(),
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

/** Of a part of a case that is listed by itself: desk and people of its case, copied by a trigger, for its row policies. */
export const copiedCaseColumns = () => ({
  deskId: ref().notNull().default(0),
  teamIds: refs(),
  readerIds: refs(),
})
