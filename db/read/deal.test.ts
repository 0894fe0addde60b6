import { afterAll, beforeAll, expect, test } from 'vitest'
import { closePools } from '@/db/client'
import { entryFields, newDeal } from '@/db/testing/deal'
import { type Office, openOffice, permit, type StaffName } from '@/db/testing/office'
import { correctDeal, editDeal } from '@/db/write/deal-edit'
import { moveDeal, undoMoveDeal } from '@/db/write/deal-move'
import { loseDeal } from '@/db/write/deal-status'
import { addMemberDeal, handOverDeal } from '@/db/write/deal-team'
import { dealSorts, dealStages } from '@/domain/deal/deal'
import { type DealFilter, defaultDealFilter } from '@/domain/deal/filter'
import { editDealInput, openDealInput } from '@/domain/deal/input'
import type { DealRow } from '@/domain/deal/row'
import { sumOf } from '@/domain/money/sum'
import { parseInput } from '@/domain/outcome'
import type { Permission } from '@/domain/policy/table'
import { openDeal } from '../write/deal-create'
import { countDeals, eachDeal, firstDeals, listDeals } from './deal'
import { dealBoard, moreCards } from './deal-board'
import { dealNeighbours } from './deal-record'
import {
  daysInStage,
  dealFigure,
  dealFigureRows,
  pipelinePerDesk,
  stuckDeals,
  toConfirm,
} from './figure/deal'
import { changesOfDays } from './figure/deal-change'

let office: Office
const everybody: StaffName[] = [
  'admin',
  'director',
  'viewer',
  'headDomestic',
  'headAsia',
  'officer',
  'colleague',
  'outsider',
]
const may = <P extends Permission>(who: StaffName, what: P) => permit(office.actors[who], what)
/* Named, not "this year": the test outlives 2026. */
const base: DealFilter = { ...defaultDealFilter, approved: 2026 }
const list = (who: StaffName, changes: Partial<DealFilter> = {}) =>
  listDeals(may(who, 'deal.read'), { ...base, ...changes })
const names = (rows: readonly DealRow[]) => rows.map(row => row.name)

/** In January 甲 to 己 are entered; 乙 is handed over in March, 丙 lost in April, 丁 grows in May, 戊 moves twice. */
beforeAll(async () => {
  office = await openOffice()
  const { actors, desks } = office
  const since = { effectiveOn: '2026-01-05' }
  const asia = { deskId: desks.japan_korea, country: 'JP' }
  const made = {
    甲: await newDeal(office, {
      ...since,
      name: '甲',
      ...entryFields,
      foreign: '725.51万美元',
      foreignCurrency: 'USD',
    }),
    乙: await newDeal(office, { ...since, name: '乙', total: '6000万' }),
    丙: await newDeal(office, { ...since, name: '丙', total: '100万欧元', country: 'CN' }),
    丁: await newDeal(office, { ...since, ...asia, name: '丁', total: '6亿日元' }, 'outsider'),
    戊: await newDeal(
      office,
      { ...since, ...asia, ...entryFields, name: '戊', total: '2.8亿日元' },
      'outsider',
    ),
    己: await newDeal(office, {
      ...since,
      name: '己',
      nextStep: '拜访',
      nextStepOn: '2026-01-12',
      highTech: 'yes',
    }),
  }
  const at = async (name: keyof typeof made) => {
    const [row] = await office.owner`select version from deals where id = ${made[name].id}`
    return { number: made[name].number, version: Number(row?.version) }
  }
  const member = { ...(await at('戊')), memberId: actors.officer.id }
  await addMemberDeal(may('outsider', 'deal.add_member'), member)
  const over = { deskId: desks.general, officerId: null, effectiveOn: '2026-03-01', reason: '台资' }
  await handOverDeal(may('director', 'deal.hand_over'), { ...(await at('乙')), ...over })
  const lost = { effectiveOn: '2026-04-10', reasonCode: 'price' as const, reason: '地价', lostTo: null }
  await loseDeal(may('officer', 'deal.lose'), { ...(await at('丙')), ...lost })
  const grown = parseInput(editDealInput, { ...(await at('丁')), total: '10亿日元', statedOn: '2026-05-20' })
  if (grown.kind === 'done') await editDeal(may('outsider', 'deal.edit'), grown.value)
  const entry = { to: 'entry_procedures' as const, reason: null }
  await moveDeal(may('officer', 'deal.move'), { ...(await at('甲')), ...entry, effectiveOn: '2026-02-10' })
  await moveDeal(may('outsider', 'deal.move'), { ...(await at('戊')), ...entry, effectiveOn: '2026-03-15' })
  const approved = (name: string, on: string, total: string) => ({
    name,
    companyId: 1,
    deskId: desks.domestic,
    officerId: actors.colleague.id,
    country: 'CN',
    industryId: office.industryId,
    source: 'government',
    stage: 'approved',
    negotiationOn: '2024-05-01',
    approvedOn: on,
    total,
  })
  for (const form of [approved('庚', '2026-06-30', '1.28亿'), approved('辛', '2025-11-30', '6200万')]) {
    const parsed = parseInput(openDealInput, form)
    if (parsed.kind === 'done') await openDeal(may('director', 'deal.open'), parsed.value)
  }
})
afterAll(async () => {
  await closePools()
  await office.owner.end()
})

