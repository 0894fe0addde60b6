import { and, desc, eq } from 'drizzle-orm'
import { as, type Tx } from '@/db/as'
import { type AttachmentRecord, fileRecord } from '@/db/attachment-record'
import { attachments } from '@/db/schema/attachment'
import { arrivals } from '@/db/schema/capital'
import { procedures } from '@/db/schema/procedure'
import { type AttachmentNoun, attachmentNouns } from '@/domain/attachment/attachment'
import type { Permit } from '@/domain/policy/permit'
import type { Names } from '@/domain/user/user'

/** A step or an arrival of a deal that a file proves: the step by its name, the arrival by its voucher and day. */
export type FilePart = {
  kind: 'procedure' | 'arrival'
  id: number
  name: string
  names: Names
  on: string | null
}
export type Attachment = typeof attachments.$inferSelect
export type PlacedAttachment = Attachment & { part: FilePart | null }
export type Attachments = {
  record: AttachmentRecord
  rows: PlacedAttachment[]
  deleted: PlacedAttachment[]
}
type PartOf = { procedureId?: number | null; arrivalId?: number | null }

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
    const found = await tx
      .select({ row: attachments, ...partColumns })
      .from(attachments)
      .leftJoin(procedures, eq(procedures.id, attachments.procedureId))
      .leftJoin(arrivals, eq(arrivals.id, attachments.arrivalId))
      .where(eq(attachments[`${noun}Id`], id))
      .orderBy(desc(attachments.id))
      .limit(MOST)
    const all = found.map(({ row, ...joined }) => ({ ...row, part: partIn(joined) }))
    const stands = (row: Attachment) => row.deletedAt === null
    return { record, rows: all.filter(stands), deleted: all.filter(row => !stands(row)) }
  })
}

/** The step or arrival of this deal for which a file is to be added; null when it has none such. */
export async function filePart(
  permit: Permit<'attachment.read'>,
  dealId: number,
  { procedureId, arrivalId }: PartOf,
): Promise<FilePart | null> {
  return as(permit, 'read', async tx => {
    const { procedure, arrival } = partColumns
    if (procedureId) {
      const of = and(eq(procedures.id, procedureId), eq(procedures.dealId, dealId))
      const [found] = await tx.select({ procedure }).from(procedures).where(of)
      return found ? partIn({ ...found, arrival: null }) : null
    }
    const of = and(eq(arrivals.id, arrivalId ?? 0), eq(arrivals.dealId, dealId))
    const [found] = await tx.select({ arrival }).from(arrivals).where(of)
    return found ? partIn({ ...found, procedure: null }) : null
  })
}

const partColumns = {
  procedure: { id: procedures.id, name: procedures.name, names: procedures.names },
  arrival: { id: arrivals.id, name: arrivals.voucher, on: arrivals.arrivedOn },
}
type Joined = {
  procedure: { id: number; name: string; names: Names } | null
  arrival: { id: number; name: string; on: string } | null
}

function partIn({ procedure, arrival }: Joined): FilePart | null {
  if (procedure) return { kind: 'procedure', on: null, ...procedure }
  return arrival && { kind: 'arrival', names: {}, ...arrival }
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
