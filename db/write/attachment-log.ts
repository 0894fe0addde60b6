import { createHash } from 'node:crypto'
import { record, type Tx } from '@/db/as'
import type { attachments } from '@/db/schema/attachment'

/** A line in the log of the record; of a business card, which shows what others may not see, without its name. */
export async function recordAttachment(tx: Tx, row: typeof attachments.$inferSelect, details: object) {
  const nouns = ['lead', 'deal', 'company', 'event'] as const
  const noun = nouns.find(one => row[`${one}Id`] !== null)
  if (!noun) throw new Error('an attachment of nothing')
  const named = row.kind === 'business_card' ? {} : { file: row.title }
  await record(tx, noun, row[`${noun}Id`], { attachmentId: row.id, fileKind: row.kind, ...named, ...details })
}

/** One sending of a form brings several files: each is its own, and the same one sent again is answered as the first was. */
export function onceOf(submission: string, digest: string): string {
  const hex = createHash('sha256').update(`${submission} ${digest}`).digest('hex')
  return [
    hex.slice(0, 8),
    hex.slice(8, 12),
    `4${hex.slice(13, 16)}`,
    `8${hex.slice(17, 20)}`,
    hex.slice(20, 32),
  ].join('-')
}