test('a list shows the active deals of one’s reach and this year’s approvals, with count and sums of all of them', async () => {
  const all = await list('director')
  expect(names(all.rows).sort()).toEqual(['丁', '乙', '庚', '戊', '甲', '己'].sort())
  expect(all.total).toBe(6)
  expect(all.sums.total).toEqual({
    count: 6,
    cny: 11_600_000_000n + 6_000_000_000n + 5_000_000_000n + 1_400_000_000n + 12_800_000_000n,
    notStated: 1,
    withoutRate: 0,
  })
  // 庚 is from the mainland and names no foreign capital: it has none. The others from abroad do not say.
  expect(all.sums.foreign).toEqual({ count: 5, cny: 5_151_121_000n, notStated: 4, withoutRate: 0 })
  expect(names((await list('officer')).rows).sort()).toEqual(['乙', '庚', '戊', '甲', '己'].sort())
  expect(names((await list('outsider')).rows).sort()).toEqual(['丁', '戊'].sort())
  expect(names((await list('director', { approved: 'all' })).rows)).toContain('辛')
  expect(names((await list('director', { approved: 2025, stages: ['approved'] })).rows)).toEqual(['辛'])
  expect((await list('director', { statuses: ['lost'] })).sums.total).toMatchObject({
    count: 1,
    withoutRate: 1,
  })
})

test('each part of the filter narrows the list', async () => {
  const found = async (changes: Partial<DealFilter>) =>
    names((await list('director', { ...changes, sort: { key: 'number', descending: false } })).rows)
  expect(await found({ text: '甲' })).toEqual(['甲'])
  expect(await found({ text: '馬氏' })).toHaveLength(6)
  expect(await found({ text: '马氏 甲' })).toEqual(['甲'])
  expect(await found({ text: '%' })).toHaveLength(6)
  expect(await found({ text: '无此项目' })).toEqual([])
  expect(await found({ desks: ['japan_korea'] })).toEqual(['丁', '戊'])
  expect(await found({ stages: ['entry_procedures'] })).toEqual(['甲', '戊'])
  expect(await found({ countries: ['JP'] })).toEqual(['丁', '戊'])
  expect(await found({ officer: 'none' })).toEqual(['乙'])
  expect(await found({ officer: office.actors.outsider.id })).toEqual(['丁', '戊'])
  expect(await found({ minCny: 6_000_000_000n, maxCny: 11_600_000_000n })).toEqual(['甲', '乙'])
  expect(await found({ stageFrom: '2026-02-01', stageTo: '2026-03-15' })).toEqual(['甲', '戊'])
  expect(await found({ createdTo: '2020-01-01' })).toEqual([])
  expect(await found({ overdue: true })).toEqual(['己'])
  expect(await found({ highTech: true })).toEqual(['己'])
  expect(await found({ industries: [office.industryId], company: 'C-2026-9001' })).toHaveLength(6)
  expect(await found({ event: 'E-2026-0001' })).toEqual([])
})

