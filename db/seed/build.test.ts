import { expect, test } from 'vitest'
import { closingOf } from '@/db/capital'
import { buildZone } from '@/db/seed/build'
import { daysOf } from '@/db/seed/days'
import { clockState } from '@/domain/calendar/clock'
import { dateIn } from '@/domain/calendar/date'
import { stuckReasons } from '@/domain/calendar/stuck'
import { isCountryCode } from '@/domain/country/country'
import { requirementsOf } from '@/domain/deal/stage'
import { isCreditCode } from '@/domain/text/credit-code'
import { emailOf } from '@/domain/text/email'
import { phoneOf } from '@/domain/text/phone'
import { wechat } from '@/domain/text/wechat'

type Zone = Awaited<ReturnType<typeof buildZone>>

const ZONE = 'Asia/Shanghai'
/** The first day on which the report could be written, the early morning of a Monday, the next year, the last day before the next report. */
const moments = [
  '2026-07-14T02:00:00Z',
  '2026-11-22T21:00:00Z',
  '2027-02-28T08:00:00Z',
  '2027-07-13T09:30:00Z',
  // in the middle of a day on which a step is settled
  '2026-11-30T02:30:00Z',
]

const onlyOnce = new Map<string, Promise<Zone>>()
const zoneAt = (now: string): Promise<Zone> => {
  if (!onlyOnce.has(now)) onlyOnce.set(now, buildZone(new Date(now)))
  return onlyOnce.get(now) as Promise<Zone>
}

/** The lines that held on a day, one for each record. */
const asOf = <F extends { fact: string; effectiveOn: string; effectiveUntil: string | null }>(
  facts: readonly F[],
  fact: string,
  on: string,
) =>
  facts.filter(
    line =>
      line.fact === fact &&
      line.effectiveOn <= on &&
      (line.effectiveUntil === null || line.effectiveUntil > on),
  )

test('the closing date is the latest 30 June that lies two weeks back', () => {
  expect(daysOf(new Date('2026-07-14T02:00:00Z')).closing).toBe('2026-06-30')
  expect(daysOf(new Date('2026-07-13T02:00:00Z')).closing).toBe('2025-06-30')
})

test('the same moment makes the same zone, to the last row', async () => {
  const [, now = ''] = moments
  const told = ({ users, ...zone }: Zone) =>
    JSON.stringify({ ...zone, users: users.map(user => ({ ...user, passwordHash: '' })) }, (_, value) =>
      typeof value === 'bigint' ? `${value}n` : value,
    )
  expect(told(await buildZone(new Date(now))) === told(await zoneAt(now))).toBe(true)
})

test.each(moments)('loaded at %s the figures of the report come out', async now => {
  const { dealFacts } = await zoneAt(now)
  const on = '2026-06-30'
  const active = new Set(
    asOf(dealFacts, 'status', on)
      .filter(({ value }) => value === 'active')
      .map(({ dealId }) => dealId),
  )
  const total = new Map(asOf(dealFacts, 'total_investment', on).map(line => [line.dealId, line]))
  const figure = (stage: string, since = '') => {
    const ids = asOf(dealFacts, 'stage', on)
      .filter(line => line.value === stage && line.effectiveOn >= since && active.has(line.dealId))
      .map(({ dealId }) => dealId)
    const sum = ids.reduce((cny, id) => cny + (total.get(id)?.totalCny ?? 0n), 0n)
    return [ids.length, sum, ids.filter(id => total.get(id)?.totalMinor === null).length]
  }
  expect(figure('approved', '2026-01-01')).toEqual([17, 64_000_000_000n, 0])
  expect(figure('entry_procedures')).toEqual([23, 71_000_000_000n, 0])
  expect(figure('negotiation')).toEqual([52, 86_000_000_000n, 11])
  expect(figure('approved')[0]).toBe(17 + 31)
  expect(
    asOf(dealFacts, 'status', on).filter(({ value }) => value === 'on_hold').length,
  ).toBeGreaterThanOrEqual(6)
  expect(asOf(dealFacts, 'status', on).filter(({ value }) => value === 'lost')).toHaveLength(10)
})

test.each(moments)('loaded at %s nothing has happened that has not happened yet', async now => {
  const zone = await zoneAt(now)
  const today = dateIn(ZONE, new Date(now))
  const written = [
    ...zone.logEntries.map(({ at }) => at),
    ...zone.activities.map(({ createdAt }) => createdAt),
    ...[...zone.dealFacts, ...zone.leadFacts].map(({ recordedAt }) => recordedAt),
    ...[...zone.deals, ...zone.leads, ...zone.companies, ...zone.events].flatMap(row => [
      row.createdAt,
      row.updatedAt,
    ]),
    ...zone.procedures.map(({ updatedAt }) => updatedAt),
  ]
  expect(written.filter(at => at > new Date(now))).toEqual([])
  expect([...zone.dealFacts, ...zone.leadFacts].filter(line => line.effectiveOn > today)).toEqual([])
  expect(zone.activities.filter(one => one.happenedOn > today)).toEqual([])
  expect(zone.rates.filter(one => one.onDate > today)).toEqual([])
})

