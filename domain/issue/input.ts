import { z } from 'zod'
import {
  chosen,
  chosenOrNot,
  dateOrNot,
  recordNumber,
  submission,
  ticked,
  version,
} from '@/domain/record/field'
import { cleanLine, cleanNote, optionalNote } from '@/domain/text/clean'
import { issueKinds } from './issue'

const facts = {
  kind: z.enum(issueKinds, { error: 'input.required' }),
  title: cleanLine(200),
  text: optionalNote(10_000),
  /** Without one: the case officer, or whoever enters it. */
  ownerId: chosenOrNot(),
  dueOn: dateOrNot(),
}

/** Blocks since `openedOn`, today when it is left out. */
export const createIssueInput = z.object({
  number: recordNumber('LD'),
  ...facts,
  openedOn: dateOrNot(),
  submission: submission(),
})
export type CreateIssueInput = z.infer<typeof createIssueInput>

const one = { id: chosen(), version: version() }

export const editIssueInput = z.object({ ...one, ...facts, openedOn: dateOrNot() })
export type EditIssueInput = z.infer<typeof editIssueInput>

/** What settled it, and on which day; today when it is left out. */
export const closeIssueInput = z.object({ ...one, settledBy: cleanNote(2_000), closedOn: dateOrNot() })
export type CloseIssueInput = z.infer<typeof closeIssueInput>

export const reopenIssueInput = z.object({ ...one, reason: cleanNote(2_000) })
export type ReopenIssueInput = z.infer<typeof reopenIssueInput>

export const deleteIssueInput = z.object({ id: chosen(), restore: ticked() })
export type DeleteIssueInput = z.infer<typeof deleteIssueInput>
