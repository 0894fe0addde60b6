import fc from 'fast-check'
import { expect, test } from 'vitest'
import { dealColumns } from './column'
import { dealSorts, dealStages, dealStatuses } from './deal'
import {
  approvedYear,
  type DealFilter,
  dealChangeKinds,
  dealSearch,
  defaultDealFilter,
  isDefaultDealFilter,
  parseDealFilter,
  toggleStatus,
} from './filter'
import { signings } from './filter-work'

const options = { today: '2026-07-16', deskKeys: ['domestic', 'general'], industryIds: [1, 2, 3] }
const parse = (address: string) => parseDealFilter(new URLSearchParams(address), options)

test('an empty address shows the active deals, by last change, and the approvals of this year', () => {
  const { filter, ignored } = parse('')
  expect(filter).toEqual(defaultDealFilter)
  expect(ignored).toEqual([])
  expect(isDefaultDealFilter(filter)).toBe(true)
  expect(approvedYear(filter, '2026-07-16')).toBe(2026)
  expect(approvedYear({ ...filter, asOf: '2025-06-30' }, '2026-07-16')).toBe(2025)
  expect(approvedYear({ ...filter, approved: 'all' }, '2026-07-16')).toBeNull()
})

test('every part of the filter is read from the address', () => {
  const { filter, ignored } = parse(
    'q=铸造&desk=domestic&desk=general&stage=negotiation,approved&status=all&approved=2025&country=TW,DE&industry=2&officer=none&min=11600&max=1.16亿&createdFrom=2026-01-01&stageTo=2026-06-30&overdue=1&stuck=1&event=E-2026-0001&company=C-2026-0002&highTech=1&sort=total&page=3&size=100&columns=number,name',
  )
  expect(ignored).toEqual([])
  expect(filter).toEqual({
    ...defaultDealFilter,
    text: '铸造',
    desks: ['domestic', 'general'],
    stages: ['negotiation', 'approved'],
    statuses: ['active', 'on_hold', 'lost', 'withdrawn'],
    approved: 2025,
    countries: ['TW', 'DE'],
    industries: [2],
    officer: 'none',
    minCny: 11_600_000_000n,
    maxCny: 11_600_000_000n,
    createdFrom: '2026-01-01',
    stageTo: '2026-06-30',
    overdue: true,
    stuck: true,
    event: 'E-2026-0001',
    company: 'C-2026-0002',
    highTech: true,
    sort: { key: 'total', descending: false },
    page: 3,
    size: 100,
    columns: ['number', 'name'],
  })
})

test('what means nothing is named, and what stands beside it still counts', () => {
  const { filter, ignored } = parse(
    'colour=red&stage=done,approved&desk=moon&page=0&size=7&sort=-luck&min=350万美元&max=-5&officer=x&asOf=2026-07-17&createdFrom=2026-02-30&__proto__=1&constructor=2&q=',
  )
  expect(filter).toEqual({ ...defaultDealFilter, stages: ['approved'] })
  expect(ignored).toEqual([
    'colour',
    'stage=done',
    'desk=moon',
    'page=0',
    'size=7',
    'sort=-luck',
    'min=350万美元',
    'max=-5',
    'officer=x',
    'asOf=2026-07-17',
    'createdFrom=2026-02-30',
    '__proto__',
    'constructor',
  ])
})

test('a list as of a day leaves out what is known of today only, and says so', () => {
  const { filter, ignored } = parse(
    'asOf=2026-06-30&stuck=1&overdue=1&slipped=1&expectedTo=2026-12-31&change=lost&changedFrom=2026-06-01',
  )
  expect(filter).toEqual({ ...defaultDealFilter, asOf: '2026-06-30' })
  expect(ignored).toEqual(['overdue', 'stuck', 'slipped', 'expectedTo', 'change', 'changedFrom'])
})

test('a change begins again on page 1, a page does not change the rest', () => {
  const { filter } = parse('desk=domestic&page=4')
  expect(dealSearch(filter)).toBe('?desk=domestic&page=4')
  expect(dealSearch(filter, { stages: ['negotiation', 'approved'] })).toBe(
    '?desk=domestic&stage=negotiation,approved',
  )
  expect(dealSearch(filter, { page: 5 })).toBe('?desk=domestic&page=5')
  expect(dealSearch(defaultDealFilter, { desks: [] })).toBe('')
})

test('a chip adds a status and takes it away; the last one gone leaves the active', () => {
  const held = { ...defaultDealFilter, statuses: toggleStatus(defaultDealFilter, 'on_hold') }
  expect(dealSearch(held)).toBe('?status=active,on_hold')
  expect(toggleStatus(held, 'on_hold')).toEqual(['active'])
  expect(toggleStatus(defaultDealFilter, 'active')).toEqual(['active'])
})

