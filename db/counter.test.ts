import { sql } from 'drizzle-orm'
import postgres, { type Sql } from 'postgres'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { as, type Tx } from '@/db/as'
import { closePools, pool } from '@/db/client'
import { connectionOptions } from '@/db/connection'
import { daysPerStage } from '@/db/deal-days'
import { dealSumsOf, dealSumsPerStage } from '@/db/deal-totals'
import { doChore } from '@/db/housekeeping/chore'
import { fold } from '@/db/housekeeping/fold'
import { countersEqual } from '@/db/housekeeping/state'
import { countLeads, listLeads } from '@/db/read/lead-list'
import { companyOf } from '@/db/testing/deal'
import { type Office, openOffice, permit, type StaffName } from '@/db/testing/office'
import { type ZoneRules, zoneRules } from '@/db/zone'
import { dealStages, dealStatuses } from '@/domain/deal/deal'
import { type DealFilter, defaultDealFilter } from '@/domain/deal/filter'
import { defaultLeadFilter, type LeadFilter } from '@/domain/lead/filter'
import { leadStages } from '@/domain/lead/lead'

const everybody = [
  'admin',
  'director',
  'viewer',
  'headDomestic',
  'headAsia',
  'officer',
  'colleague',
  'outsider',
] as const satisfies StaffName[]

let office: Office
let writers: Sql
beforeAll(async () => {
  office = await openOffice()
  writers = postgres(await connectionOptions({ max: 16, onnotice: () => {} }))
  await companyOf(office)
})
afterAll(async () => {
  await closePools()
  await writers.end()
  await office.owner.end()
})

/** The same numbers for the same seed, so that a failure can be looked at. */
function random(seed: number) {
  let state = seed
  const next = () => {
    state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0
    return state / 2 ** 32
  }
  const below = (n: number) => Math.floor(next() * n)
  const one = <T>(list: readonly T[]): T => list[below(list.length)] as T
  return { below, one }
}
type Random = ReturnType<typeof random>

const some = (r: Random) => {
  const people = Object.values(office.actors).map(({ id }) => id)
  return Array.from({ length: r.below(4) }, () => r.one(people))
}
const desk = (r: Random) => r.one(Object.values(office.desks))
/** Stated in yuan, in a currency with or without a rate, or not at all. */
function amount(r: Random) {
  const minor = 1 + r.below(1_000_000_000)
  const [currency, cny] = r.one([
    [null, null],
    ['CNY', minor],
    ['USD', minor * 7],
    ['GBP', null],
  ] as const)
  return { minor: currency && minor, currency, cny }
}
const since = (r: Random) => `202${4 + r.below(3)}-0${1 + r.below(9)}-1${r.below(9)}`

let numbers = 0
async function create(tx: Sql, r: Random) {
  const { id } = office.actors.director
  const [total, foreign] = [amount(r), amount(r)]
  const number = `2026-${++numbers}`
  await tx`
    insert into deals (number, name, company_id, country, industry_id, source, desk_id, team_ids, reader_ids, stage,
      stage_since, status, status_since, total_minor, total_currency, total_cny, foreign_minor, foreign_currency,
      foreign_cny, search_text, created_by, updated_by)
    values (${`D-${number}`}, 'x', (select min(id) from companies), ${r.one(['CN', 'JP'])}, ${office.industryId}, 'visit',
      ${desk(r)}, ${some(r)}, ${some(r)}, ${r.one(dealStages)}, ${since(r)}, ${r.one(dealStatuses)}, '2026-01-01',
      ${total.minor}, ${total.currency}, ${total.cny}, ${foreign.minor}, ${foreign.currency}, ${foreign.cny}, 'x', ${id}, ${id})`
  await tx`
    insert into leads (number, name, country, source, need, desk_id, team_ids, stage, stage_since, search_text, created_by, updated_by)
    values (${`L-${number}`}, 'x', 'CN', 'visit', 'x', ${desk(r)}, ${some(r)}, ${r.one(leadStages)}, '2026-01-01', 'x', ${id}, ${id})`
}

const WRITERS = 7

/** One thing that may happen to a deal or lead of a writer; what no list or board counts by is among them. */
async function happen(tx: Sql, r: Random, writer: number) {
  const id = 1 + r.below(numbers / WRITERS) * WRITERS + (writer % WRITERS)
  const table = tx(r.one(['deals', 'leads']))
  const what = r.below(12)
  const { minor, currency, cny } = amount(r)
  if (what === 0) return create(tx, r)
  if (what === 1)
    return tx`update deals set stage = ${r.one(dealStages)}, stage_since = ${since(r)} where id = ${id}`
  if (what === 2) return tx`update leads set stage = ${r.one(leadStages)} where id = ${id}`
  if (what === 3)
    return tx`update deals set status = ${r.one(dealStatuses)} where id in (${id}, ${id + WRITERS})`
  if (what === 4) return tx`update ${table} set desk_id = ${desk(r)} where id = ${id}`
  if (what === 5)
    return tx`update ${table} set team_ids = ${some(r)}, reader_ids = ${some(r)} where id = ${id}`
  if (what === 6)
    return tx`update ${table} set deleted_at = case when deleted_at is null then now() end where id = ${id}`
  if (what === 7)
    return tx`update deals set total_minor = ${minor}, total_currency = ${currency}, total_cny = ${cny} where id = ${id}`
  if (what === 8)
    return tx`update deals set foreign_minor = ${minor}, foreign_currency = ${currency}, foreign_cny = ${cny},
      country = ${r.one(['CN', 'JP'])} where id = ${id}`
  if (what === 9) return tx`update ${table} set next_step = 'x', version = version + 1 where id = ${id}`
  if (what === 10)
    return tx`update ${table} set next_step_on = ${since(r)}, last_progress_at = ${`${since(r)}T0${r.below(9)}:00:00Z`} where id = ${id}`
  // what a correction of a rate by hand would be: every amount of a currency at once
  return tx`update deals set total_cny = total_minor * ${1 + r.below(9)} where total_currency = 'GBP' and id % ${WRITERS} = ${(writer + 1) % WRITERS}`
}

