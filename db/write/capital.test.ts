import { afterAll, beforeAll, expect, test } from 'vitest'
import { closePools, pool } from '@/db/client'
import { tellOverdueCapital } from '@/db/housekeeping/capital'
import { listCapital } from '@/db/read/capital'
import { getDealCapital } from '@/db/read/deal-capital'
import { getDeal } from '@/db/read/deal-record'
import { newDeal } from '@/db/testing/deal'
import { merging } from '@/db/testing/merge'
import { type Office, openOffice, permit, type StaffName } from '@/db/testing/office'
import { totalOf } from '@/domain/capital/board'
import { byBasis, counted } from '@/domain/capital/deal'
import { type CapitalFilter, capitalSets, usualCapitalFilter } from '@/domain/capital/filter'
import { planArrivalInput, proposeArrivalInput } from '@/domain/capital/input'
import { editCapitalInput } from '@/domain/capital/structure-input'
import { correctDealInput } from '@/domain/deal/verb-input'
import { parseInput } from '@/domain/outcome'
import type { Permission } from '@/domain/policy/table'
import { editCapital } from './capital'
import { proposeArrival } from './capital-arrival'
import { confirmArrival, returnArrival } from './capital-decide'
import { dropPlan, planArrival } from './capital-plan'
import { correctDeal } from './deal-edit'
import { loseDeal } from './deal-status'

let office: Office
let today: string
beforeAll(async () => {
  office = await openOffice()
  const [row] =
    await office.owner`select to_char((now() at time zone 'Asia/Shanghai')::date, 'YYYY-MM-DD') as today`
  today = row?.today
})
afterAll(async () => {
  await closePools()
  await office.owner.end()
})

type Fields = Record<string, unknown>
const as = <P extends Permission>(who: StaffName, what: P) => permit(office.actors[who], what)
const must = <T>(parsed: { kind: string; value?: T }): T => {
  if (parsed.kind !== 'done') throw new Error(JSON.stringify(parsed))
  return parsed.value as T
}
const rows = (...parts: Fields[]) =>
  Object.assign(
    {},
    ...parts.map((part, at) =>
      Object.fromEntries(
        Object.entries({
          kind: 'registered',
          origin: 'hk_mo_tw',
          form: 'cash',
          currency: 'USD',
          ...part,
        }).map(([name, value]) => [`${name}-${at}`, value]),
      ),
    ),
  )
const edit = (number: string, version: number, parts: Fields[], who: StaffName = 'officer') =>
  editCapital(
    as(who, 'capital.edit'),
    must(parseInput(editCapitalInput, { number, version, ...rows(...parts) })),
  )
const plan = (fields: Fields) =>
  planArrival(
    as('officer', 'capital.plan'),
    must(parseInput(planArrivalInput, { currency: 'USD', ...fields })),
  )
const propose = (fields: Fields, who: StaffName = 'officer') =>
  proposeArrival(
    as(who, 'capital.propose_arrival'),
    must(
      parseInput(proposeArrivalInput, {
        currency: 'USD',
        arrivedOn: '2026-08-20',
        voucher: '银行回单 3 号',
        ...fields,
      }),
    ),
  )
const confirm = (number: string, id: number, who: StaffName = 'headDomestic') =>
  confirmArrival(as(who, 'capital.confirm_arrival'), { number, id, version: 1 })
const look = async (id: number) => {
  const found = await getDealCapital(as('director', 'capital.read'), id)
  if (!found) throw new Error('out of sight')
  return found
}
const board = (filter: Partial<CapitalFilter> = {}, who: StaffName = 'director') =>
  listCapital(
    as(who, 'capital.list'),
    { ...usualCapitalFilter, from: '2026-01-01', to: '2026-12-31', ...filter },
    50,
  )

const foreign = { amount: '725.51万美元', party: '台湾合资方' }
const rest = { rest: 'on', origin: 'this_province', party: '马氏企业' }
/** The casting joint venture: 116 million yuan, 7,255,100 dollars of it from Taiwan. */
async function casting() {
  const deal = await newDeal(office, { effectiveOn: '2026-01-05', total: '1.16亿', totalCurrency: 'CNY' })
  must(await edit(deal.number, 0, [foreign, rest]))
  const { parts } = await look(deal.id)
  return { ...deal, foreign: parts[0]?.id as number, rest: parts[1]?.id as number }
}