test.each(moments)('loaded at %s there is something to do on every page', async now => {
  const zone = await zoneAt(now)
  const today = dateIn(ZONE, new Date(now))
  const count = <T>(rows: readonly T[], fits: (row: T) => boolean) => rows.filter(fits).length
  const clocks = new Set(
    zone.leads.flatMap(({ clockDue }) => (clockDue ? [clockState(clockDue, today).state] : [])),
  )
  expect([...clocks].sort()).toEqual(['due_today', 'ok', 'overdue', 'soon'])
  expect(zone.leads).toHaveLength(240)
  expect(count(zone.leads, one => one.unrouted && one.caseOfficerId === null)).toBeGreaterThan(2)
  expect(count(zone.leads, one => !one.unrouted && one.caseOfficerId === null)).toBeGreaterThan(2)
  expect(new Set(zone.leads.map(({ source }) => source)).size).toBe(7)
  expect(
    count(zone.leads, one => one.stage === 'converted' && !zone.deals.some(deal => deal.leadId === one.id)),
  ).toBe(0)
  expect(count(zone.stageProposals, one => one.decision === null)).toBeGreaterThan(1)
  expect(count(zone.deals, one => one.nextStepOn === today)).toBeGreaterThan(0)
  const week = new Date(new Date(now).getTime() - 7 * 86_400_000)
  for (const verb of ['deal.create', 'deal.move', 'deal.lose', 'deal.edit', 'deal.propose'])
    expect(
      count(zone.logEntries, line => line.verb === verb && line.at > week),
      verb,
    ).toBeGreaterThan(0)
  const stuck = count(
    zone.deals,
    one => stuckReasons({ ...one, lastActivityOn: dateIn(ZONE, one.lastProgressAt) }, today).length > 0,
  )
  expect(stuck).toBeGreaterThan(2)
  const open = count(zone.deals, one => one.status === 'active' && one.stage !== 'approved')
  expect(stuck / open).toBeLessThan(0.5)
})

test('every deal has what the gates of its stage ask for', async () => {
  const { deals, capitalParts } = await zoneAt(moments[1] as string)
  const lacking = deals
    .filter(({ stage }) => stage !== 'negotiation')
    .flatMap(deal =>
      requirementsOf(
        {
          ...deal,
          officerId: deal.caseOfficerId,
          hasTotal: deal.totalMinor !== null || deal.totalNotStated,
          openProcedures: 0,
          proposedBy: null,
          capitalClosed:
            closingOf(capitalParts.filter(({ dealId }) => dealId === deal.id) as never, deal).state ===
            'closed',
        },
        deal.stage,
        deal as never,
      )
        .filter(({ met }) => !met)
        .map(({ field }) => `${deal.name}: ${field}`),
    )
  expect(lacking).toEqual([])
})

test('names are each one’s own, and what people type in is as forms would take it', async () => {
  const { deals, companies, contacts, contactDetails } = await zoneAt(moments[3] as string)
  const twice = (names: string[]) => names.filter((name, index) => names.indexOf(name) !== index)
  expect(twice(deals.map(({ name }) => name))).toEqual([])
  expect(twice(companies.map(({ name }) => name))).toEqual([])
  expect(companies.filter(({ country }) => !isCountryCode(country))).toEqual([])
  expect(companies.filter(({ creditCode }) => creditCode && !isCreditCode(creditCode))).toEqual([])
  expect(contactDetails.flatMap(({ phones }) => phones).filter(phone => phoneOf(phone) !== phone)).toEqual([])
  expect(contactDetails.filter(({ email }) => email && !emailOf(email))).toEqual([])
  expect(contactDetails.filter(one => !wechat().safeParse(one.wechat).success)).toEqual([])
  expect(contactDetails).toHaveLength(contacts.length)
})

test('the two deals that the report details stand as it says them: capital, form, what is expected and when', async () => {
  const { deals, capitalParts, plannedArrivals } = await zoneAt(moments[0] as string)
  const of = (name: string) => deals.find(deal => deal.name.includes(name))
  const parts = (name: string) =>
    capitalParts
      .filter(({ dealId }) => dealId === of(name)?.id)
      .map(({ origin, kind, form, minor, currency, rest }) => [origin, kind, form, minor, currency, rest])
  const plans = (name: string) =>
    plannedArrivals
      .filter(({ dealId }) => dealId === of(name)?.id)
      .map(({ fromOn, byOn, minor, currency, note }) => [fromOn, byOn, minor, currency, note])
  expect(parts('艾迪')).toEqual([
    ['abroad', 'registered', 'cash', 150_000_000n, 'USD', false],
    ['abroad', 'registered', 'shares', 200_000_000n, 'USD', false],
  ])
  expect(plans('艾迪')).toEqual([['2026-08-01', '2026-09-30', 150_000_000n, 'USD', '8、9月份']])
  expect(parts('马氏')).toEqual([
    ['hk_mo_tw', 'registered', 'cash', 725_510_000n, 'USD', false],
    ['this_city', 'registered', 'cash', 6_448_879_000n, 'CNY', true],
  ])
  expect(plans('马氏')).toEqual([
    [null, '2028-06-30', 725_510_000n, 'USD', '两年内'],
    [null, '2028-06-30', 6_448_879_000n, 'CNY', '两年内'],
  ])
  const casting = capitalParts.filter(({ dealId }) => dealId === of('马氏')?.id)
  expect(closingOf(casting as never, of('马氏') as never)).toMatchObject({
    state: 'closed',
    sum: { cny: 11_600_000_000n },
  })
  expect(casting.map(({ cny }) => cny)).toEqual([5_151_121_000n, 6_448_879_000n])
})
