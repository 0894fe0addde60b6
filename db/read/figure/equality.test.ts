import postgres, { type Sql } from 'postgres'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { closePools } from '@/db/client'
import { connectionOptions } from '@/db/connection'
import { accountActor, accountNamed } from '@/db/door/session'
import { eachCapital, listCapital } from '@/db/read/capital'
import { overdueArrivals } from '@/db/read/capital-day'
import { listClocks } from '@/db/read/clock'
import { listDeals } from '@/db/read/deal'
import { capitalFigureRows, capitalFigures } from '@/db/read/figure/capital'
import { pipelinePerDesk, stuckDeals } from '@/db/read/figure/deal'
import { signingsPerDesk } from '@/db/read/figure/signing'
import { listIssues } from '@/db/read/issue'
import { reviewPage } from '@/db/read/review'
import { seedDemo } from '@/db/seed/seed'
import { grant } from '@/db/testing/door'
import { countedClocks } from '@/domain/calendar/clock'
import { addDays } from '@/domain/calendar/date'
import { inPeriod, totalOf } from '@/domain/capital/board'
import {
  bucketsOf,
  type CapitalFilter,
  capitalList,
  capitalPeriod,
  capitalSets,
  usualCapitalFilter,
} from '@/domain/capital/filter'
import { clockList, defaultClockFilter } from '@/domain/clock/filter'
import { type DealFilter, dealList, dealSearch, defaultDealFilter } from '@/domain/deal/filter'
import { capitalFigureFilter, capitalFigureKeys } from '@/domain/figure/capital'
import { figureFilter, signingFigure } from '@/domain/figure/deal'
import {
  expectedBuckets,
  expectedFilter,
  expectedSum,
  missedDays,
  reviewFigureFilter,
  reviewFigureKeys,
  sumOfLines,
} from '@/domain/figure/review'
import type { SearchParams } from '@/domain/filter/parameter'
import { issueGroups, issueSearch, parseIssueFilter, usualIssueFilter } from '@/domain/issue/filter'
import { issueKinds } from '@/domain/issue/issue'
import type { Actor } from '@/domain/policy/actor'
import { zoneDefaults } from '@/domain/zone/zone'

/** Every role: the bureau's, a head's, an officer's. */
const logins = ['director', 'viewer', 'admin', 'head.japan-korea', 'officer1.domestic']
const TIMEZONE = 'Asia/Shanghai'

let owner: Sql
let today: string
let deskKeys: Map<number, string>
const actors = new Map<string, Actor>()

beforeAll(async () => {
  await seedDemo()
  owner = postgres(await connectionOptions({ max: 1, onnotice: () => {} }))
  const [row] = await owner`select to_char((now() at time zone ${TIMEZONE})::date, 'YYYY-MM-DD') as today`
  today = String(row?.today)
  const desks = await owner`select id, key from desks`
  deskKeys = new Map(desks.map(({ id, key }) => [Number(id), String(key)]))
  for (const login of logins) {
    const actor = await accountActor((await accountNamed(login)) ?? 0)
    if (!actor) throw new Error(`nobody signs in as ${login}`)
    actors.set(login, actor)
  }
})
afterAll(async () => {
  await closePools()
  await owner.end()
})

/** A number that a page shows, and the address that it leads to. */
type Shown = { name: string; count: number; href: string }
const key = (deskId: number) => deskKeys.get(deskId) ?? ''

/** The rows that this person sees behind an address, read page by page as the address says. */
async function rowsBehind(actor: Actor, href: string): Promise<number> {
  const url = new URL(href, 'http://zone.example')
  const params = url.searchParams as SearchParams
  const known = { today, deskKeys: [...deskKeys.values()] }
  let rows = 0
  const pages = async (read: (page: number) => Promise<number>) => {
    for (let page = 1, found = 1; found > 0 && (page === 1 || found === 50); page++) {
      found = await read(page)
      rows += found
    }
    return rows
  }
  const asked = <F>({ filter, ignored }: { filter: F; ignored: string[] }) => {
    expect(ignored, href).toEqual([])
    return filter
  }
  switch (url.pathname) {
    case '/deals': {
      const filter = asked(dealList.parse(params, known))
      const reads = grant(actor, 'deal.read') as never
      return pages(async page => {
        const list = await listDeals(reads, { ...filter, size: 50, page })
        return list.page === page ? list.rows.length : 0
      })
    }
    case '/capital': {
      const filter = asked(capitalList.parse(params, known))
      for await (const chunk of eachCapital(grant(actor, 'capital.export') as never, filter))
        rows += chunk.length
      return rows
    }
    case '/clocks': {
      const filter = asked(clockList.parse(params, known))
      const reads = grant(actor, 'clock.read') as never
      return pages(async page => {
        const list = await listClocks(reads, { ...filter, page }, 50)
        return list.page === page ? list.rows.length : 0
      })
    }
    default: {
      const filter = asked(parseIssueFilter(params, known.deskKeys))
      const reads = grant(actor, 'issue.read') as never
      return pages(async page => {
        const list = await listIssues(reads, { ...filter, page })
        return list.page === page ? list.rows.length : 0
      })
    }
  }
}

