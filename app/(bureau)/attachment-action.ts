'use server'
import { action } from '@/access/action'
import { deleteAttachment, editAttachment } from '@/db/write/attachment-edit'
import { deleteAttachmentInput, editAttachmentInput } from '@/domain/attachment/input'

export const editAttachmentAction = action('attachment.edit', editAttachmentInput, editAttachment)
export const deleteAttachmentAction = action('attachment.delete', deleteAttachmentInput, deleteAttachment)
export const restoreAttachmentAction = action('attachment.delete', deleteAttachmentInput, (permit, { id }) =>
  deleteAttachment(permit, { id, restore: true }),
)
