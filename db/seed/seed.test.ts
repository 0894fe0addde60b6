import postgres, { type Sql } from 'postgres'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { closePools } from '@/db/client'
import { connectionOptions } from '@/db/connection'
import { trySignIn } from '@/db/door/sign-in'
import { listDeals } from '@/db/read/deal'
import { dealBoard } from '@/db/read/deal-board'
import { pipelinePerDesk, toConfirm } from '@/db/read/figure/deal'
import { isEmpty, seedDemo } from '@/db/seed/seed'
import { permit } from '@/db/testing/office'
import { editDeal } from '@/db/write/deal-edit'
import { moveDeal } from '@/db/write/deal-move'
import { type DealFilter, defaultDealFilter } from '@/domain/deal/filter'
import { editDealInput } from '@/domain/deal/input'
import { parseInput } from '@/domain/outcome'
import { demoPassword } from '@/domain/password/demo'
import type { Actor } from '@/domain/policy/actor'

const NOW = new Date('2026-07-16T02:00:00Z')
const CLOSING = '2026-06-30'
const filter: DealFilter = { ...defaultDealFilter, asOf: CLOSING }

let owner: Sql
let director: Actor

beforeAll(async () => {
  await seedDemo({ now: NOW })
  owner = postgres(await connectionOptions({ max: 1, onnotice: () => {} }))
  const [row] = await owner<
    { id: string; name: string }[]
  >`select id, name from users where login = 'director'`
  director = {
    id: Number(row?.id),
    login: 'director',
    name: row?.name ?? '',
    role: 'director',
    deskIds: [],
    headOf: [],
    covers: [],
    locale: null,
    theme: 'system',
    mustChangePassword: false,
  }
})
afterAll(async () => {
  await closePools()
  await owner.end()
})

const read = () => permit(director, 'deal.read')
/** 万元 of fen. */
const wan = (fen: bigint) => Number(fen / 1_000_000n)

test('as of 30 June the board says what the report says', async () => {
  const { columns } = await dealBoard(read(), filter, 5)
  expect(
    columns.map(({ stage, sum }) => [stage, sum.count, wan(sum.cny), sum.notStated, sum.withoutRate]),
  ).toEqual([
    ['negotiation', 52, 86_000, 11, 0],
    ['entry_procedures', 23, 71_000, 0, 0],
    ['approved', 17, 64_000, 0, 0],
  ])
})

test('and per desk as well', async () => {
  const bars = await pipelinePerDesk(read(), { asOf: CLOSING })
  const desks = await owner<{ id: string; key: string }[]>`select id, key from desks order by position`
  const told = (stage: string) =>
    desks
      .map(({ id }) => bars.find(bar => bar.deskId === Number(id) && bar.stage === stage)?.sum)
      .map(sum => [sum?.count, wan(sum?.cny ?? 0n)])
  expect(desks.map(({ key }) => key)).toEqual(['domestic', 'japan_korea', 'europe_us', 'general'])
  expect(told('approved')).toEqual([
    [8, 36_900],
    [4, 6_452],
    [3, 7_538],
    [2, 13_110],
  ])
  expect(told('entry_procedures')).toEqual([
    [11, 42_500],
    [5, 6_539],
    [4, 8_703],
    [3, 13_258],
  ])
  expect(told('negotiation').map(([count]) => count)).toEqual([21, 15, 9, 7])
})

test('the five named foreign deals are there with what is known of them', async () => {
  const named = async (q: string) => (await listDeals(read(), { ...filter, text: q })).rows
  const [ma] = await named('马氏')
  expect(ma).toMatchObject({ stage: 'negotiation', country: 'TW', form: 'joint_venture' })
  expect([ma?.total.cny, ma?.foreign.cny]).toEqual([11_600_000_000n, 5_151_121_000n])
  const [aidi] = await named('艾迪')
  expect(aidi).toMatchObject({ stage: 'negotiation', country: 'US', form: 'merger_acquisition' })
  expect([aidi?.total.money, aidi?.foreign.money]).toEqual([null, { minor: 350_000_000n, currency: 'USD' }])
  for (const q of ['鑫宜达', '鑫源泰', '意大利独资注塑机']) {
    const [deal] = await named(q)
    expect([q, deal?.stage, deal?.total.money]).toEqual([q, 'negotiation', null])
  }
})

