import { z } from 'zod'
import { chosenOrNot, dateOrNot, recordNumber, submission, ticked, version } from '@/domain/record/field'
import { cleanLine, optionalLine } from '@/domain/text/clean'
import { attachmentKinds } from './attachment'

const said = {
  kind: z.enum(attachmentKinds, 'input.required'),
  documentOn: dateOrNot(),
  documentNumber: optionalLine(100),
}

/** What is said of the files of one form; without a title each is called by its name. */
export const attachInput = z.object({
  record: recordNumber('LDCE'),
  procedureId: chosenOrNot(),
  arrivalId: chosenOrNot(),
  title: optionalLine(200),
  ...said,
  submission: submission(),
})
export type AttachInput = z.infer<typeof attachInput>

export const editAttachmentInput = z.object({
  id: z.coerce.number().int().positive(),
  version: version(),
  title: cleanLine(200),
  ...said,
})
export type EditAttachmentInput = z.infer<typeof editAttachmentInput>

export const deleteAttachmentInput = z.object({
  id: z.coerce.number().int().positive(),
  /** True takes a deletion back. */
  restore: ticked(),
})
export type DeleteAttachmentInput = z.infer<typeof deleteAttachmentInput>