const some = <T>(words: readonly T[]) => fc.uniqueArray(fc.constantFrom(...words))
const day = fc.option(fc.constantFrom('2024-02-29', '2025-12-31', '2026-07-16'))
const amount = fc.option(fc.bigInt(0n, 10n ** 17n))
const filters: fc.Arbitrary<DealFilter> = fc.record({
  text: fc.option(
    fc
      .string({ minLength: 1, maxLength: 40 })
      .map(text => text.trim())
      .filter(Boolean),
  ),
  desks: some(options.deskKeys),
  stages: some(dealStages),
  statuses: fc.subarray([...dealStatuses], { minLength: 1 }),
  approved: fc.constantFrom('this_year' as const, 'all' as const, 2024, 2025),
  countries: some(['TW', 'DE', 'CN']),
  industries: some(options.industryIds),
  tags: some([3, 7]),
  officer: fc.constantFrom('none' as const, null, 5, 18),
  minCny: amount,
  maxCny: amount,
  createdFrom: day,
  createdTo: day,
  stageFrom: day,
  stageTo: day,
  clock: fc.constant(null),
  overdue: fc.constant(false),
  stuck: fc.constant(false),
  slipped: fc.constant(false),
  expectedFrom: fc.constant(null),
  expectedTo: fc.constant(null),
  noExpected: fc.constant(false),
  change: fc.constant(null),
  changedFrom: fc.constant(null),
  changedTo: fc.constant(null),
  leader: fc.constantFrom(null, 7, '王书记'),
  member: fc.constantFrom(null, 5),
  signed: fc.constantFrom(null, ...signings),
  signedFrom: day,
  signedTo: day,
  blocked: fc.constant(false),
  procedureOverdue: fc.constant(false),
  reviewDue: fc.constant(false),
  highTech: fc.boolean(),
  event: fc.constantFrom(null, 'E-2026-0001'),
  company: fc.constantFrom(null, 'C-2026-0001'),
  asOf: day,
  sort: fc.record({ key: fc.constantFrom(...dealSorts), descending: fc.boolean() }),
  page: fc.integer({ min: 1, max: 100_000 }),
  size: fc.constantFrom(null, 25 as const, 50 as const, 100 as const),
  columns: fc.option(fc.uniqueArray(fc.constantFrom(...dealColumns), { minLength: 1 })),
  view: fc.constantFrom(null, 12),
})

/* What stands today only: never beside an as-of day, and a change with the day from which it counts. */
const ofToday: fc.Arbitrary<Partial<DealFilter>> = fc.record({
  asOf: fc.constant(null),
  slipped: fc.boolean(),
  expectedFrom: day,
  expectedTo: day,
  noExpected: fc.boolean(),
  change: fc.constantFrom(...dealChangeKinds),
  changedFrom: fc.constant('2026-07-09'),
  changedTo: day,
})

test('a change without the day from which it counts is named as ignored', () => {
  expect(parse('change=back')).toEqual({ filter: defaultDealFilter, ignored: ['change'] })
  expect(parse('changedFrom=2026-07-09&changedTo=2026-07-16').ignored).toEqual(['changedFrom', 'changedTo'])
})

test('any filter comes back from its address as it was', () => {
  const any = fc.oneof(
    filters,
    fc.tuple(filters, ofToday).map(([filter, more]) => ({ ...filter, ...more })),
  )
  fc.assert(
    fc.property(any, filter => {
      const { filter: read, ignored } = parse(dealSearch(filter))
      expect(ignored).toEqual([])
      expect(read).toEqual(filter)
    }),
  )
})

test('no address breaks it, and what it takes in is bounded', () => {
  const values = fc.oneof(fc.string(), fc.array(fc.string(), { maxLength: 500 }), fc.constant(undefined))
  const names = fc.oneof(
    fc.string(),
    fc.constantFrom('q', 'desk', 'stage', 'status', 'min', 'sort', 'page', 'columns'),
  )
  fc.assert(
    fc.property(fc.dictionary(names, values), params => {
      const { filter, ignored } = parseDealFilter(params, options)
      expect(ignored.length).toBeLessThanOrEqual(22)
      expect((filter.text ?? '').length).toBeLessThanOrEqual(100)
      expect(filter.page).toBeLessThanOrEqual(100_000)
      expect(filter.statuses.length).toBeGreaterThan(0)
    }),
  )
})