test('every order goes both ways, page by page, and what is unknown stands last in each', async () => {
  for (const key of dealSorts) {
    for (const descending of [false, true]) {
      const order = { sort: { key, descending }, approved: 'all', statuses: ['active', 'lost'] } as const
      const whole = (await list('director', order)).rows
      expect(whole).toHaveLength(8)
      const known = whole.map(row =>
        key === 'total' ? row.total.cny !== null : key === 'next_step' ? row.nextStepOn !== null : true,
      )
      expect(known).toEqual([...known].sort((a, b) => Number(b) - Number(a)))
      const paged: DealRow[] = []
      for await (const some of eachDeal(may('director', 'deal.export'), { ...defaultDealFilter, ...order }))
        paged.push(...some)
      expect(names(paged)).toEqual(names(whole))
      const pages: string[] = []
      for (const page of [1, 2, 3]) {
        const slice = await list('director', { ...order, page, size: 3 as never })
        expect(slice.total).toBe(8)
        pages.push(...names(slice.rows))
      }
      expect(pages).toEqual(names(whole))
    }
    const [first, second, beyond] = await Promise.all(
      [1, 2, 9].map(page => list('director', { page, size: 3 as never })),
    )
    expect([first?.total, beyond?.page]).toEqual([6, 2])
    expect(names(beyond?.rows ?? [])).toEqual(names(second?.rows ?? []))
  }
  const byAmount = await list('director', { sort: { key: 'total', descending: true } })
  expect(names(byAmount.rows)).toEqual(['庚', '甲', '乙', '丁', '戊', '己'])
})

test('as of a day the facts are those of that day: stage, status, desk and amount', async () => {
  const on = async (asOf: string, changes: Partial<DealFilter> = {}) =>
    await list('director', { asOf, approved: 'all', ...changes })
  const february = await on('2026-02-28')
  const row = (rows: DealRow[], name: string) => rows.find(one => one.name === name)
  expect(names(february.rows).sort()).toEqual(['丁', '丙', '乙', '庚', '戊', '甲', '己', '辛'].sort())
  expect(row(february.rows, '庚')).toMatchObject({ stage: 'negotiation', stageSince: '2024-05-01' })
  expect(row(february.rows, '甲')).toMatchObject({
    stage: 'entry_procedures',
    stageSince: '2026-02-10',
    daysInStage: 18,
  })
  expect(row(february.rows, '戊')).toMatchObject({ stage: 'negotiation', stageSince: '2026-01-05' })
  expect(row(february.rows, '乙')).toMatchObject({ deskId: office.desks.domestic, nextStep: null, stuck: [] })
  expect(row(february.rows, '丁')?.total.cny).toBe(3_000_000_000n)
  expect((await on('2026-05-20', { text: '丁' })).sums.total.cny).toBe(5_000_000_000n)
  expect(names((await on('2026-05-01')).rows)).not.toContain('丙')
  expect(names((await on('2026-02-28', { desks: ['general'] })).rows)).toEqual([])
  expect(names((await on('2026-03-01', { desks: ['general'] })).rows)).toEqual(['乙'])
  expect((await on('2024-04-30')).total).toBe(0)
  const today = (await list('director')).today
  const now = await list('director', { sort: { key: 'number', descending: false } })
  const asOfToday = await list('director', { asOf: today, sort: { key: 'number', descending: false } })
  expect(asOfToday.sums).toEqual(now.sums)
  expect(names(asOfToday.rows)).toEqual(names(now.rows))
})