test('a deal that is moved back in June leaves 51 in negotiation', async () => {
  const [free] = await owner<{ number: string; version: number }[]>`
    select number, version from deals d where stage = 'negotiation' and status = 'active' and stage_since < '2026-06-20'
      and total_cny is not null order by number limit 1`
  const edit = parseInput(editDealInput, {
    number: free?.number,
    version: free?.version,
    content: '新建厂房一座',
    form: 'wholly_owned',
    entryDocumentKind: 'intent',
    entryDocumentOn: '2026-06-29',
    entryDocumentReference: '意向书',
  })
  if (edit.kind !== 'done') throw new Error(JSON.stringify(edit))
  const edited = await editDeal(permit(director, 'deal.edit'), edit.value)
  if (edited.kind !== 'done') throw new Error(JSON.stringify(edited))
  const move = { ...edited.value, to: 'entry_procedures', effectiveOn: CLOSING, reason: null } as const
  expect((await moveDeal(permit(director, 'deal.move'), move as never)).kind).toBe('done')
  const { columns } = await dealBoard(read(), filter, 1)
  expect(columns.map(({ sum }) => sum.count)).toEqual([51, 24, 17])
})

test('the rates of July leave the amounts of June alone', async () => {
  const wrong = await owner`
    select f.id from deal_facts f join rates r on r.currency = f.total_currency
    where f.total_minor is not null and r.on_date = case when f.effective_on < '2026-07-01' then '2026-01-01'::date else '2026-07-01' end
      and f.total_rate <> r.rate`
  expect(wrong).toHaveLength(0)
  const [count] = await owner`select count(distinct rate)::int as sets from rates where currency = 'USD'`
  expect(count?.sets).toBe(2)
})

test('the row of every deal and lead is what its dated facts say last', async () => {
  const differ = await owner`
    select d.number, f.fact from deals d left join deal_facts f on f.deal_id = d.id and f.effective_until is null
    where (f.fact = 'stage' and (f.value, f.effective_on) is distinct from (d.stage, d.stage_since))
      or (f.fact = 'status' and (f.value, f.effective_on) is distinct from (d.status, d.status_since))
      or (f.fact = 'desk' and f.desk_id is distinct from d.desk_id)
      or (f.fact = 'total_investment' and (f.total_minor, f.total_currency, f.total_cny) is distinct from (d.total_minor, d.total_currency, d.total_cny))
    union all
    select l.number, f.fact from leads l left join lead_facts f on f.lead_id = l.id and f.effective_until is null
    where (f.fact = 'stage' and (f.value, f.effective_on) is distinct from (l.stage, l.stage_since))
      or (f.fact = 'desk' and f.desk_id is distinct from l.desk_id)`
  expect(differ).toHaveLength(0)
  const [lines] = await owner`
    select (select count(*)::int from deal_facts where effective_until is null) = 4 * (select count(*)::int from deals)
      and (select count(*)::int from lead_facts where effective_until is null) = 2 * (select count(*)::int from leads) as whole`
  expect(lines?.whole).toBe(true)
})

test('18 people work there, six of them new, and sign in with the password of the demonstration', async () => {
  const [staff] = await owner`
    select count(*)::int as people, count(*) filter (where hired_on >= '2026-01-01')::int as hired
    from users where role in ('director', 'manager', 'officer')`
  expect(staff).toMatchObject({ people: 18, hired: 6 })
  for (const login of ['admin', 'viewer', 'head.japan-korea', 'officer1.europe-us', 'officer2.general'])
    expect((await trySignIn(login, demoPassword, '127.0.0.1')).kind, login).toBe('done')
})

test('approvals wait for a second person', async () => {
  expect((await toConfirm(permit(director, 'day.read'))).length).toBeGreaterThan(1)
})

test('the next numbers go on after those of the demonstration', async () => {
  const [free] = await owner`
    select bool_and(s.last >= coalesce((select max(split_part(number, '-', 3)::int) from deals
      where number like 'D-' || s.year || '-%'), 0)) as free from number_series s where noun = 'D'`
  expect(free?.free).toBe(true)
})

test('it is loaded into an empty database only', async () => {
  expect(await isEmpty()).toBe(false)
  await expect(seedDemo({ now: NOW })).rejects.toThrow(/already/)
})
