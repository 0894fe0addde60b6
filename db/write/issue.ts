import { type Tx, write } from '@/db/as'
import { issues } from '@/db/schema/issue'
import { zoneRules } from '@/db/zone'
import type { CreateIssueInput, EditIssueInput } from '@/domain/issue/input'
import { issueNouns } from '@/domain/issue/issue'
import { searchText } from '@/domain/name/search-text'
import { done, gone, invalidField, type Outcome, refused } from '@/domain/outcome'
import type { Permit } from '@/domain/policy/permit'
import { within } from '@/domain/policy/within'
import { changesBetween } from './change'
import { type Issue, type IssueRecord, lockIssue, recordIssue, recordOfIssue, saveIssue } from './issue-lock'
import { notify } from './notify'
import { assigneeFault } from './task-lock'

/** What blocks a lead or deal, said by whoever of the desk finds it; who is to settle it is told. */
export async function createIssue(
  permit: Permit<'issue.create'>,
  { number, submission, ...input }: CreateIssueInput,
): Promise<Outcome<{ id: number }>> {
  return write(
    permit,
    async tx => {
      const on = await recordOfIssue(tx, issueNouns[number[0] as keyof typeof issueNouns], { number })
      if (!on) return gone()
      if (!within(permit.actor, 'issue.create', on)) return refused('common.not_permitted')
      const { today } = await zoneRules(tx)
      const openedOn = input.openedOn ?? today
      if (openedOn > today) return invalidField('openedOn', 'date.in_future')
      const ownerId = input.ownerId ?? on.officerId ?? permit.actor.id
      const fault = input.ownerId === null ? null : await assigneeFault(tx, ownerId, on, 'ownerId')
      if (fault) return fault
      const [row] = await tx
        .insert(issues)
        .values({
          ...input,
          searchText: issueSearchText(input),
          ownerId,
          openedOn,
          [`${on.noun}Id`]: on.id,
          createdBy: permit.actor.id,
          updatedBy: permit.actor.id,
        })
        .returning()
      if (!row) throw new Error('an issue was inserted without an id')
      await recordIssue(tx, row, on, { kind: row.kind, dueOn: row.dueOn })
      await tellOwner(tx, row, on)
      return done({ id: row.id })
    },
    submission,
  )
}

/** All of it but which record it blocks, as long as it is open. */
export async function editIssue(
  permit: Permit<'issue.edit'>,
  { id, version, ...input }: EditIssueInput,
): Promise<Outcome<{ version: number }>> {
  return write(permit, async tx => {
    const held = await lockIssue(tx, { id, version })
    if ('no' in held) return held.no
    const { issue, on } = held
    if (issue.closedOn) return refused('issue.refused.closed')
    const { today } = await zoneRules(tx)
    const openedOn = input.openedOn ?? issue.openedOn
    if (openedOn > today) return invalidField('openedOn', 'date.in_future')
    const ownerId = input.ownerId ?? issue.ownerId
    const another = ownerId !== issue.ownerId
    const fault = another && ownerId !== null ? await assigneeFault(tx, ownerId, on, 'ownerId') : null
    if (fault) return fault
    const { kind, title, text, dueOn } = issue
    const next = { ...input, openedOn, ownerId }
    const before = { kind, title, text, dueOn, openedOn: issue.openedOn, ownerId: issue.ownerId }
    const changes = changesBetween(before, next)
    if (Object.keys(changes).length === 0) return done({ version })
    const saved = await saveIssue(tx, permit, issue, { ...next, searchText: issueSearchText(next) })
    await recordIssue(tx, { id, title: input.title }, on, { changes })
    if (another) await tellOwner(tx, { ...issue, ...next }, on)
    return done({ version: saved })
  })
}

/** What it is found by: its title. */
export const issueSearchText = ({ title }: { title: string }): string => searchText(title)

const tellOwner = (tx: Tx, issue: Pick<Issue, 'title' | 'dueOn' | 'ownerId' | 'id'>, on: IssueRecord) =>
  notify(tx, {
    kind: 'issue_assigned',
    to: [issue.ownerId],
    noun: on.noun,
    recordId: on.id,
    details: {
      number: on.number,
      name: on.name,
      text: issue.title,
      path: `/issues/${issue.id}`,
      ...(issue.dueOn && { on: issue.dueOn }),
    },
  })
