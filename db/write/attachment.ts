import { and, count, eq } from 'drizzle-orm'
import { as, type Tx, write } from '@/db/as'
import { type Arrival, arrive } from '@/db/file/arrival'
import { keepContent } from '@/db/file/content'
import { lookAt } from '@/db/file/look'
import { attachments } from '@/db/schema/attachment'
import type { AttachInput } from '@/domain/attachment/input'
import type { Media } from '@/domain/attachment/media'
import { cleanFileName, splitName } from '@/domain/attachment/name'
import { done, invalidField, type Outcome } from '@/domain/outcome'
import type { Permit } from '@/domain/policy/permit'
import { env } from '@/env'
import { onceOf, recordAttachment } from './attachment-log'
import { isPlace, livingAt, type Place, placeOf } from './attachment-place'

/** A file as it comes in; the name is whatever the sender says. */
export type Incoming = { name: string; body: AsyncIterable<Uint8Array> }
export type Attached = { id: number; title: string; fileName: string }

const MEGABYTE = 1024 ** 2
/** Of one record: more is an archive, not evidence. */
const MOST = 300

/** The largest file that is taken, in bytes. */
export const fileLimit = () => env().FILE_LIMIT_MB * MEGABYTE

/**
 * Takes one file as evidence on a record: received, looked at, kept, and only then written, with its line in the log. What
 * is refused or breaks off leaves nothing; the same content twice at one place says where it is. The reason is at `file`.
 */
export async function attachFile(
  permit: Permit<'attachment.create'>,
  input: AttachInput,
  { name, body }: Incoming,
): Promise<Outcome<Attached>> {
  const place = await as(permit, 'read', tx => placeOf(tx, permit, input))
  // nothing is received for somebody who may not
  if (!isPlace(place)) return place
  const arrival = await arrive(body, fileLimit())
  if (!arrival) return fault('too_large', { limit: env().FILE_LIMIT_MB })
  try {
    return await take(permit, input, arrival, cleanFileName(name))
  } finally {
    await arrival.discard()
  }
}

async function take(
  permit: Permit<'attachment.create'>,
  input: AttachInput,
  arrival: Arrival,
  name: string,
): Promise<Outcome<Attached>> {
  if (arrival.size === 0) return fault('empty')
  const looked = await lookAt(arrival.path, name)
  if ('fault' in looked) return fault(looked.fault, { found: looked.found ?? '' })
  await keepContent(permit, arrival)
  return write(
    permit,
    async tx => {
      const place = await placeOf(tx, permit, input)
      if (!isPlace(place)) return place
      const refused = await crowded(tx, place, arrival.digest)
      return refused ?? (await entered(tx, permit, { place, input, arrival, looked }))
    },
    input.submission && onceOf(input.submission, arrival.digest),
  )
}

/** Why nothing more is put there: the same content is there, or too much is. */
async function crowded(tx: Tx, place: Place, digest: string): Promise<Outcome<never> | null> {
  const [same] = await tx
    .select({ title: attachments.title })
    .from(attachments)
    .where(and(livingAt(place), eq(attachments.digest, digest)))
    .limit(1)
  if (same) return fault('already_here', { title: same.title })
  const [all] = await tx
    .select({ n: count() })
    .from(attachments)
    .where(eq(attachments[`${place.noun}Id`], place.id))
  return (all?.n ?? 0) >= MOST ? fault('too_many', { most: MOST }) : null
}

async function entered(
  tx: Tx,
  { actor }: Permit,
  taken: { place: Place; input: AttachInput; arrival: Arrival; looked: { media: Media; fileName: string } },
): Promise<Outcome<Attached>> {
  const { place, input, arrival, looked } = taken
  const title = input.title ?? splitName(looked.fileName).stem
  const [row] = await tx
    .insert(attachments)
    .values({
      ...place.on,
      kind: input.kind,
      title,
      fileName: looked.fileName,
      mediaType: looked.media,
      size: arrival.size,
      digest: arrival.digest,
      documentOn: input.documentOn,
      documentNumber: input.documentNumber,
      createdBy: actor.id,
      updatedBy: actor.id,
    })
    .returning()
  if (!row) throw new Error('an attachment was inserted without an id')
  await recordAttachment(tx, row, { digest: row.digest, size: row.size })
  return done({ id: row.id, title, fileName: looked.fileName })
}

const fault = (reason: string, values?: Record<string, string | number>) =>
  invalidField('file', `attachment.fault.${reason}`, values)
