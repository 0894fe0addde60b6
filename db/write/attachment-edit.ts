import { eq, sql } from 'drizzle-orm'
import { type Tx, write } from '@/db/as'
import { attachments } from '@/db/schema/attachment'
import type { DeleteAttachmentInput, EditAttachmentInput } from '@/domain/attachment/input'
import { conflict, done, gone, type Outcome, refused } from '@/domain/outcome'
import type { Permit } from '@/domain/policy/permit'
import { recordAttachment } from './attachment-log'
import { changesBetween } from './change'
import { lastChange } from './last-change'

type Row = typeof attachments.$inferSelect

/** What is said of a file: its kind, title, date and number. The file itself never changes. */
export async function editAttachment(
  permit: Permit<'attachment.edit'>,
  { id, version, ...input }: EditAttachmentInput,
): Promise<Outcome<{ id: number; version: number }>> {
  return write(permit, async tx => {
    const row = await lock(tx, id, false)
    if (!isRow(row)) return row
    if (row.version !== version) return conflict(await theirsOf(tx, row))
    const changes = changesBetween(saidOf(row), input)
    if (Object.keys(changes).length === 0) return done({ id, version })
    const [changed] = await tx
      .update(attachments)
      .set({ ...input, version: version + 1, updatedAt: sql`now()`, updatedBy: permit.actor.id })
      .where(eq(attachments.id, id))
      .returning()
    if (!changed) throw new Error('an attachment that was held is not there')
    await recordAttachment(tx, changed, changed.kind === 'business_card' ? {} : { changes })
    return done({ id, version: version + 1 })
  })
}

/** Takes a file out of sight, or brings it back; an officer only what he brought himself. The content stays. */
export async function deleteAttachment(
  permit: Permit<'attachment.delete'>,
  { id, restore }: DeleteAttachmentInput,
): Promise<Outcome<{ id: number }>> {
  return write(permit, async tx => {
    const row = await lock(tx, id, restore)
    if (!isRow(row)) return row
    if (permit.reach === 'own' && row.createdBy !== permit.actor.id) return refused('common.not_permitted')
    await tx
      .update(attachments)
      .set({
        deletedAt: restore ? null : sql`now()`,
        deletedBy: restore ? null : permit.actor.id,
        version: row.version + 1,
        updatedAt: sql`now()`,
        updatedBy: permit.actor.id,
      })
      .where(eq(attachments.id, id))
    await recordAttachment(tx, row, { restored: restore })
    return done({ id })
  })
}

/** The row, held; one that is not seen, or not (yet) struck as asked, is gone; one that is seen only is refused. */
async function lock(tx: Tx, id: number, deleted: boolean): Promise<Row | Outcome<never>> {
  const [seen] = await tx
    .select({ deletedAt: attachments.deletedAt })
    .from(attachments)
    .where(eq(attachments.id, id))
  if (!seen || (seen.deletedAt !== null) !== deleted) return gone()
  const [row] = await tx.select().from(attachments).where(eq(attachments.id, id)).for('update')
  return row ?? refused('common.not_permitted')
}

const isRow = (found: Row | Outcome<never>): found is Row => 'digest' in found

const saidOf = ({ kind, title, documentOn, documentNumber }: Row) => ({
  kind,
  title,
  documentOn,
  documentNumber,
})

async function theirsOf(tx: Tx, row: Row) {
  const values = Object.fromEntries(Object.entries(saidOf(row)).map(([key, value]) => [key, value ?? '']))
  return { values, version: row.version, ...(await lastChange(tx, row)) }
}
