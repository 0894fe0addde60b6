import { eq, type SQL, sql } from 'drizzle-orm'
import type { Tx } from '@/db/as'
import { deals } from '@/db/schema/deal'
import { issues } from '@/db/schema/issue'
import { leads } from '@/db/schema/lead'
import type { IssueNoun } from '@/domain/issue/issue'
import type { Names } from '@/domain/user/user'

/** An issue as lists show it, with the lead or deal that it blocks. */
export type IssueRow = Awaited<ReturnType<typeof issueRows>>[number]

/** By day, overdue ones first, what has none last; then the oldest. */
export const byDue: readonly SQL[] = [sql`${issues.dueOn} asc nulls last`, sql`${issues.id} asc`]
export const byClosing: readonly SQL[] = [sql`${issues.closedOn} desc`, sql`${issues.id} desc`]

/** Of living records, one statement. */
export async function issueRows(
  tx: Tx,
  which: SQL | undefined,
  order: readonly SQL[],
  limit: number,
  offset = 0,
) {
  return tx
    .select({
      id: issues.id,
      kind: issues.kind,
      title: issues.title,
      text: issues.text,
      ownerId: issues.ownerId,
      dueOn: issues.dueOn,
      openedOn: issues.openedOn,
      closedOn: issues.closedOn,
      closedBy: issues.closedBy,
      settledBy: issues.settledBy,
      reopenedAt: issues.reopenedAt,
      deskId: issues.deskId,
      teamIds: issues.teamIds,
      version: issues.version,
      createdBy: issues.createdBy,
      createdAt: issues.createdAt,
      deletedAt: issues.deletedAt,
      noun: sql<IssueNoun>`case when ${issues.dealId} is not null then 'deal' else 'lead' end`,
      number: sql<string>`coalesce(${deals.number}, ${leads.number})`,
      name: sql<string>`coalesce(${deals.name}, ${leads.name})`,
      names: sql<Names>`coalesce(${deals.names}, '{}'::jsonb)`,
    })
    .from(issues)
    .leftJoin(deals, eq(deals.id, issues.dealId))
    .leftJoin(leads, eq(leads.id, issues.leadId))
    .where(which)
    .orderBy(...order)
    .limit(limit)
    .offset(offset)
}