/** In transactions of one to three steps, each tenth undone. Each writer has records of his own, but no places. */
async function write(seed: number, rounds: number) {
  const r = random(seed)
  for (let round = 0; round < rounds; round++)
    await writers
      .begin(async tx => {
        for (let step = 0; step <= r.below(3); step++) await happen(tx as unknown as Sql, r, seed)
        if (r.below(10) === 0) throw new Error('undone')
      })
      .catch(error => {
        if (error.message !== 'undone') throw error
      })
}

const filters: Partial<DealFilter>[] = [
  {},
  { statuses: dealStatuses, approved: 'all' },
  { statuses: ['lost', 'on_hold'], approved: 2025 },
  { stages: ['approved'] },
  { desks: ['domestic', 'general'], stages: ['negotiation', 'entry_procedures'] },
  { desks: ['japan_korea'], statuses: dealStatuses, approved: 2024 },
  { desks: ['europe_us'], stages: ['approved'], approved: 'all', statuses: ['withdrawn'] },
]
/* Asks for nothing more, but the counters do not know that: such a filter is counted from the rows. */
const uncounted = { createdFrom: '1990-01-01' }

/** Counters and recount, in one snapshot, as this person. */
async function agree(who: StaffName, covers: readonly number[] = []) {
  await as(permit({ ...office.actors[who], covers }, 'deal.read'), 'read', async tx => {
    const zone = await zoneRules(tx)
    for (const changes of filters) {
      const filter = { ...defaultDealFilter, ...changes }
      const at = `${who} ${JSON.stringify(changes)}`
      expect(await totals(tx, filter, zone), at).toEqual(await totals(tx, { ...filter, ...uncounted }, zone))
    }
  })
}
async function totals(tx: Tx, filter: DealFilter, zone: ZoneRules) {
  const days = [...(await daysPerStage(tx, filter, zone))].sort((a, b) => (a.stage < b.stage ? -1 : 1))
  return { sums: await dealSumsOf(tx, filter, zone), bars: await dealSumsPerStage(tx, filter, zone), days }
}

const leadFilters: Partial<LeadFilter>[] = [
  {},
  { stages: leadStages },
  { desks: ['domestic'], stages: ['new', 'converted'] },
  { desks: ['general', 'japan_korea'] },
]
async function leadsAgree(who: StaffName, covers: readonly number[] = []) {
  const may = permit({ ...office.actors[who], covers }, 'lead.read')
  const { rows, count } = await listLeads(may, defaultLeadFilter, 1000)
  expect(rows, who).toHaveLength(count)
  for (const changes of leadFilters) {
    const filter = { ...defaultLeadFilter, ...changes }
    const counted = await countLeads(may, filter)
    expect(counted, `${who} ${JSON.stringify(changes)}`).toBe(
      await countLeads(may, { ...filter, ...uncounted }),
    )
  }
}
const folded = async () => doChore(await pool('housekeeping'), fold)

test('while six people write and it is folded, a total is what a recount says, for every role', async () => {
  await write(1, 40)
  let writing = true
  const writes = Promise.all([2, 3, 4, 5, 6, 7].map(seed => write(seed, 40))).finally(() => {
    writing = false
  })
  const looks = (async () => {
    for (let look = 0; writing || look < 8; look++)
      await agree(everybody[look % everybody.length] as StaffName)
  })()
  const folds = (async () => {
    while (writing) await folded()
  })()
  await Promise.all([writes, looks, folds])
})

test('before and after folding, a total is what a recount says, for every role, members included', async () => {
  await write(8, 30)
  const seen = async () => {
    for (const who of everybody) {
      await agree(who)
      await leadsAgree(who)
    }
  }
  await seen()
  expect(await folded()).toBeGreaterThan(0)
  expect(
    await office.owner`select 1 from counter_deltas union all select 1 from day_counter_deltas`,
  ).toHaveLength(0)
  await seen()
  const mixed = await office.owner`select 1 from counters where noun = 'deal' and count > 0`
  expect(mixed.length).toBeGreaterThan(20)
})