test('parts and the rest close to the fen; contracted foreign capital counts Taiwan; the log tells the amounts', async () => {
  const { id, number } = await casting()
  const { parts, closing, version } = await look(id)
  expect(parts.map(({ money, cny }) => [money, cny])).toEqual([
    [{ minor: 725_510_000n, currency: 'USD' }, 5_151_121_000n],
    [{ minor: 6_448_879_000n, currency: 'CNY' }, 6_448_879_000n],
  ])
  expect([closing.state, closing.sum.cny, version]).toEqual(['closed', 11_600_000_000n, 1])
  expect(byBasis(parts, 'foreign', today)).toMatchObject({ count: 1, cny: 5_151_121_000n })
  expect(byBasis(parts, 'attracted', today).cny).toBe(6_448_879_000n)
  const [line] = await office.owner`
    select details from log_entries where noun = 'deal' and record_id = ${id} and verb = 'capital.edit'`
  expect(line?.details.changes.capital[1]).toEqual([
    { minor: '725510000', currency: 'USD' },
    { minor: '6448879000', currency: 'CNY' },
  ])
  expect((await getDeal(as('director', 'deal.read'), number))?.capital).toMatchObject({
    closing: { state: 'closed' },
  })
})

test('of two people who change the structure the second is shown what the first has saved', async () => {
  const { id, number } = await casting()
  const both = await Promise.all([
    edit(number, 1, [{ ...foreign, party: '甲' }, rest], 'officer'),
    edit(number, 1, [{ ...foreign, party: '乙' }, rest], 'headDomestic'),
  ])
  expect(both.map(({ kind }) => kind).sort()).toEqual(['conflict', 'done'])
  const lost = both.find(({ kind }) => kind === 'conflict')
  const { parts } = await look(id)
  expect(lost).toMatchObject({
    theirs: {
      version: 2,
      values: { 'party-0': parts[0]?.party, 'amount-0': '7255100', 'rest-1': 'on', 'amount-2': '' },
    },
  })
})

test('another total is another rest and another closing, shown as a number', async () => {
  const { id, number, foreign: part, rest: left } = await casting()
  const correct = async (total: string) => {
    const version = (await getDeal(as('director', 'deal.read'), number))?.version
    const form = { number, version, total, totalCurrency: 'CNY', reason: '更正' }
    return must(
      await correctDeal(as('headDomestic', 'deal.correct'), must(parseInput(correctDealInput, form))),
    )
  }
  await correct('1.2亿')
  expect((await look(id)).parts[1]).toMatchObject({ money: { minor: 6_848_879_000n }, cny: 6_848_879_000n })
  await correct('5000万')
  expect((await look(id)).closing).toMatchObject({
    state: 'gap',
    gap: { minor: 151_121_000n, currency: 'CNY' },
  })
  expect((await look(id)).parts.map(({ id, money }) => [id, money?.minor ?? null])).toEqual([
    [part, 725_510_000n],
    [left, null],
  ])
})

test('words of a plan become days, within the part and in its currency', async () => {
  const { id, number, foreign: partId } = await casting()
  must(await plan({ number, partId, amount: '500万', when: '两年内' }))
  expect(await plan({ number, partId, amount: '300万', byOn: '2026-09-30' })).toMatchObject({
    fields: { amount: { reason: 'capital.invalid.beyond_part', values: { planned: '5,000,000.00 USD' } } },
  })
  expect(await plan({ number, partId, amount: '10万元', byOn: '2026-09-30' })).toMatchObject({
    fields: { amount: { reason: 'capital.invalid.currency_of_part', values: { currency: 'USD' } } },
  })
  expect(await plan({ number, partId, amount: '1万', when: '尽快' })).toMatchObject({
    fields: { when: { reason: 'capital.invalid.when' } },
  })
  const [found] = (await look(id)).plans
  expect(found).toMatchObject({ from: null, open: 500_000_000n, openCny: 3_550_000_000n, note: '两年内' })
  expect(found?.by.slice(0, 4)).toBe(String(Number(today.slice(0, 4)) + 2))
  expect(
    await dropPlan(as('officer', 'capital.plan'), { number, id: found?.id ?? 0, version: 9 }),
  ).toMatchObject({
    reason: 'capital.refused.changed_meanwhile',
  })
  must(await dropPlan(as('officer', 'capital.plan'), { number, id: found?.id ?? 0, version: 1 }))
  expect((await look(id)).plans).toEqual([])
})

