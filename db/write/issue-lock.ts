import { eq, sql } from 'drizzle-orm'
import type { PgUpdateSetSource } from 'drizzle-orm/pg-core'
import { record, type Tx } from '@/db/as'
import { deals } from '@/db/schema/deal'
import { issues } from '@/db/schema/issue'
import { leads } from '@/db/schema/lead'
import type { IssueNoun } from '@/domain/issue/issue'
import { conflict, gone, type Outcome, refused } from '@/domain/outcome'
import type { Permit } from '@/domain/policy/permit'
import { lastChange } from './last-change'

export type Issue = typeof issues.$inferSelect
export type IssueRecord = {
  noun: IssueNoun
  id: number
  number: string
  name: string
  officerId: number | null
  deskId: number
  teamIds: number[]
  readerIds: number[]
}

const tables = { lead: leads, deal: deals }

/** The lead or deal, as far as the reader sees it and it lives. */
export async function recordOfIssue(
  tx: Tx,
  noun: IssueNoun,
  by: { id: number } | { number: string },
): Promise<IssueRecord | undefined> {
  const table = tables[noun]
  const [row] = await tx
    .select({
      id: table.id,
      number: table.number,
      name: table.name,
      officerId: table.caseOfficerId,
      deskId: table.deskId,
      teamIds: table.teamIds,
      readerIds: table.readerIds,
      deletedAt: table.deletedAt,
    })
    .from(table)
    .where('id' in by ? eq(table.id, by.id) : eq(table.number, by.number))
  return row && !row.deletedAt ? { noun, ...row } : undefined
}

/**
 * The issue, held, with the lead or deal that it blocks. Not seen, deleted or on a deleted record is gone; seen but not
 * writable is refused; another version than the one on the screen is a conflict.
 */
export async function lockIssue(
  tx: Tx,
  { id, version }: { id: number; version?: number },
  deleted = false,
): Promise<{ issue: Issue; on: IssueRecord } | { no: Outcome<never> }> {
  const [seen] = await tx
    .select({ leadId: issues.leadId, dealId: issues.dealId, deletedAt: issues.deletedAt })
    .from(issues)
    .where(eq(issues.id, id))
  if (!seen || (seen.deletedAt !== null) !== deleted) return { no: gone() }
  const on = await recordOfIssue(tx, seen.dealId ? 'deal' : 'lead', {
    id: Number(seen.dealId ?? seen.leadId),
  })
  if (!on) return { no: gone() }
  const [issue] = await tx.select().from(issues).where(eq(issues.id, id)).for('update')
  if (!issue) return { no: refused('common.not_permitted') }
  if (version !== undefined && issue.version !== version) return { no: conflict(await theirs(tx, issue)) }
  return { issue, on }
}

/** Some columns as the next version; answers it. */
export async function saveIssue(
  tx: Tx,
  permit: Permit,
  { id, version }: Issue,
  columns: PgUpdateSetSource<typeof issues>,
): Promise<number> {
  await tx
    .update(issues)
    .set({ ...columns, version: version + 1, updatedAt: sql`now()`, updatedBy: permit.actor.id })
    .where(eq(issues.id, id))
  return version + 1
}

/** A line in the log of the lead or deal. */
export const recordIssue = (
  tx: Tx,
  { id, title }: Pick<Issue, 'id' | 'title'>,
  on: Pick<IssueRecord, 'noun' | 'id'>,
  details: object = {},
) => record(tx, on.noun, on.id, { issueId: id, issue: title, ...details })

async function theirs(tx: Tx, issue: Issue) {
  const { kind, title, text, ownerId, dueOn, openedOn, version } = issue
  const values = { kind, title, text, ownerId, dueOn, openedOn }
  return {
    values: Object.fromEntries(Object.entries(values).map(([key, value]) => [key, String(value ?? '')])),
    version,
    ...(await lastChange(tx, issue)),
  }
}
