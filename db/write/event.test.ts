import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { closePools } from '@/db/client'
import { eventLog } from '@/db/read/company-log'
import { eachEvent, getEvent, listEvents, listEventYears } from '@/db/read/event'
import { eventOutcome } from '@/db/read/event-outcome'
import { pickEvents } from '@/db/read/event-pick'
import { type Office, openOffice, permit, type StaffName } from '@/db/testing/office'
import { createEvent, editEvent } from '@/db/write/event'
import { deleteEvent, restoreEvent } from '@/db/write/event-delete'
import { defaultEventFilter } from '@/domain/event/filter'
import { createEventInput, editEventInput } from '@/domain/event/input'
import { parseInput } from '@/domain/outcome'

let office: Office
beforeAll(async () => {
  office = await openOffice()
})
afterAll(async () => {
  await closePools()
  await office.owner.end()
})

const may = <P extends Parameters<typeof permit>[1]>(who: StaffName, permission: P) =>
  permit(office.actors[who], permission)

type Fields = Record<string, string | number[]>
const fair = (more: Fields = {}): Fields => ({
  kind: 'trade_fair',
  name: '廊坊经贸洽谈会',
  startsOn: '2026-05-18',
  endsOn: '2026-05-21',
  country: 'CN',
  city: '廊坊',
  deskIds: [office.desks.domestic],
  ...more,
})

const create = (who: StaffName, more: Fields = {}) => {
  const parsed = parseInput(createEventInput, fair(more))
  if (parsed.kind !== 'done') throw new Error(JSON.stringify(parsed))
  return createEvent(may(who, 'event.create'), parsed.value)
}
async function made(more: Fields = {}, who: StaffName = 'officer'): Promise<string> {
  const outcome = await create(who, more)
  if (outcome.kind !== 'done') throw new Error(JSON.stringify(outcome))
  return outcome.value.number
}
const edit = (who: StaffName, number: string, version: number, more: Fields = {}) => {
  const parsed = parseInput(editEventInput, { ...fair(more), number, version })
  if (parsed.kind !== 'done') throw new Error(JSON.stringify(parsed))
  return editEvent(may(who, 'event.edit'), parsed.value)
}

describe('an event belongs to its desks', () => {
  test('officers and heads create and edit those of their own desks, the director all', async () => {
    const foreign = await create('officer', { deskIds: [office.desks.japan_korea] })
    expect(foreign).toMatchObject({ kind: 'invalid', fields: { deskIds: { reason: 'event.own_desk' } } })
    const number = await made()
    expect((await edit('outsider', number, 1, { name: '别人的活动' })).kind).toBe('refused')
    expect((await edit('headAsia', number, 1)).kind).toBe('refused')
    expect((await edit('headDomestic', number, 1, { name: '改名' })).kind).toBe('done')
    expect((await edit('director', number, 2, { deskIds: [office.desks.general] })).kind).toBe('done')
    expect((await edit('officer', number, 3)).kind).toBe('refused')
  })

  test('giving the last own desk away is refused at the field, not lost on saving', async () => {
    const number = await made()
    expect(await edit('officer', number, 1, { deskIds: [office.desks.europe_us] })).toMatchObject({
      kind: 'invalid',
      fields: { deskIds: { reason: 'event.own_desk' } },
    })
  })

  test('desks and staff that do not exist are refused', async () => {
    expect(await create('director', { deskIds: [999_999] })).toMatchObject({
      kind: 'invalid',
      fields: { deskIds: { reason: 'input.not_offered' } },
    })
    expect(await create('director', { staffIds: [999_999] })).toMatchObject({
      kind: 'invalid',
      fields: { staffIds: { reason: 'input.not_offered' } },
    })
  })

  test('all staff read it', async () => {
    const number = await made({ name: '大家都看得见' })
    for (const who of ['admin', 'viewer', 'headAsia', 'outsider'] as const)
      expect((await getEvent(may(who, 'event.read'), number))?.name).toBe('大家都看得见')
  })
})

