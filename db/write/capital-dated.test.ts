import { afterAll, beforeAll, expect, test } from 'vitest'
import { closePools } from '@/db/client'
import { capitalFigureRows, capitalFigures } from '@/db/read/figure/capital'
import { newDeal } from '@/db/testing/deal'
import { type Office, openOffice, permit } from '@/db/testing/office'
import { planArrivalInput } from '@/domain/capital/input'
import { editCapitalInput } from '@/domain/capital/structure-input'
import { correctDealInput } from '@/domain/deal/verb-input'
import { parseInput } from '@/domain/outcome'
import { editCapital } from './capital'
import { dropPlan, planArrival } from './capital-plan'
import { correctDeal } from './deal-edit'

let office: Office
let today: string
beforeAll(async () => {
  office = await openOffice()
  const [row] =
    await office.owner`select to_char((now() at time zone 'Asia/Shanghai')::date, 'YYYY-MM-DD') as today`
  today = String(row?.today)
})
afterAll(async () => {
  await closePools()
  await office.owner.end()
})

function must<T>(outcome: { kind: string; value?: T }): T {
  if (outcome.kind !== 'done') throw new Error(JSON.stringify(outcome))
  return outcome.value as T
}
type Part = { id?: number; amount?: string; rest?: string; origin?: string; kind?: string }
function edit(number: string, version: number, effectiveOn: string | undefined, parts: readonly Part[]) {
  const fields = parts.flatMap((part, at) =>
    Object.entries({ kind: 'registered', origin: 'hk_mo_tw', form: 'cash', currency: 'CNY', ...part }).map(
      ([name, value]) => [`${name}-${at}`, value],
    ),
  )
  const form = { number, version, effectiveOn, ...Object.fromEntries(fields) }
  return editCapital(permit(office.actors.officer, 'capital.edit'), must(parseInput(editCapitalInput, form)))
}
const reads = () => permit(office.actors.director, 'capital.list')
const committed = async (asOf: string | null) => {
  const keys = ['capital_committed', 'contracted_foreign_capital'] as const
  const found = await capitalFigures(reads(), keys, { asOf })
  return keys.map(key => Number(found[key].cny / 1_000_000n))
}
/** A deal of 100 million yuan: 40 million from abroad since February, the rest domestic. */
async function structured() {
  await office.owner`update deals set deleted_at = now() where deleted_at is null`
  const deal = await newDeal(office, { effectiveOn: '2026-01-05', total: '1亿', totalCurrency: 'CNY' })
  must(await edit(deal.number, 0, '2026-02-01', [{ amount: '4000万' }, { rest: 'on', origin: 'this_city' }]))
  const parts = await office.owner`select id from capital_parts where deal_id = ${deal.id} order by position`
  const [foreign, rest] = parts.map(({ id }) => Number(id))
  return { ...deal, foreign, rest }
}

test('a change of today does not alter the figure of last month', async () => {
  const { number, foreign, rest } = await structured()
  expect(await committed('2026-03-31')).toEqual([10_000, 4_000])
  must(
    await edit(number, 1, undefined, [
      { id: foreign, amount: '2500万' },
      { id: rest, rest: 'on', origin: 'this_city' },
      { amount: '1000万', kind: 'partner_loan' },
    ]),
  )
  expect(await committed('2026-03-31')).toEqual([10_000, 4_000])
  expect(await committed(null)).toEqual([10_000, 3_500])
  expect(await committed(today)).toEqual([10_000, 3_500])
  const rows = await capitalFigureRows(reads(), 'contracted_foreign_capital', { asOf: '2026-03-31' })
  expect(rows.map(({ kind, cny }) => [kind, cny])).toEqual([['registered', 4_000_000_000n]])
})