test('two people: what is proposed counts when another has confirmed it, and settles what was due first', async () => {
  const { id, number, foreign: partId } = await casting()
  must(await plan({ number, partId, amount: '150万', fromOn: '2026-08-01', byOn: '2026-09-30' }))
  must(await plan({ number, partId, amount: '500万', byOn: '2028-06-30' }))
  const arrival = must(await propose({ number, partId, amount: '200万' }, 'headDomestic'))
  expect(counted((await look(id)).arrivals)).toEqual([])
  expect(await confirm(number, arrival.id)).toMatchObject({ reason: 'deal.refused.same_person' })
  expect(await confirm(number, arrival.id, 'headAsia')).toEqual({ kind: 'gone' })
  must(await confirm(number, arrival.id, 'director'))
  const after = await look(id)
  expect(after.plans.map(({ open }) => open)).toEqual([0n, 450_000_000n])
  expect(byBasis(counted(after.arrivals), 'foreign', today)).toMatchObject({ count: 1, cny: 1_420_000_000n })
  expect(await confirm(number, arrival.id, 'director')).toMatchObject({
    reason: 'deal.refused.decided_already',
  })
})

test('confirmed and returned at once: one of the two wins, and the other is told so', async () => {
  const { id, number, foreign: partId } = await casting()
  const { id: arrival } = must(await propose({ number, partId, amount: '10万' }))
  const both = await Promise.all([
    confirm(number, arrival),
    returnArrival(as('director', 'capital.return_arrival'), {
      number,
      id: arrival,
      version: 1,
      reason: '缺回单',
    }),
  ])
  expect(both.map(({ kind }) => kind).sort()).toEqual(['done', 'refused'])
  expect(both).toContainEqual(expect.objectContaining({ reason: 'deal.refused.decided_already' }))
  const [found] = (await look(id)).arrivals
  expect(found?.state).toBe(both[0]?.kind === 'done' ? 'confirmed' : 'returned')
})

test('nothing arrives beyond what was committed, with the numbers, also when two are proposed at once', async () => {
  const { number, foreign: partId } = await casting()
  const both = await Promise.all([
    propose({ number, partId, amount: '400万' }),
    propose({ number, partId, amount: '400万' }, 'headDomestic'),
  ])
  expect(both.map(({ kind }) => kind).sort()).toEqual(['done', 'refused'])
  expect(both).toContainEqual(
    expect.objectContaining({
      reason: 'capital.refused.beyond_committed',
      values: expect.objectContaining({ committed: '7,255,100.00 USD', waiting: '4,000,000.00 USD' }),
    }),
  )
  const smaller = await edit(number, 1, [{ ...foreign, id: partId, amount: '300万' }, rest])
  expect(smaller).toMatchObject({
    fields: { 'amount-0': { reason: 'capital.invalid.below_use', values: { arrived: '4,000,000.00 USD' } } },
  })
  expect(await edit(number, 1, [{ ...foreign, id: partId, form: 'equipment' }, rest])).toMatchObject({
    fields: { 'form-0': { reason: 'capital.invalid.part_in_use' } },
  })
  expect(await edit(number, 1, [foreign, rest])).toMatchObject({ reason: 'capital.refused.part_in_use' })
})

