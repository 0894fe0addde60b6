import { sql } from 'drizzle-orm'
import { write } from '@/db/as'
import { zoneRules } from '@/db/zone'
import type { CloseIssueInput, DeleteIssueInput, ReopenIssueInput } from '@/domain/issue/input'
import { done, invalidField, type Outcome, refused } from '@/domain/outcome'
import type { Permit } from '@/domain/policy/permit'
import { decidesFor } from '@/domain/policy/within'
import { lockIssue, recordIssue, saveIssue } from './issue-lock'

type Answer = Promise<Outcome<{ version: number }>>

/** It blocks no more; what settled it stands with it. */
export async function closeIssue(
  permit: Permit<'issue.close'>,
  { settledBy, ...input }: CloseIssueInput,
): Answer {
  return write(permit, async tx => {
    const held = await lockIssue(tx, input)
    if ('no' in held) return held.no
    const { issue, on } = held
    if (issue.closedOn) return refused('issue.refused.closed')
    const { today } = await zoneRules(tx)
    const closedOn = input.closedOn ?? today
    if (closedOn > today) return invalidField('closedOn', 'date.in_future')
    if (closedOn < issue.openedOn) return invalidField('closedOn', 'date.before_last', { on: issue.openedOn })
    const version = await saveIssue(tx, permit, issue, { closedOn, closedBy: permit.actor.id, settledBy })
    await recordIssue(tx, issue, on, { effectiveOn: closedOn, reason: settledBy })
    return done({ version })
  })
}

/** It blocks again: what had settled it is in the log. */
export async function reopenIssue(
  permit: Permit<'issue.reopen'>,
  { reason, ...input }: ReopenIssueInput,
): Answer {
  return write(permit, async tx => {
    const held = await lockIssue(tx, input)
    if ('no' in held) return held.no
    const { issue, on } = held
    if (!issue.closedOn) return refused('issue.refused.open')
    const version = await saveIssue(tx, permit, issue, {
      closedOn: null,
      closedBy: null,
      settledBy: null,
      reopenedAt: sql`now()`,
    })
    await recordIssue(tx, issue, on, { reason })
    return done({ version })
  })
}

/** Entered by mistake: by whoever entered it, a head of the desk or the director; with `restore` back again. */
export async function deleteIssue(permit: Permit<'issue.delete'>, { id, restore }: DeleteIssueInput): Answer {
  return write(permit, async tx => {
    const held = await lockIssue(tx, { id }, restore)
    if ('no' in held) return held.no
    const { issue, on } = held
    if (issue.createdBy !== permit.actor.id && !decidesFor(permit.actor, on.deskId))
      return refused('common.not_permitted')
    const version = await saveIssue(tx, permit, issue, {
      deletedAt: restore ? null : sql`now()`,
      deletedBy: restore ? null : permit.actor.id,
    })
    await recordIssue(tx, issue, on, restore ? { restored: true } : {})
    return done({ version })
  })
}
