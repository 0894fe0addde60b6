import { desc, eq } from 'drizzle-orm'
import { as, type Tx } from '@/db/as'
import { type AttachmentRecord, fileRecord } from '@/db/attachment-record'
import { attachments } from '@/db/schema/attachment'
import { type AttachmentNoun, attachmentNouns } from '@/domain/attachment/attachment'
import type { Permit } from '@/domain/policy/permit'

export type Attachment = typeof attachments.$inferSelect
export type Attachments = { record: AttachmentRecord; rows: Attachment[]; deleted: Attachment[] }

/** More than one record can have (db/write/attachment.ts). */
const MOST = 400

/** The files of a record that the reader sees, newest first: those that stand, and those that were struck. */
export async function attachmentsOf(
  permit: Permit<'attachment.read'>,
  { noun, id }: { noun: AttachmentNoun; id: number },
): Promise<Attachments | null> {
  return as(permit, 'read', async tx => {
    const record = await fileRecord(tx, noun, { id })
    if (!record) return null
    const all = await tx
      .select()
      .from(attachments)
      .where(eq(attachments[`${noun}Id`], id))
      .orderBy(desc(attachments.id))
      .limit(MOST)
    const stands = (row: Attachment) => row.deletedAt === null
    return { record, rows: all.filter(stands), deleted: all.filter(row => !stands(row)) }
  })
}

/** A file and what it is on. Null: not there, of a deleted record, out of reach, or (unless `struck`) struck. */
export async function getAttachment(
  permit: Permit<'attachment.read'>,
  id: number,
  struck = false,
): Promise<{ row: Attachment; record: AttachmentRecord } | null> {
  return as(permit, 'read', async tx => {
    const [row] = await tx.select().from(attachments).where(eq(attachments.id, id))
    if (!row || (row.deletedAt && !struck)) return null
    const record = await recordOf(tx, row)
    return record && record.deletedAt === null ? { row, record } : null
  })
}

function recordOf(tx: Tx, row: Attachment) {
  const noun = Object.values(attachmentNouns).find(one => row[`${one}Id`] !== null)
  return noun && fileRecord(tx, noun, { id: row[`${noun}Id`] as number })
}
