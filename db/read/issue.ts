import { and, eq, inArray, isNotNull, isNull, type SQL, sql } from 'drizzle-orm'
import { as, type Tx } from '@/db/as'
import { byClosing, byDue, type IssueRow, issueRows } from '@/db/issue-row'
import { deals } from '@/db/schema/deal'
import { issues } from '@/db/schema/issue'
import { leads } from '@/db/schema/lead'
import { zoneRules } from '@/db/zone'
import type { IssueFilter } from '@/domain/issue/filter'
import type { IssueNoun } from '@/domain/issue/issue'
import type { Permit } from '@/domain/policy/permit'

export type { IssueRow } from '@/db/issue-row'

const PAGE = 50
/** So many are counted; beyond it one reads "1000+". */
const MOST = 1_000

/** One group of the board: a kind, a person's id (null: nobody) or a desk's id, and how many of it there are. */
export type IssueGroupCount = { key: string | null; count: number; overdue: number }
export type IssueList = {
  rows: IssueRow[]
  groups: IssueGroupCount[]
  total: number
  page: number
  pages: number
  today: string
}

/**
 * A page of 50 issues of a filter, overdue ones first, of active and held deals and of open leads as of any other that one
 * sees; with the groups of the whole filter, up to a thousand counted.
 */
export async function listIssues(permit: Permit<'issue.read'>, filter: IssueFilter): Promise<IssueList> {
  return as(permit, 'read', async tx => {
    const { today } = await zoneRules(tx)
    const which = scopeOf(filter, today)
    const groups = await groupsOf(tx, which, filter, today)
    const total = groups.reduce((sum, group) => sum + group.count, 0)
    const pages = Math.max(1, Math.ceil(Math.min(total, MOST) / PAGE))
    const page = Math.min(filter.page, pages)
    const order = filter.state === 'closed' ? byClosing : byDue
    const rows = total > 0 ? await issueRows(tx, which, order, PAGE, (page - 1) * PAGE) : []
    return { rows, groups, total, page, pages, today }
  })
}

/** The open ones of a record by day, at most ten, and the last two that were closed. */
export async function issuesOf(
  permit: Permit<'issue.read'>,
  record: { noun: IssueNoun; id: number },
): Promise<{ open: IssueRow[]; closed: IssueRow[] }> {
  const on = and(
    eq(record.noun === 'deal' ? issues.dealId : issues.leadId, record.id),
    isNull(issues.deletedAt),
  )
  return as(permit, 'read', async tx => ({
    open: await issueRows(tx, and(on, isNull(issues.closedOn)), byDue, 10),
    closed: await issueRows(tx, and(on, isNotNull(issues.closedOn)), byClosing, 2),
  }))
}

/** One's own open issues: how many, and the first by day. */
export async function ownIssues(
  permit: Permit<'issue.read'>,
  limit = 6,
): Promise<{ rows: IssueRow[]; total: number }> {
  return as(permit, 'read', async tx => {
    const which = and(isOpen, eq(issues.ownerId, permit.actor.id), living)
    const rows = await issueRows(tx, which, byDue, limit)
    return { rows, total: rows.length < limit ? rows.length : await countOf(tx, which) }
  })
}

/** One issue, also a deleted one; null when it is not there or not within sight. */
export async function getIssue(permit: Permit<'issue.read'>, id: number): Promise<IssueRow | null> {
  return as(permit, 'read', tx => issueRows(tx, and(eq(issues.id, id), living), byDue, 1)).then(
    ([row]) => row ?? null,
  )
}

const isOpen = and(isNull(issues.closedOn), isNull(issues.deletedAt)) as SQL
/** What is merged away or deleted takes its issues out of sight. */
const living = sql`(${deals.id} is null or ${deals.deletedAt} is null) and (${leads.id} is null or ${leads.deletedAt} is null)
  and coalesce(${deals.id}, ${leads.id}) is not null`

function scopeOf(filter: IssueFilter, today: string): SQL | undefined {
  const { kinds, desks, owner, due, record } = filter
  return and(
    filter.state === 'open' ? isOpen : and(isNotNull(issues.closedOn), isNull(issues.deletedAt)),
    living,
    kinds.length > 0 ? inArray(issues.kind, [...kinds]) : undefined,
    desks.length > 0 ? sql`${issues.deskId} in (select id from desks where key in ${[...desks]})` : undefined,
    owner === 'none' ? isNull(issues.ownerId) : owner !== null ? eq(issues.ownerId, owner) : undefined,
    due === 'overdue' ? sql`${issues.dueOn} < ${today}::date` : undefined,
    due === 'soon' ? sql`${issues.dueOn} between ${today}::date and ${today}::date + 7` : undefined,
    record ? sql`coalesce(${deals.number}, ${leads.number}) = ${record}` : undefined,
  )
}

const groupKey = { kind: issues.kind, owner: issues.ownerId, desk: issues.deskId }

const joined = sql`${issues} left join ${deals} on ${deals.id} = ${issues.dealId} left join ${leads} on ${leads.id} = ${issues.leadId}`

async function groupsOf(
  tx: Tx,
  which: SQL | undefined,
  { by }: IssueFilter,
  today: string,
): Promise<IssueGroupCount[]> {
  const rows = await tx.execute<{ key: string | null; n: string; late: string }>(sql`
    select key, count(*) as n, count(*) filter (where due_on < ${today}::date and closed_on is null) as late
    from (select ${groupKey[by]}::text as key, ${issues.dueOn} as due_on, ${issues.closedOn} as closed_on
      from ${joined} where ${which} limit ${MOST + 1}) found
    group by key order by n desc, key`)
  return rows.map(({ key, n, late }) => ({ key, count: Number(n), overdue: Number(late) }))
}

async function countOf(tx: Tx, which: SQL | undefined): Promise<number> {
  const [row] = await tx.execute<{ n: string }>(
    sql`select count(*) as n from (select 1 from ${joined} where ${which} limit ${MOST + 1}) found`,
  )
  return Number(row?.n ?? 0)
}