test.each(everybody)('board totals, bars and sums equal a recount of the list for %s', async who => {
  for (const filter of [
    defaultDealFilter,
    { ...defaultDealFilter, asOf: '2026-04-30', approved: 'all' as const },
  ]) {
    const rows = (await list(who, { ...filter, size: 100 })).rows
    const recount = (some: DealRow[]) =>
      sumOf(some.map(({ total }) => ({ stated: total.money !== null, cny: total.cny })))
    const board = await dealBoard(may(who, 'deal.read'), filter, 2)
    for (const column of board.columns) {
      const there = rows.filter(row => row.stage === column.stage)
      expect(column.sum).toEqual(recount(there))
      expect(column.stuck).toBe(there.filter(row => row.stuck.length > 0).length)
      expect(column.cards.length).toBe(Math.min(2, there.length))
    }
    expect((await countDeals(may(who, 'deal.read'), filter)).total).toEqual(recount(rows))
    const bars = await pipelinePerDesk(may(who, 'day.read'), filter)
    for (const { deskId, stage, sum } of bars)
      expect(sum).toEqual(recount(rows.filter(row => row.deskId === deskId && row.stage === stage)))
    expect(bars.reduce((n, { sum }) => n + sum.count, 0)).toBe(rows.length)
  }
})

test('cards come page by page in the order of the filter, each once', async () => {
  const filter = { ...defaultDealFilter, approved: 'all' as const }
  const board = await dealBoard(may('director', 'deal.read'), filter, 1)
  expect(board.columns.map(column => column.stage)).toEqual([...dealStages])
  expect(board.lost).toBe(1)
  for (const { stage, cards, more, sum } of board.columns) {
    const shown = [...cards]
    for (let after = more; after !== null; ) {
      const next = await moreCards(may('director', 'deal.read'), filter, stage, after, 1)
      shown.push(...next.cards)
      after = next.more
    }
    expect(names(shown)).toEqual(names((await list('director', { ...filter, stages: [stage] })).rows))
    expect(shown).toHaveLength(sum.count)
  }
})

test('a record knows its neighbours in the list it was opened from', async () => {
  const filter = { ...base, sort: { key: 'total' as const, descending: true } }
  const rows = (await list('director', filter)).rows
  const beside = await dealNeighbours(may('director', 'deal.read'), filter, rows[1]?.number ?? '')
  expect(beside).toEqual({ previous: rows[0]?.number, next: rows[2]?.number, position: 2, total: 6 })
  expect(await dealNeighbours(may('director', 'deal.read'), filter, 'D-1999-0001')).toBeNull()
})

test('figures count stocks as of a day and approvals within a period, with the deals behind them', async () => {
  const day = may('director', 'day.read')
  const negotiation = { key: 'deals_in_negotiation', asOf: '2026-02-28' } as const
  expect((await dealFigure(day, negotiation)).count).toBe(6)
  expect(names(await dealFigureRows(day, negotiation))).toHaveLength(6)
  expect((await dealFigure(day, { key: 'deals_in_entry_procedures', asOf: '2026-06-30' })).count).toBe(2)
  const approved = { key: 'deals_approved_in_period', from: '2026-01-01', to: '2026-06-30' } as const
  expect(await dealFigure(day, approved)).toEqual({
    count: 1,
    cny: 12_800_000_000n,
    notStated: 0,
    withoutRate: 0,
  })
  expect((await dealFigure(day, { ...approved, to: '2026-06-29' })).count).toBe(0)
  expect((await dealFigure(may('outsider', 'day.read'), approved)).count).toBe(0)
})

test('a deleted deal counts at no date', async () => {
  const asked = { key: 'deals_in_entry_procedures', asOf: '2026-06-30' } as const
  await office.owner`update deals set deleted_at = now() where name = '甲'`
  expect((await dealFigure(may('director', 'day.read'), asked)).count).toBe(1)
  await office.owner`update deals set deleted_at = null where name = '甲'`
})

