import { sql } from 'drizzle-orm'
import { as } from '@/db/as'
import { moneyOfRow } from '@/db/rate'
import { zoneRules } from '@/db/zone'
import { addDays, startOfDay } from '@/domain/calendar/date'
import type { DealStage, DealStatus, EndReason } from '@/domain/deal/deal'
import type { Money } from '@/domain/money/money'
import type { Permit } from '@/domain/policy/permit'
import type { Names } from '@/domain/user/user'

export type DealChange = {
  deal: { number: string; name: string; names: Names; deskId: number; stage: DealStage; total: Money | null }
  at: Date
  by: number
  effectiveOn: string
  reason: string | null
} & (
  | { kind: 'created' }
  | { kind: 'moved'; from: DealStage; to: DealStage }
  | { kind: 'lost'; to: Extract<DealStatus, 'lost' | 'withdrawn'>; reasonCode: EndReason | null }
  | { kind: 'amount'; from: Money | null; to: Money | null }
)
export type DealChanges = { changes: DealChange[]; counts: Record<DealChange['kind'], number> }

type Line = {
  kind: DealChange['kind']
  number: string
  name: string
  names: Names
  desk_id: string
  stage: DealStage
  deal_minor: string | null
  deal_currency: string | null
  at: string
  recorded_by: string
  effective_on: string
  reason: string | null
  reason_code: EndReason | null
  value: string | null
  before: string | null
  total_minor: string | null
  total_currency: string | null
  before_minor: string | null
  before_currency: string | null
}

/**
 * What was recorded about deals since the beginning of the day so many days ago: created, moved, lost or withdrawn,
 * amount changed; newest first. A backdated move stands at the moment of recording. Undone moves are left out.
 */
export async function changesOfDays(
  permit: Permit<'day.read'> | Permit<'deal.read'>,
  days = 7,
  limit = 50,
): Promise<DealChanges> {
  return as(permit, 'read', async tx => {
    const { today, timezone } = await zoneRules(tx)
    const since = startOfDay(timezone, addDays(today, -days)).toISOString()
    const rows = await tx.execute<Line>(sql`
      select case when f.fact = 'stage' and p.id is null then 'created' when f.fact = 'stage' then 'moved'
          when f.fact = 'status' then 'lost' else 'amount' end as kind,
        d.number, d.name, d.names, d.desk_id, d.stage, d.total_minor as deal_minor, d.total_currency as deal_currency,
        to_json(f.recorded_at) #>> '{}' as at, f.recorded_by, to_char(f.effective_on, 'YYYY-MM-DD') as effective_on,
        f.reason, f.reason_code, f.value, p.value as before, f.total_minor, f.total_currency,
        p.total_minor as before_minor, p.total_currency as before_currency
      from deal_facts f
        join deals d on d.id = f.deal_id and d.deleted_at is null
        left join lateral (
          select b.id, b.value, b.total_minor, b.total_currency from deal_facts b
          where b.deal_id = f.deal_id and b.fact = f.fact and b.id < f.id
            and (b.superseded_at is null or b.fact = 'total_investment')
          order by b.id desc limit 1) p on true
      where f.recorded_at >= ${since}::timestamptz and f.superseded_at is null
        and ((f.fact = 'stage' and (p.id is null or not f.opening))
          or (f.fact = 'status' and f.value in ('lost', 'withdrawn') and not f.opening)
          or (f.fact = 'total_investment' and p.id is not null
            and (f.total_minor, f.total_currency) is distinct from (p.total_minor, p.total_currency)))
      order by f.recorded_at desc, f.id desc`)
    const counts = { created: 0, moved: 0, lost: 0, amount: 0 }
    for (const { kind } of rows) counts[kind] += 1
    return { changes: rows.slice(0, limit).map(changeOf), counts }
  })
}

function changeOf(row: Line): DealChange {
  const { number, name, names, stage, reason } = row
  const common = {
    deal: {
      number,
      name,
      names,
      deskId: Number(row.desk_id),
      stage,
      total: money(row.deal_minor, row.deal_currency),
    },
    at: new Date(row.at),
    by: Number(row.recorded_by),
    effectiveOn: row.effective_on,
    reason,
  }
  switch (row.kind) {
    case 'created':
      return { ...common, kind: 'created' }
    case 'moved':
      return { ...common, kind: 'moved', from: row.before as DealStage, to: row.value as DealStage }
    case 'lost':
      return { ...common, kind: 'lost', to: row.value as 'lost' | 'withdrawn', reasonCode: row.reason_code }
    case 'amount':
      return {
        ...common,
        kind: 'amount',
        from: money(row.before_minor, row.before_currency),
        to: money(row.total_minor, row.total_currency),
      }
  }
}

const money = (minor: string | null, currency: string | null) =>
  moneyOfRow(minor === null ? null : BigInt(minor), currency)