test('the second of two editors gets what the first has saved', async () => {
  const number = await made()
  await edit('headDomestic', number, 1, { venue: '会展中心' })
  expect(await edit('officer', number, 1, { organiser: '省商务厅' })).toMatchObject({
    kind: 'conflict',
    theirs: { version: 2, by: 'headDomestic', values: { venue: '会展中心', organiser: null } },
  })
})

test('the list is newest first, and a filter narrows by year, kind, desk and text', async () => {
  await made({ name: '清单甲', startsOn: '2019-12-30', endsOn: '2020-01-03' })
  await made({ name: '清单乙', startsOn: '2020-09-08', endsOn: '2020-09-11', kind: 'seminar', country: 'JP' })
  await made(
    { name: '清单丙', startsOn: '2019-03-01', endsOn: '2019-03-01', deskIds: [office.desks.general] },
    'director',
  )
  const found = async (more: Partial<typeof defaultEventFilter>) =>
    (
      await listEvents(may('viewer', 'event.read'), { ...defaultEventFilter, text: '清单', ...more })
    ).rows.map(row => row.name)
  expect(await found({})).toEqual(['清单乙', '清单甲', '清单丙'])
  expect(await found({ year: 2020 })).toEqual(['清单乙', '清单甲'])
  expect(await found({ year: 2019 })).toEqual(['清单甲', '清单丙'])
  expect(await found({ kinds: ['seminar'] })).toEqual(['清单乙'])
  expect(await found({ desks: ['general'] })).toEqual(['清单丙'])
  expect(await found({ countries: ['JP'] })).toEqual(['清单乙'])
  expect(await listEventYears(may('viewer', 'event.read'))).toEqual([2026, 2020, 2019])
  const file: string[] = []
  for await (const rows of eachEvent(may('viewer', 'event.export'), { ...defaultEventFilter, text: '清单' }))
    file.push(...rows.map(row => row.name))
  expect(file).toEqual(await found({}))
})