test('somebody on the team of a deal of another desk counts it, once, and no longer when taken off', async () => {
  const { outsider, headAsia } = office.actors
  const all = { ...defaultDealFilter, statuses: dealStatuses, approved: 'all' as const }
  const countOf = (who: StaffName) =>
    as(
      permit(office.actors[who], 'deal.read'),
      'read',
      async tx => (await dealSumsOf(tx, all, await zoneRules(tx))).total.count,
    )
  const [row] = await office.owner`
    update deals set team_ids = '{}', reader_ids = '{}', deleted_at = null, desk_id = ${office.desks.domestic} where id = 1 returning id`
  expect(row?.id).toBe('1')
  const before = [await countOf('outsider'), await countOf('headAsia'), await countOf('headDomestic')]
  await office.owner`update deals set team_ids = array[${outsider.id}, ${headAsia.id}]::bigint[], reader_ids = array[${outsider.id}]::bigint[] where id = 1`
  expect([await countOf('outsider'), await countOf('headAsia'), await countOf('headDomestic')]).toEqual([
    Number(before[0]) + 1,
    Number(before[1]) + 1,
    Number(before[2]),
  ])
  await office.owner`update deals set team_ids = '{}', reader_ids = '{}' where id = 1`
  expect([await countOf('outsider'), await countOf('headAsia'), await countOf('headDomestic')]).toEqual(
    before,
  )
})

test('whoever stands in for colleagues counts their cases of other desks as well, each once', async () => {
  await write(10, 20)
  const { officer, colleague, headAsia, outsider } = office.actors
  const all = { ...defaultDealFilter, statuses: dealStatuses, approved: 'all' as const }
  const countOf = (covers: number[]) =>
    as(
      permit({ ...outsider, covers }, 'deal.read'),
      'read',
      async tx => (await dealSumsOf(tx, all, await zoneRules(tx))).total.count,
    )
  for (const covers of [[officer.id], [officer.id, colleague.id, headAsia.id]]) {
    await agree('outsider', covers)
    await leadsAgree('outsider', covers)
    await agree('headDomestic', covers)
    expect(await countOf(covers)).toBeGreaterThan(await countOf([]))
  }
})

test('sixteen writers move two deals in each transaction, folded meanwhile: no deadlock, nothing lost', async () => {
  const r = random(9)
  while (numbers < 40) await create(writers, r)
  let moving = true
  const folds = (async () => {
    while (moving) await folded()
  })()
  const move = async (writer: number) => {
    for (let round = 0; round < 20; round++)
      await writers.begin(async tx => {
        const [to, back] =
          round % 2 ? ['negotiation', 'entry_procedures'] : ['entry_procedures', 'negotiation']
        await tx`update deals set stage = ${to} where id = ${1 + 2 * writer}`
        await tx`update deals set stage = ${back} where id = ${2 + 2 * writer}`
      })
  }
  await Promise.all(Array.from({ length: 16 }, (_, writer) => move(writer))).finally(() => {
    moving = false
  })
  await folds
  await agree('director')
})

test('other limits make other deals stuck at once, and another time zone begins its days elsewhere', async () => {
  const { owner } = office
  for (const change of [
    owner`update zones set settings = settings || '{"stuckNegotiationDays": 400, "stuckQuietDays": 900}'`,
    owner`update zones set timezone = 'America/Los_Angeles'`,
    owner`update zones set settings = settings - 'stuckNegotiationDays' - 'stuckQuietDays', timezone = 'Asia/Shanghai'`,
  ]) {
    await change
    await agree('director')
    await agree('outsider')
  }
})

test('a recount from nothing gives the counters that the writes have left, and the members', async () => {
  const look = () => office.owner`
    select noun, desk_id, stage, status, year, sum(count) as n, sum(cny) as cny, sum(foreign_cny) as f from
      (select * from counters union all select * from counter_deltas) c
    group by 1, 2, 3, 4, 5 having sum(count) <> 0 order by 1, 2, 3, 4, 5`
  const members = () => office.owner`select * from case_members order by noun, user_id, desk_id, record_id`
  const before = [[...(await look())], [...(await members())]]
  await office.owner`select recount_cases()`
  expect([[...(await look())], [...(await members())]]).toEqual(before)
})

test('a viewer reads counters of the own desks only, and changes none', async () => {
  const said = await as(permit(office.actors.outsider, 'deal.read'), 'read', async tx => [
    ...(await tx.execute(sql`select distinct desk_id from counters order by 1`)),
  ])
  expect(said).toEqual([{ desk_id: String(office.desks.japan_korea) }])
  const change = as(permit(office.actors.director, 'deal.move'), 'write', tx =>
    tx.execute(sql`update counters set count = 0`),
  )
  await expect(change).rejects.toMatchObject({ cause: { code: '42501' } })
})

test('the doctor sees a counter that is not what the records say', async () => {
  expect(await countersEqual(office.owner)).toBe(true)
  await office.owner`update counters set count = count + 1 where ctid = (select min(ctid) from counters)`
  expect(await countersEqual(office.owner)).toBe(false)
  await office.owner`select recount_cases()`
  expect(await countersEqual(office.owner)).toBe(true)
})
