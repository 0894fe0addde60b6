import { and, eq } from 'drizzle-orm'
import { record, type Tx } from '@/db/as'
import { companies, contacts } from '@/db/schema/company'
import { deals } from '@/db/schema/deal'
import { events } from '@/db/schema/event'
import { leads } from '@/db/schema/lead'
import { tasks } from '@/db/schema/task'
import { deskMembers, users } from '@/db/schema/user'
import { gone, invalidField, type Outcome, refused } from '@/domain/outcome'
import { reachOf } from '@/domain/policy/table'
import { type TaskNoun, taskNouns } from '@/domain/task/task'

export type Task = typeof tasks.$inferSelect

/** The task, held; one that is not seen or was deleted is gone, one that is seen only is refused. */
export async function lockTask(tx: Tx, id: number, deleted = false): Promise<Task | Outcome<never>> {
  const [seen] = await tx.select({ deletedAt: tasks.deletedAt }).from(tasks).where(eq(tasks.id, id))
  if (!seen || (seen.deletedAt !== null) !== deleted) return gone()
  const [row] = await tx.select().from(tasks).where(eq(tasks.id, id)).for('update')
  return row ?? refused('common.not_permitted')
}

export const isOutcome = (found: object): found is Outcome<never> => 'kind' in found

const tables = { lead: leads, deal: deals, company: companies, contact: contacts, event: events }
type On = { noun: TaskNoun; id: number; name: string; deskId: number; teamIds: number[]; readerIds: number[] }

/** The record of a number, as far as the reader sees it. Undefined: not there. */
export async function recordOf(tx: Tx, number: string): Promise<On | undefined> {
  const noun = taskNouns[number[0] as keyof typeof taskNouns]
  const table = tables[noun]
  const [row] = await tx.select().from(table).where(eq(table.number, number))
  if (!row || row.deletedAt) return undefined
  return 'teamIds' in row
    ? { noun, id: row.id, name: row.name, deskId: row.deskId, teamIds: row.teamIds, readerIds: row.readerIds }
    : { noun, id: row.id, name: row.name, deskId: 0, teamIds: [], readerIds: [] }
}

/** The lead or deal that a task is on, as far as the reader sees it. */
export async function caseOf(tx: Tx, task: Task): Promise<On | undefined> {
  const [row] = task.leadId
    ? await tx.select().from(leads).where(eq(leads.id, task.leadId))
    : task.dealId
      ? await tx.select().from(deals).where(eq(deals.id, task.dealId))
      : []
  const noun = task.leadId ? 'lead' : 'deal'
  return (
    row && {
      noun,
      id: row.id,
      name: row.name,
      deskId: row.deskId,
      teamIds: row.teamIds,
      readerIds: row.readerIds,
    }
  )
}

/**
 * Why this person cannot get the task (or what else is to be seen to), as the answer to give, or null: nobody there, disabled, no role that works, or a
 * lead or deal that the person does not see.
 */
export async function assigneeFault(
  tx: Tx,
  id: number,
  on: Pick<On, 'deskId' | 'teamIds' | 'readerIds'> | undefined,
  field = 'assigneeId',
): Promise<Outcome<never> | null> {
  const [person] = await tx
    .select({ role: users.role, disabledAt: users.disabledAt, name: users.name })
    .from(users)
    .where(eq(users.id, id))
  const fault = (reason: string) => invalidField(field, reason, { name: person?.name ?? '' })
  if (!person) return fault('input.not_offered')
  if (person.disabledAt) return fault('task.assignee_disabled')
  if (reachOf('task.create', person.role) === 'none') return fault('task.assignee_role')
  if (!on || on.deskId === 0 || person.role === 'director') return null
  if ([...on.teamIds, ...on.readerIds].includes(id)) return null
  const [member] = await tx
    .select({ deskId: deskMembers.deskId })
    .from(deskMembers)
    .where(and(eq(deskMembers.userId, id), eq(deskMembers.deskId, on.deskId)))
  return member ? null : fault('task.assignee_does_not_see')
}

/** A line in the log of the lead or deal that the task is on; elsewhere in the task's own, since companies are everybody's. */
export async function recordTask(
  tx: Tx,
  task: Pick<Task, 'id' | 'leadId' | 'dealId' | 'title'>,
  details: object,
) {
  const said = { taskId: task.id, task: task.title, ...details }
  if (task.leadId) await record(tx, 'lead', task.leadId, said)
  else if (task.dealId) await record(tx, 'deal', task.dealId, said)
  else await record(tx, 'task', task.id, said)
}
