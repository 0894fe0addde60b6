import { and, eq, isNull } from 'drizzle-orm'
import type { Tx } from '@/db/as'
import { fileRecord } from '@/db/attachment-record'
import { attachments } from '@/db/schema/attachment'
import { arrivals } from '@/db/schema/capital'
import { procedures } from '@/db/schema/procedure'
import { type AttachmentNoun, attachmentNouns } from '@/domain/attachment/attachment'
import type { AttachInput } from '@/domain/attachment/input'
import { attachmentRights } from '@/domain/attachment/right'
import { gone, invalidField, type Outcome, refused } from '@/domain/outcome'
import type { Permit } from '@/domain/policy/permit'

/** What a file hangs on: the columns of its row. */
export type Place = {
  noun: AttachmentNoun
  id: number
  on: { procedureId: number | null; arrivalId: number | null } & Partial<
    Record<`${AttachmentNoun}Id`, number>
  >
}
type Asked = Pick<AttachInput, 'record' | 'procedureId' | 'arrivalId'>

/** The record, and the step or arrival of it, that files are for; or why this person puts none there. */
export async function placeOf(tx: Tx, permit: Permit<'attachment.create'>, asked: Asked) {
  const noun = attachmentNouns[asked.record[0] as keyof typeof attachmentNouns]
  const row = await fileRecord(tx, noun, { number: asked.record })
  if (!row || row.deletedAt) return gone()
  if (!attachmentRights(permit.actor, row).add) return refused('common.not_permitted')
  const fault = await partFault(tx, asked, noun, row.id)
  const { procedureId, arrivalId } = asked
  const place: Place = { noun, id: row.id, on: { [`${noun}Id`]: row.id, procedureId, arrivalId } }
  return fault ?? place
}

export const isPlace = (found: Place | Outcome<never>): found is Place => 'noun' in found

/** A step or an arrival must be one of this very deal. */
async function partFault(tx: Tx, { procedureId, arrivalId }: Asked, noun: AttachmentNoun, id: number) {
  if (procedureId === null && arrivalId === null) return null
  const dealId = noun === 'deal' ? id : 0
  if (procedureId !== null) {
    const mine = and(eq(procedures.id, procedureId), eq(procedures.dealId, dealId))
    const found = await tx.select({ id: procedures.id }).from(procedures).where(mine)
    if (found.length === 0 || arrivalId !== null) return invalidField('procedureId', 'input.not_offered')
    return null
  }
  const mine = and(eq(arrivals.id, arrivalId as number), eq(arrivals.dealId, dealId))
  const found = await tx.select({ id: arrivals.id }).from(arrivals).where(mine)
  return found.length === 0 ? invalidField('arrivalId', 'input.not_offered') : null
}

/** The files that hang on the same place and were not struck. */
export function livingAt({ noun, id, on }: Place) {
  const same = (column: typeof attachments.procedureId, value: number | null) =>
    value === null ? isNull(column) : eq(column, value)
  return and(
    eq(attachments[`${noun}Id`], id),
    same(attachments.procedureId, on.procedureId),
    same(attachments.arrivalId as never, on.arrivalId),
    isNull(attachments.deletedAt),
  )
}
