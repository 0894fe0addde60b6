import { cache } from 'react'
import { may } from '@/access/page'
import { attachmentsOf } from '@/db/read/attachment'
import type { AttachmentNoun } from '@/domain/attachment/attachment'

/** The files of a record and who looks at them, read once a page however many of its parts show some. Null: none to see. */
export const filesOf = cache(async (noun: AttachmentNoun, id: number) => {
  const permit = await may('attachment.read')
  const found = permit && (await attachmentsOf(permit, { noun, id }))
  return found && { ...found, actor: permit.actor }
})
