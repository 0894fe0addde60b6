import { type SQL, sql } from 'drizzle-orm'
import type { WorkFilter } from '@/domain/deal/filter-work'

/** The conditions on `d` of what a filter asks about the work; each has its index. Empty where it asks for nothing. */
export function workConditions(filter: WorkFilter, today: string): (SQL | false | null)[] {
  const signedOn = filter.signed === 'intent' ? sql`d.intent_on` : sql`d.agreement_on`
  return [
    typeof filter.leader === 'number' && sql`d.leader_id = ${filter.leader}`,
    typeof filter.leader === 'string' && sql`d.leader_name = ${filter.leader}`,
    filter.member !== null && sql`d.team_ids @> array[${filter.member}::bigint]`,
    filter.signed !== null && sql`${signedOn} is not null`,
    filter.signed !== null && filter.signedFrom !== null && sql`${signedOn} >= ${filter.signedFrom}::date`,
    filter.signed !== null && filter.signedTo !== null && sql`${signedOn} <= ${filter.signedTo}::date`,
    filter.blocked && sql`d.open_issues > 0`,
    filter.procedureOverdue &&
      sql`d.id in (select p.deal_id from procedures p where p.done_on is null and p.waived_at is null
        and p.deleted_at is null and p.due_on < ${today}::date)`,
    filter.reviewDue && sql`d.status = 'on_hold' and d.review_on <= ${today}::date`,
  ]
}
