import { afterAll, beforeAll, expect, test } from 'vitest'
import { as } from '@/db/as'
import { closePools } from '@/db/client'
import { dealIds } from '@/db/deal-ids'
import { oldestWorked } from '@/db/deal-oldest'
import { dealScope } from '@/db/deal-scope'
import { companyOf } from '@/db/testing/deal'
import { type Office, openOffice, permit } from '@/db/testing/office'
import { explaining, faultsOf } from '@/db/testing/plan'
import { zoneRules } from '@/db/zone'
import { dealSorts, dealStatuses } from '@/domain/deal/deal'
import { type DealFilter, defaultDealFilter } from '@/domain/deal/filter'

let office: Office
/** Twenty thousand deals on four desks; an eighth without an amount, every tenth with a next step. */
beforeAll(async () => {
  office = await openOffice()
  const { owner, actors, desks, industryId } = office
  const company = await companyOf(office)
  const deskIds = Object.values(desks)
  await owner`
    insert into deals (number, name, company_id, country, industry_id, source, desk_id, case_officer_id, team_ids, stage,
      stage_since, status, status_since, total_minor, total_currency, total_cny, next_step_on, search_text, created_by, updated_by,
      created_at, updated_at, last_progress_at)
    select 'D-2026-' || n, '项目' || n, ${company}, 'CN', ${industryId}, 'visit', (${deskIds}::bigint[])[1 + n % 4],
      ${actors.officer.id}, array[case when n % 40 = 1 then ${actors.outsider.id}::bigint else ${actors.officer.id}::bigint end, ${actors.officer.id}::bigint],
      case when n % 7 < 4 then 'negotiation' when n % 7 < 6 then 'entry_procedures' else 'approved' end,
      date '2026-01-01' + n % 200, case when n % 9 = 0 then 'lost' else 'active' end, '2026-01-01',
      case when n % 8 > 0 then n * 100000 end, case when n % 8 > 0 then 'CNY' end, case when n % 8 > 0 then n * 100000 end,
      case when n % 10 = 0 then date '2026-08-01' + n % 90 end, 'x', ${actors.officer.id}, ${actors.officer.id},
      now() - n * interval '1 minute', now() - (n * 7919 % 20000) * interval '1 minute', now() - (n % 30) * interval '1 day'
    from generate_series(1, 20000) n`
  await owner`insert into deal_facts (deal_id, fact, value, effective_on, recorded_by)
    select id, 'stage', stage, stage_since, created_by from deals`
  await owner`insert into deal_facts (deal_id, fact, value, effective_on, recorded_by)
    select id, 'status', status, status_since, created_by from deals`
  await owner`insert into deal_facts (deal_id, fact, desk_id, effective_on, recorded_by)
    select id, 'desk', desk_id, '2026-01-01', created_by from deals`
  await owner`insert into deal_facts (deal_id, fact, total_minor, total_currency, total_cny, effective_on, recorded_by)
    select id, 'total_investment', total_minor, total_currency, total_cny, '2026-01-01', created_by from deals`
  await owner`insert into tags (name, key) values ('重点', 'x'), ('少见', 'y')`
  await owner`insert into deal_tags select id, 1 + (id % 2000 = 0)::int from deals where id % 10 = 0`
  await owner`analyze`
})
afterAll(async () => {
  await closePools()
  await office.owner.end()
})

const roles = ['director', 'headAsia', 'outsider', 'covering'] as const
type Role = (typeof roles)[number]
/** `covering`: the outsider, who stands in for somebody on the team of every deal. */
const actorOf = (who: Role) =>
  who === 'covering' ? { ...office.actors.outsider, covers: [office.actors.officer.id] } : office.actors[who]
const orders = dealSorts.flatMap(key => [true, false].map(descending => ({ key, descending })))

async function plansOf(who: Role, changes: Partial<DealFilter>, offset = 0) {
  const plans: Parameters<typeof explaining>[1] = []
  await as(permit(actorOf(who), 'deal.read'), 'read', async tx => {
    const filter = { ...defaultDealFilter, approved: 2026, ...changes }
    const scope = dealScope(filter, await zoneRules(tx))
    await dealIds(explaining(tx, plans), scope, filter.sort, { limit: 50, offset })
  })
  expect(plans.length).toBeGreaterThan(0)
  return plans
}

test('a page far back in the usual list is found in the index alone', async () => {
  await office.owner`vacuum analyze deals`
  const sort = { key: 'updated', descending: true } as const
  const plans = await plansOf('director', { sort }, 10_000)
  expect(faultsOf(plans, 'deals')).toEqual([])
  expect(JSON.stringify(plans)).toContain('Index Only Scan')
})

test.each(roles)(
  '%s: the oldest of each stage, stuck or not, come from the index of what is worked on',
  async who => {
    const plans: Parameters<typeof explaining>[1] = []
    await as(permit(actorOf(who), 'deal.read'), 'read', async tx => {
      const zone = await zoneRules(tx)
      for (const filter of [{}, { stuck: true }])
        await explaining(tx, plans).execute(oldestWorked({ ...defaultDealFilter, ...filter }, zone, 6))
      const own = { ...defaultDealFilter, officer: actorOf(who).id, stuck: true }
      await explaining(tx, plans).execute(oldestWorked(own, zone, 6))
    })
    expect(faultsOf(plans, 'deals')).toEqual([])
    expect(JSON.stringify(plans)).toContain('deals_worked')
    expect(JSON.stringify(plans)).not.toContain('deals_by_stage_since')
  },
)

const offered = roles.flatMap(who =>
  orders.map(sort => ({ who, sort, name: `${who}: ${sort.key}, descending ${sort.descending}` })),
)
test.each(offered)('$name comes from an index, without a sort or a scan', async ({ who, sort }) => {
  expect(faultsOf(await plansOf(who, { sort }), 'deals')).toEqual([])
})

/* A filter may find few rows by an index of its own and sort them; never a tenth of the table. */
const filters: Partial<DealFilter>[] = [
  { desks: ['domestic'] },
  { stages: ['negotiation'] },
  { statuses: [...dealStatuses] },
  { statuses: ['lost'] },
  { approved: 'all' },
  { countries: ['CN'] },
  { countries: ['JP'] },
  { industries: [1] },
  { tags: [1] },
  { tags: [2] },
  { officer: 1 },
  { officer: 'none' },
  { minCny: 100_000n, maxCny: 90_000_000n },
  { minCny: 1_900_000_000n },
  { createdFrom: '2026-01-01', createdTo: '2026-12-31' },
  { stageFrom: '2026-03-01', stageTo: '2026-03-31' },
  { overdue: true },
  { stuck: true },
  { highTech: true },
  { event: 'E-2026-0001' },
  { company: 'C-2026-9001' },
]
const narrowed = roles.flatMap(who =>
  filters.map(filter => ({ who, filter, name: `${who}: ${Object.entries(filter).join('; ')}` })),
)
test.each(narrowed)('$name reads no whole table and sorts no tenth of it', async ({ who, filter }) => {
  expect(faultsOf(await plansOf(who, filter), 'deals', 2_000)).toEqual([])
})