test('what is left out today was there then; before it began there was nothing', async () => {
  const { number, rest } = await structured()
  must(await edit(number, 1, undefined, [{ id: rest, rest: 'on', origin: 'this_city' }]))
  expect(await committed(null)).toEqual([10_000, 0])
  expect(await committed('2026-02-01')).toEqual([10_000, 4_000])
  expect(await committed('2026-01-31')).toEqual([0, 0])
})

test('a change begins not before the last one and not in the future; on the same day it takes its place', async () => {
  const { number, foreign, rest } = await structured()
  const change = (on: string) =>
    edit(number, 1, on, [
      { id: foreign, amount: '3000万' },
      { id: rest, rest: 'on', origin: 'this_city' },
    ])
  expect(await change('2026-01-20')).toMatchObject({
    kind: 'invalid',
    fields: { effectiveOn: { reason: 'date.before_last' } },
  })
  expect(await change('2199-01-01')).toMatchObject({ kind: 'invalid', fields: { effectiveOn: {} } })
  must(await change('2026-02-01'))
  expect(await committed('2026-03-31')).toEqual([10_000, 3_000])
})

test('another total changes the rest from its own day on', async () => {
  const { id, number } = await structured()
  const form = {
    number,
    version: 1,
    total: '1.2亿',
    totalCurrency: 'CNY',
    statedOn: '2026-06-01',
    reason: '增资',
  }
  must(
    await correctDeal(
      permit(office.actors.headDomestic, 'deal.correct'),
      must(parseInput(correctDealInput, form)),
    ),
  )
  expect(await committed('2026-05-31')).toEqual([10_000, 4_000])
  expect(await committed('2026-06-01')).toEqual([12_000, 4_000])
  const [lines] = await office.owner`select count(*)::int as n from capital_facts where deal_id = ${id}`
  expect(lines?.n).toBe(3)
})

test('a deal that ended today was there last month, with what was planned of it then', async () => {
  const { id, number, foreign } = await structured()
  const form = { number, partId: foreign, amount: '1000万', currency: 'CNY', byOn: '2026-03-10' }
  must(
    await planArrival(
      permit(office.actors.officer, 'capital.plan'),
      must(parseInput(planArrivalInput, form)),
    ),
  )
  const [plan] = await office.owner`
    update capital_facts set effective_on = '2026-02-10' where deal_id = ${id} and plan_id is not null returning plan_id`
  await office.owner`
    insert into arrivals (deal_id, part_id, kind, origin, form, arrived_on, minor, currency, rate, cny, credited_minor, voucher, proposed_by,
      state, decided_by, decided_at)
    select deal_id, id, kind, origin, form, '2026-04-01', 30000000, 'CNY', 1, 30000000, 30000000, '回单', ${office.actors.officer.id},
      'confirmed', ${office.actors.headDomestic.id}, now() from capital_parts where id = ${foreign ?? 0}`
  const overdue = async (asOf: string) =>
    (await capitalFigures(reads(), ['capital_overdue'], { asOf })).capital_overdue
  expect((await overdue('2026-03-10')).count).toBe(0)
  expect(await overdue('2026-03-31')).toMatchObject({ count: 1, cny: 1_000_000_000n })
  expect(await overdue('2026-04-01')).toMatchObject({ count: 1, cny: 970_000_000n })
  must(
    await dropPlan(permit(office.actors.officer, 'capital.plan'), {
      number,
      id: Number(plan?.plan_id),
      version: 1,
    }),
  )
  await office.owner`update deal_facts set effective_until = ${today} where deal_id = ${id} and fact = 'status'`
  await office.owner`insert into deal_facts (deal_id, fact, value, effective_on, recorded_by)
    values (${id}, 'status', 'lost', ${today}, ${office.actors.officer.id})`
  expect(await overdue('2026-03-31')).toMatchObject({ count: 1, cny: 1_000_000_000n })
  expect((await overdue(today)).count).toBe(0)
  expect(await committed('2026-03-31')).toEqual([10_000, 4_000])
  expect(await committed(today)).toEqual([0, 0])
})