const deals = (filter: DealFilter) => `/deals${dealSearch(filter)}`
const capital = (filter: CapitalFilter) => `/capital${capitalList.search(filter)}`
const seesAll = ({ role }: Actor) => role === 'director' || role === 'viewer'
const ownKeys = (actor: Actor) => (seesAll(actor) ? [] : actor.deskIds.map(key))

async function onReview(actor: Actor, asOf: string | null): Promise<Shown[]> {
  const reads = grant(actor, 'review.read') as never
  if (!reads) return []
  const desks = ownKeys(actor)
  const found = await reviewPage(reads, { deskId: null, desks, since: null, asOf })
  const asked = { today, since: found.from, asOf, settings: zoneDefaults }
  const shown: Shown[] = []
  const places = [desks, ...[...new Set(found.lines.map(({ deskId }) => deskId))].map(id => [key(id)])]
  for (const [at, of] of places.entries()) {
    const deskId = at === 0 ? undefined : [...deskKeys].find(([, one]) => one === of[0])?.[0]
    for (const figure of reviewFigureKeys) {
      const { count } = sumOfLines(found.lines, figure, deskId)
      if (asOf && (figure === 'stuck' || figure === 'slipped')) continue
      shown.push({
        name: `${figure} ${of}`,
        count,
        href: deals({ ...reviewFigureFilter(figure, asked), desks: of }),
      })
    }
    const days = missedDays(asked, { today, timezone: TIMEZONE })
    shown.push({
      name: `clocks_missed ${of}`,
      count: sumOfLines(found.lines, 'clocks_missed', deskId).count,
      href: `/clocks${clockList.search({ ...defaultClockFilter, desks: of, result: 'missed', ...days })}`,
    })
  }
  for (const bucket of asOf ? [] : expectedBuckets(today))
    shown.push({
      name: `expected ${bucket}`,
      count: expectedSum(found.lines, bucket).count,
      href: deals({ ...expectedFilter(bucket, today), desks }),
    })
  const day = grant(actor, 'deal.read') as never
  for (const { deskId, stage, sum } of await pipelinePerDesk(day, { desks, asOf }))
    shown.push({
      name: `pipeline ${stage} ${key(deskId)}`,
      count: sum.count,
      href: deals({ ...defaultDealFilter, asOf, stages: [stage], desks: [key(deskId)] }),
    })
  if (!asOf)
    shown.push({
      name: 'stuck',
      count: (await stuckDeals(day, { filter: { desks } })).total,
      href: deals({ ...defaultDealFilter, desks, stuck: true }),
    })
  return shown
}

async function onCapital(actor: Actor, asOf: string | null): Promise<Shown[]> {
  const reads = grant(actor, 'capital.list') as never
  if (!reads) return []
  const shown: Shown[] = []
  const figures = await capitalFigures(reads, capitalFigureKeys, { asOf })
  const { sums } = await listCapital(reads, { ...usualCapitalFilter, asOf }, 50)
  for (const figure of capitalFigureKeys) {
    const filter = capitalFigureFilter(figure, { asOf })
    expect(inPeriod(sums, filter.set, filter.basis), figure).toEqual(figures[figure])
    shown.push({ name: figure, count: figures[figure].count, href: capital(filter) })
  }
  const period = capitalPeriod({ from: null, to: null }, asOf ?? today)
  for (const bucket of [...bucketsOf(period), 'later'])
    for (const figure of ['funds_received', 'capital_expected'] as const) {
      const filter = capitalFigureFilter(figure, { asOf, bucket })
      const { count } = totalOf(sums, { set: filter.set, bucket })
      if (bucket !== 'later' || figure === 'capital_expected')
        shown.push({ name: `${figure} ${bucket}`, count, href: capital(filter) })
    }
  for (const deskId of new Set(sums.map(sum => sum.deskId)))
    for (const set of capitalSets) {
      const filter = { ...capitalFigureFilter('capital_committed', { asOf, desks: [key(deskId)] }), set }
      const { count } = inPeriod(
        sums.filter(sum => sum.deskId === deskId),
        set,
      )
      shown.push({ name: `${set} ${key(deskId)}`, count, href: capital(filter) })
    }
  return shown
}