test('yuan for a part in dollars count at the rate of their day; without one they are refused, dollars are kept without yuan', async () => {
  const { id, number, foreign: partId } = await casting()
  must(await propose({ number, partId, amount: '710万元', arrivedOn: '2026-03-01' }))
  expect((await look(id)).arrivals[0]).toMatchObject({ money: { currency: 'CNY' }, cny: 710_000_000n })
  const [stored] = await office.owner`select credited_minor from arrivals where deal_id = ${id}`
  expect(stored?.credited_minor).toBe('100000000')
  expect(await propose({ number, partId, amount: '50万元', arrivedOn: '2025-12-31' })).toMatchObject({
    fields: {
      amount: { reason: 'capital.invalid.no_rate_that_day', values: { currency: 'USD', on: '2025-12-31' } },
    },
  })
  expect(await propose({ number, partId, amount: '5万欧元', arrivedOn: '2026-03-01' })).toMatchObject({
    fields: { amount: { values: { currency: 'EUR' } } },
  })
  const early = must(await propose({ number, partId, amount: '5万', arrivedOn: '2025-12-31' }))
  must(await confirm(number, early.id))
  expect(byBasis(counted((await look(id)).arrivals), 'foreign', today)).toMatchObject({
    count: 1,
    withoutRate: 1,
    cny: 0n,
  })
  expect(await propose({ number, partId, amount: '5万', arrivedOn: '2199-01-01' })).toMatchObject({
    fields: { arrivedOn: { reason: 'date.in_future' } },
  })
})

test('a correction takes the place of what it corrects when another confirms it, and one can say that it never came', async () => {
  const { id, number, foreign: partId } = await casting()
  const first = must(await propose({ number, partId, amount: '700万' }))
  must(await confirm(number, first.id))
  const said = { number, partId, correctsId: first.id, correctionReason: '金额看错' }
  const second = must(await propose({ ...said, amount: '720万' }))
  expect(counted((await look(id)).arrivals).map(one => one.id)).toEqual([first.id])
  expect(await propose({ ...said, amount: '70万' })).toMatchObject({
    reason: 'capital.refused.correction_waits',
  })
  must(await confirm(number, second.id))
  expect((await look(id)).arrivals.map(({ id, state }) => [id, state])).toEqual([
    [first.id, 'superseded'],
    [second.id, 'confirmed'],
  ])
  expect(await propose({ ...said, amount: '70万' })).toMatchObject({
    reason: 'capital.refused.not_confirmed',
  })
  const never = must(await propose({ ...said, correctsId: second.id, amount: '1万', strikes: 'on' }))
  must(await confirm(number, never.id))
  expect(counted((await look(id)).arrivals)).toEqual([])
  must(await propose({ number, partId, amount: '725.51万' }))
})

test('every number of the board is as many rows as it says, per desk and in all, and a lost deal is promised no more', async () => {
  const { id, number, foreign: partId } = await casting()
  must(await plan({ number, partId, amount: '100万', byOn: '2026-03-31' }))
  must(await plan({ number, partId, amount: '150万', byOn: '2026-12-31' }))
  must(await plan({ number, partId, amount: '90万', byOn: '2028-12-31' }))
  must(
    await confirm(
      number,
      must(await propose({ number, partId, amount: '20万', arrivedOn: '2026-02-02' })).id,
    ),
  )
  const filters: Partial<CapitalFilter>[] = [
    {},
    { side: 'foreign' },
    { basis: 'attracted' },
    { desks: ['domestic'] },
    { bucket: '2026-08' },
  ]
  for (const filter of filters)
    for (const set of capitalSets) {
      const { rows, total, sums } = await board({ ...filter, set })
      expect(rows.length, `${JSON.stringify(filter)} ${set}`).toBe(total)
      if (filter.bucket) continue
      const sum = totalOf(
        sums.filter(one => one.bucket !== 'later'),
        { set },
      )
      expect(rows.reduce((all, { cny }) => all + (cny ?? 0n), 0n)).toBe(sum.cny)
    }
  const overdue = async () =>
    (await board()).rows.filter(row => row.deal.number === number).map(row => row.money?.minor)
  expect(await overdue()).toEqual([80_000_000n])
  expect((await board({}, 'headAsia')).total).toBe(0)
  const { version } = (await getDeal(as('director', 'deal.read'), number)) ?? { version: 0 }
  const reason = { effectiveOn: null, reasonCode: 'funds' as const, reason: '资金不到', lostTo: null }
  must(await loseDeal(as('officer', 'deal.lose'), { number, version, ...reason }))
  expect(await overdue()).toEqual([])
  const received = await board({ set: 'received' })
  expect(received.rows.filter(row => row.deal.number === number)).toHaveLength(1)
  await office.owner`update deals set deleted_at = now() where id = ${id}`
  expect((await board({ set: 'received' })).rows.filter(row => row.deal.number === number)).toEqual([])
})

