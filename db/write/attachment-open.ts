import { write } from '@/db/as'
import { openContent } from '@/db/file/content'
import type { ByteRange } from '@/db/file/store'
import { getAttachment } from '@/db/read/attachment'
import { done } from '@/domain/outcome'
import type { Permit } from '@/domain/policy/permit'
import { recordAttachment } from './attachment-log'

/**
 * A file that the reader may have, or null; `content` gives its bytes, null where the store has lost them. A business card
 * shows what is masked elsewhere: opening one is logged, as revealing a phone number is.
 */
export async function openAttachment(permit: Permit<'attachment.read'>, id: number) {
  const found = await getAttachment(permit, id)
  if (!found) return null
  const { row } = found
  return {
    row,
    async content(range?: ByteRange) {
      if (row.kind === 'business_card')
        await write(permit, async tx => done(await recordAttachment(tx, row, { opened: true })))
      return openContent(row.digest, range)
    },
  }
}