async function onClocks(actor: Actor): Promise<Shown[]> {
  const reads = grant(actor, 'clock.read') as never
  const { desks, officers } = await listClocks(reads, defaultClockFilter, 50)
  const cells = [
    ...desks.map(sum => ({ sum, to: { desks: [key(sum.of ?? 0)] } })),
    ...officers.map(sum => ({ sum, to: { officer: sum.of ?? ('none' as const) } })),
  ]
  expect(new Set(cells.map(({ sum }) => sum.kind)).size).toBeLessThanOrEqual(countedClocks.length)
  return cells.flatMap(({ sum, to }) =>
    (['kept', 'missed'] as const).map(result => ({
      name: `${sum.kind} ${result} ${Object.values(to)}`,
      count: sum[result],
      href: `/clocks${clockList.search(defaultClockFilter, { ...to, kinds: [sum.kind], result })}`,
    })),
  )
}

async function onIssues(actor: Actor): Promise<Shown[]> {
  const reads = grant(actor, 'issue.read') as never
  const shown: Shown[] = []
  for (const by of issueGroups) {
    const filter = { ...usualIssueFilter, by }
    const { groups, total } = await listIssues(reads, filter)
    const overdue = groups.reduce((sum, group) => sum + group.overdue, 0)
    shown.push({ name: `all by ${by}`, count: total, href: `/issues${issueSearch(filter)}` })
    shown.push({ name: 'overdue', count: overdue, href: `/issues${issueSearch(filter, { due: 'overdue' })}` })
    for (const group of groups) {
      const only =
        by === 'kind'
          ? { kinds: issueKinds.filter(kind => kind === group.key) }
          : by === 'owner'
            ? { owner: group.key === null ? ('none' as const) : Number(group.key) }
            : { desks: [key(Number(group.key))] }
      const href = (more: object) => `/issues${issueSearch(filter, { ...only, ...more })}`
      shown.push({ name: `${by} ${group.key}`, count: group.count, href: href({}) })
      shown.push({ name: `${by} ${group.key} overdue`, count: group.overdue, href: href({ due: 'overdue' }) })
    }
  }
  return shown
}

/** What My day and the review say of procedures, signings and what is overdue. */
async function onTheDay(actor: Actor): Promise<Shown[]> {
  const reads = grant(actor, 'deal.read') as never
  const late = { ...defaultDealFilter, desks: ownKeys(actor), procedureOverdue: true }
  const { total } = await listDeals(reads, late)
  const shown: Shown[] = [{ name: 'procedures', count: total, href: deals(late) }]
  const month = { from: `${today.slice(0, 8)}01`, to: today }
  for (const { kind, deskId, sum } of await signingsPerDesk(reads, month)) {
    const filter = figureFilter({ key: signingFigure[kind], ...month }, today)
    shown.push({
      name: `${kind} ${key(deskId)}`,
      count: sum.count,
      href: deals({ ...filter, desks: [key(deskId)] }),
    })
  }
  if (grant(actor, 'capital.list'))
    for (const asked of [{ officer: actor.id }, { desks: actor.headOf.map(key) }])
      shown.push({
        name: `arrivals ${Object.keys(asked)}`,
        count: (await overdueArrivals(grant(actor, 'day.read') as never, asked)).total,
        href: capital(capitalFigureFilter('capital_overdue', asked)),
      })
  return shown
}

const pages: Record<string, (actor: Actor) => Promise<Shown[]>> = {
  review: actor => onReview(actor, null),
  'review as of a month ago': actor => onReview(actor, addDays(today, -31)),
  capital: actor => onCapital(actor, null),
  'capital as of a month ago': actor => onCapital(actor, addDays(today, -31)),
  clocks: onClocks,
  issues: onIssues,
  'my day': onTheDay,
}

describe.each(Object.keys(pages))('%s', page => {
  test.each(logins)('%s: every number is the number of rows that its link opens', async login => {
    const actor = actors.get(login) as Actor
    const shown = (await pages[page]?.(actor)) ?? []
    const wrong: object[] = []
    for (const { name, count, href } of shown) {
      const rows = await rowsBehind(actor, href)
      if (rows !== count) wrong.push({ name, count, rows, href })
    }
    expect(wrong).toEqual([])
    if (login === 'director') expect(shown.some(({ count }) => count > 0)).toBe(true)
    if (login === 'admin' && /^(review|capital)/.test(page)) expect(shown).toEqual([])
  })
})

test('capital as of today is the capital of today, by its dated lines as by its rows', async () => {
  const reads = grant(actors.get('director') as Actor, 'capital.list') as never
  const now = await capitalFigures(reads, capitalFigureKeys)
  const then = await capitalFigures(reads, capitalFigureKeys, { asOf: today })
  expect(then).toEqual(now)
  for (const figure of capitalFigureKeys) {
    const rows = (asOf: string | null) => capitalFigureRows(reads, figure, { asOf }, { limit: 1000 })
    const told = (await rows(today)).map(row => ({ ...row, party: null }))
    expect(told.length, figure).toBe(now[figure].count)
    expect(told).toEqual((await rows(null)).map(row => ({ ...row, party: null })))
  }
})