test('stuck deals are those that the rule names, the longest in their stage first', async () => {
  const stuck = await stuckDeals(may('director', 'day.read'))
  const ruled = (await list('director', { size: 100 })).rows.filter(row => row.stuck.length > 0)
  expect(names(stuck.rows).sort()).toEqual(names(ruled).sort())
  expect(stuck.total).toBe(ruled.length)
  expect(names((await list('director', { stuck: true })).rows).sort()).toEqual(names(ruled).sort())
  expect(stuck.rows[0]?.stageSince).toBe('2026-01-05')
  const own = { officer: office.actors.officer.id }
  const ofOne = ruled.filter(row => row.officerId === own.officer)
  expect(await stuckDeals(may('director', 'day.read'), { filter: own })).toMatchObject({
    total: ofOne.length,
  })
  const first = await firstDeals(may('director', 'deal.read'), { ...defaultDealFilter, ...own }, 2)
  expect(first).toMatchObject({ total: (await list('director', own)).total })
  expect(first.rows).toHaveLength(Math.min(2, first.total))
  const dots = await daysInStage(may('headAsia', 'day.read'))
  expect(dots.map(dot => dot.name).sort()).toEqual(['丁', '乙', '戊'].sort())
  expect(dots[0]?.days).toBeGreaterThan(dots.at(-1)?.days ?? 0)
})

test('changes are told by the moment of recording, backdated ones too, undone ones not', async () => {
  const { counts, changes } = await changesOfDays(may('director', 'day.read'))
  expect(counts).toEqual({ created: 8, moved: 2, lost: 1, amount: 1 })
  expect(changes.find(change => change.kind === 'amount')).toMatchObject({
    deal: { name: '丁' },
    from: { minor: 600_000_000n, currency: 'JPY' },
    to: { minor: 1_000_000_000n, currency: 'JPY' },
    effectiveOn: '2026-05-20',
  })
  expect(changes.find(change => change.kind === 'lost')).toMatchObject({
    to: 'lost',
    reasonCode: 'price',
    reason: '地价',
  })
  const { number, version } = await newDeal(office, { name: '壬', ...entryFields })
  await moveDeal(may('officer', 'deal.move'), {
    number,
    version,
    to: 'entry_procedures',
    effectiveOn: null,
    reason: null,
  })
  expect((await changesOfDays(may('officer', 'day.read'))).changes[0]).toMatchObject({
    kind: 'moved',
    from: 'negotiation',
    to: 'entry_procedures',
    deal: { name: '壬' },
  })
  await undoMoveDeal(may('officer', 'deal.undo_move'), { number })
  const total = { notStated: true, money: null }
  const fixed = { number, version: version + 2, total, statedOn: null, reason: '未定' }
  expect((await correctDeal(may('headDomestic', 'deal.correct'), fixed)).kind).toBe('done')
  const after = await changesOfDays(may('officer', 'day.read'))
  expect(after.changes.slice(0, 2)).toMatchObject([
    { kind: 'amount', to: null },
    { kind: 'created', deal: { name: '壬' } },
  ])
  expect((await changesOfDays(may('outsider', 'day.read'))).counts).toEqual({
    created: 2,
    moved: 1,
    lost: 0,
    amount: 1,
  })
})

test('what waits for confirmation is shown to those who may decide', async () => {
  const [row] = await office.owner`select id from deals where name = '戊'`
  await office.owner`insert into stage_proposals (deal_id, "to", fields, effective_on, proposed_by)
    values (${row?.id}, 'approved', '{}', '2026-06-01', ${office.actors.outsider.id})`
  expect(names(await toConfirm(may('director', 'day.read')))).toEqual(['戊'])
  expect(names(await toConfirm(may('headAsia', 'day.read')))).toEqual(['戊'])
  expect(await toConfirm(may('headDomestic', 'day.read'))).toEqual([])
  expect(await toConfirm(may('officer', 'day.read'))).toEqual([])
  const board = await dealBoard(may('director', 'deal.read'), defaultDealFilter, 5)
  expect(board.columns.map(column => column.pending)).toEqual([0, 1, 0])
})