describe('what came of an event', () => {
  let number: string
  let id: number
  beforeAll(async () => {
    number = await made({ name: '有成果的活动' })
    id = (await getEvent(may('viewer', 'event.read'), number))?.id ?? 0
    const { owner, desks, actors, industryId } = office
    const me = actors.officer.id
    await owner`insert into companies (number, name, country, name_key, search_text, created_by, updated_by) values ('C-2026-9100', '参展商', 'CN', '参展商', '', ${me}, ${me})`
    const lead = (n: string, desk: number, who: number) =>
      owner`insert into leads (number, name, country, source, event_id, need, stage, stage_since, search_text, desk_id, case_officer_id, team_ids, created_by, updated_by)
        values (${n}, ${n}, 'CN', 'event', ${id}, '建厂', 'new', '2026-05-20', '', ${desk}, ${who}, ${[who]}, ${who}, ${who})`
    await lead('L-2026-9001', desks.domestic, me)
    await lead('L-2026-9002', desks.domestic, me)
    await lead('L-2026-9003', desks.japan_korea, actors.outsider.id)
    const deal = (
      n: string,
      desk: number,
      who: number,
      amount: [bigint | null, string | null, bigint | null],
      status = 'active',
    ) =>
      owner`insert into deals (number, name, company_id, country, industry_id, source, event_id, desk_id, case_officer_id, team_ids, stage, stage_since, status, status_since, total_minor, total_currency, total_cny, search_text, created_by, updated_by)
        values (${n}, ${n}, (select id from companies where number = 'C-2026-9100'), 'CN', ${industryId}, 'event', ${id}, ${desk}, ${who}, ${[who]}, 'negotiation', '2026-05-20', ${status}, '2026-05-20', ${amount[0]?.toString() ?? null}, ${amount[1]}, ${amount[2]?.toString() ?? null}, '', ${who}, ${who})`
    await deal('D-2026-9001', desks.domestic, me, [11_600_000_000n, 'CNY', 11_600_000_000n])
    await deal('D-2026-9002', desks.domestic, me, [null, null, null])
    await deal('D-2026-9003', desks.domestic, me, [100n, 'CHF', null])
    await deal('D-2026-9004', desks.domestic, me, [500n, 'CNY', 500n], 'lost')
    await deal('D-2026-9005', desks.japan_korea, actors.outsider.id, [100_000n, 'CNY', 100_000n])
  })

  test('counts and sums per desk and stage are within the reach, and say what they leave out', async () => {
    const { domestic, japan_korea } = office.desks
    const all = await eventOutcome(may('director', 'event.read'), id)
    expect(all.leadsByStage).toEqual(
      expect.arrayContaining([
        { deskId: domestic, stage: 'new', count: 2 },
        { deskId: japan_korea, stage: 'new', count: 1 },
      ]),
    )
    const own = await eventOutcome(may('officer', 'event.read'), id)
    expect(own.dealsByStage).toEqual([
      {
        deskId: domestic,
        stage: 'negotiation',
        count: 3,
        cny: 11_600_000_000n,
        notStated: 1,
        withoutRate: 1,
      },
    ])
    expect([own.leadCount, own.dealCount]).toEqual([2, 4])
    expect((await eventOutcome(may('outsider', 'event.read'), id)).leadCount).toBe(1)
  })

  test('the list shows the same', async () => {
    const row = async (who: StaffName) =>
      (await listEvents(may(who, 'event.read'), { ...defaultEventFilter, text: '有成果' })).rows[0]
    expect(await row('officer')).toMatchObject({
      leads: 2,
      deals: { count: 3, cny: 11_600_000_000n, notStated: 1, withoutRate: 1 },
    })
    expect(await row('viewer')).toMatchObject({ leads: 3, deals: { count: 4, cny: 11_600_100_000n } })
  })

  test('it is not deleted while they stand', async () => {
    expect(await deleteEvent(may('director', 'event.delete'), { number })).toEqual({
      kind: 'refused',
      reason: 'event.in_use',
    })
  })
})

test('a head deletes an event of the desk and restores it; an officer only an own one of the day', async () => {
  const number = await made({}, 'headDomestic')
  expect((await deleteEvent(may('officer', 'event.delete'), { number })).kind).toBe('refused')
  expect((await deleteEvent(may('headAsia', 'event.delete'), { number })).kind).toBe('refused')
  expect((await deleteEvent(may('headDomestic', 'event.delete'), { number })).kind).toBe('done')
  expect((await edit('headDomestic', number, 1)).kind).toBe('gone')
  expect((await restoreEvent(may('headDomestic', 'event.restore'), { number })).kind).toBe('done')
  const id = (await getEvent(may('viewer', 'event.read'), number))?.id ?? 0
  const { lines } = await eventLog(may('viewer', 'event.read'), id)
  expect(lines.map(line => line.line === 'log' && line.verb)).toEqual([
    'event.restore',
    'event.delete',
    'event.create',
  ])
})

test('picking offers what is under way, then what has just been, then what is to come', async () => {
  const day = async (days: number) => {
    const [row] =
      await office.owner`select to_char(now() at time zone 'Asia/Shanghai' + make_interval(days => ${days}), 'YYYY-MM-DD') as on`
    return String(row?.on)
  }
  await made({ name: '挑选将来', startsOn: await day(9), endsOn: await day(9) })
  await made({ name: '挑选久远', startsOn: await day(-300), endsOn: await day(-299) })
  await made({ name: '挑选刚过', startsOn: await day(-9), endsOn: await day(-8) })
  await made({ name: '挑选正在', startsOn: await day(-1), endsOn: await day(1) })
  const picked = await pickEvents(may('viewer', 'event.read'), '挑选')
  expect(picked.map(event => event.name)).toEqual(['挑选正在', '挑选刚过', '挑选久远', '挑选将来'])
})