test('capital goes where its deal goes: another desk sees it, and the one before does not', async () => {
  const { id } = await casting()
  const seen = async (who: StaffName) =>
    (await board({ set: 'committed' }, who)).rows.some(row => row.deal.number === number)
  const { number } = (await office.owner`select number from deals where id = ${id}`)[0] as { number: string }
  expect([await seen('headDomestic'), await seen('headAsia')]).toEqual([true, false])
  await office.owner`update deals set desk_id = ${office.desks.japan_korea}, team_ids = '{}', case_officer_id = null where id = ${id}`
  expect([await seen('headDomestic'), await seen('headAsia'), await seen('officer')]).toEqual([
    false,
    true,
    false,
  ])
})

test('officer and head are told once of what did not come, and again when it was put off and did not come either', async () => {
  const { id, number, foreign: partId } = await casting()
  await office.owner`delete from notifications`
  await office.owner`update planned_arrivals set told_at = now()`
  must(await plan({ number, partId, amount: '100万', byOn: '2026-03-31' }))
  const run = async () => (await pool('housekeeping')).begin(tx => tellOverdueCapital.run(tx))
  expect([await run(), await run()]).toEqual([1, 0])
  const told = await office.owner`
    select u.login, n.details from notifications n join users u on u.id = n.user_id where n.kind = 'capital_overdue' order by 1`
  expect(told.map(({ login }) => login)).toEqual(['headdomestic', 'officer'])
  expect(told[0]?.details).toMatchObject({ number, on: '2026-03-31', path: `/deals/${number}/capital` })
  const [stood] = (await look(id)).plans
  const again = { number, partId, id: stood?.id, version: stood?.version, amount: '100万' }
  must(await plan({ ...again, byOn: '2026-04-30' }))
  expect(await run()).toBe(1)
})

test('a deal with money that came is not merged away, nor one with a structure into one without', async () => {
  const one = await casting()
  const bare = await newDeal(office, { effectiveOn: '2026-01-05', total: '1.16亿', totalCurrency: 'CNY' })
  const into = (kept: { number: string }, other: { number: string }) =>
    merging(office.actors.director, 'deal', { kept: kept.number, other: other.number })
  expect(await into(bare, one)).toMatchObject({ reason: 'capital.refused.merged_away' })
  const two = await casting()
  must(await propose({ number: two.number, partId: two.foreign, amount: '10万' }))
  expect(await into(one, two)).toMatchObject({ reason: 'capital.refused.merged_away' })
  expect(await into(two, one)).toMatchObject({ kind: 'done' })
  expect(await into(two, bare)).toMatchObject({ kind: 'done' })
})

test('the database itself lets nobody decide on an arrival but under the verbs for it, nor change what was proposed', async () => {
  const { id, number, foreign: partId } = await casting()
  must(await propose({ number, partId, amount: '10万' }))
  const actor = office.actors.director
  const attempt = (verb: string, set: string) =>
    office.owner
      .begin(async tx => {
        await tx`select set_config('role', 'sees_all', true), set_config('app.user', ${String(actor.id)}, true),
          set_config('app.role', 'director', true), set_config('app.desks', '{}', true), set_config('app.covers', '{}', true),
          set_config('app.writes', 'all', true), set_config('app.writes_desks', '{}', true), set_config('app.verb', ${verb}, true)`
        await tx.unsafe(`update arrivals set ${set} where deal_id = ${id}`)
        return 'done'
      })
      .catch(error => (error as { constraint_name?: string }).constraint_name)
  const decided = `state = 'confirmed', decided_at = now(), decided_by = ${actor.id}`
  expect(await attempt('capital.edit', decided)).toBe('guard_arrival_state')
  expect(await attempt('capital.confirm_arrival', 'minor = 1')).toBe('guard_arrival')
  expect(
    await attempt(
      'capital.confirm_arrival',
      `state = 'confirmed', decided_at = now(), decided_by = ${office.actors.officer.id}`,
    ),
  ).toBe('arrivals_two_people')
  expect(await attempt('capital.confirm_arrival', decided)).toBe('done')
})
