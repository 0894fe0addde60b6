'use server'
import { action } from '@/access/action'
import { createIssue, editIssue } from '@/db/write/issue'
import { closeIssue, deleteIssue, reopenIssue } from '@/db/write/issue-close'
import {
  closeIssueInput,
  createIssueInput,
  deleteIssueInput,
  editIssueInput,
  reopenIssueInput,
} from '@/domain/issue/input'
import { issueNouns } from '@/domain/issue/issue'
import { sentTo, told } from '../outcome-answer'

/** Reported: back to the record that it blocks. */
export const createIssueAction = action('issue.create', createIssueInput, async (permit, input) => {
  const noun = issueNouns[input.number[0] as keyof typeof issueNouns]
  return sentTo(await createIssue(permit, input), `/${noun}s/${input.number}#issues`)
})
export const editIssueAction = action('issue.edit', editIssueInput, async (permit, input) =>
  told(await editIssue(permit, input)),
)
export const closeIssueAction = action('issue.close', closeIssueInput, async (permit, input) =>
  told(await closeIssue(permit, input)),
)
export const reopenIssueAction = action('issue.reopen', reopenIssueInput, async (permit, input) =>
  told(await reopenIssue(permit, input)),
)
export const deleteIssueAction = action('issue.delete', deleteIssueInput, deleteIssue)
