import { type SQL, sql } from 'drizzle-orm'
import { dealScope } from '@/db/deal-scope'
import type { ZoneRules } from '@/db/zone'
import { stuckStages } from '@/domain/calendar/stuck'
import type { DealFilter } from '@/domain/deal/filter'

/**
 * The deals of a filter that are worked on and have stood longest in their stage, as id, number, name, desk, stage and
 * stage_since. Stage by stage from its index (deals_worked): by the day alone one walks through all that ended before
 * them, and a condition that only a parameter states does not lead to that index.
 */
export function oldestWorked(filter: DealFilter, zone: ZoneRules, limit: number): SQL {
  const each = stuckStages.map(stage => {
    const { from, where } = dealScope({ ...filter, stages: [stage] }, zone)
    return sql`(select d.id, d.number, d.name, d.desk_id as desk, d.stage, d.stage_since from ${from}
      where ${where} and d.status = 'active' and d.stage <> 'approved' order by d.stage_since, d.id limit ${limit})`
  })
  return sql`select * from (${sql.join(each, sql` union all `)}) d order by stage_since, id limit ${limit}`
}
