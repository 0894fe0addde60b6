import { afterAll, beforeAll, expect, test } from 'vitest'
import { closePools } from '@/db/client'
import { type Office, openOffice, permit, type StaffName } from '@/db/testing/office'
import { savePreference } from '@/db/write/preference'
import { addDays } from '@/domain/calendar/date'
import { defaultLeadFilter, type LeadFilter } from '@/domain/lead/filter'
import { getLead } from './lead'
import { countLeads, eachLead, listLeads } from './lead-list'
import { getListSetting } from './list-setting'

let office: Office
let today: string
const filter = (more: Partial<LeadFilter> = {}): LeadFilter => ({ ...defaultLeadFilter, ...more })

/* name, desk, officer, stage, days to the clock, intended in fen */
const rows = [
  ['长岛精工', 'domestic', 'officer', 'new', -3, 500n],
  ['岩田製作所', 'japan_korea', 'outsider', 'contacted', 1, null],
  ['Officine Valdera', 'europe_us', null, 'qualified', 9, 900n],
  ['巴西矿业', 'general', null, 'new', null, 100n],
  ['旧线索', 'domestic', 'officer', 'disqualified', null, null],
  ['删掉的', 'domestic', 'officer', 'new', 0, null],
] as const

beforeAll(async () => {
  office = await openOffice()
  const { owner, desks, actors } = office
  const [row] = await owner`select to_char((now() at time zone 'Asia/Shanghai')::date, 'YYYY-MM-DD') as today`
  today = String(row?.today)
  for (const [at, [name, desk, officer, stage, due, cny]] of rows.entries()) {
    const team = officer ? [actors[officer].id] : []
    await owner`insert into leads (number, name, country, source, need, stage, stage_since, clock_due, intended_cny, intended_minor, intended_currency,
        desk_id, case_officer_id, team_ids, unrouted, search_text, created_by, updated_by, deleted_at)
      values (${`L-2026-000${at + 1}`}, ${name}, ${at === 1 ? 'JP' : 'CN'}, 'visit', '…', ${stage}, ${today},
        ${due === null ? null : addDays(today, due)}, ${cny === null ? null : String(cny)}, ${cny === null ? null : String(cny)}, ${cny === null ? null : 'CNY'},
        ${desks[desk]}, ${officer ? actors[officer].id : null}, ${team}, ${desk === 'general'}, ${`${name.toLowerCase()} l2026000${at + 1}`},
        ${actors.director.id}, ${actors.director.id}, ${name === '删掉的' ? new Date() : null})`
  }
})
afterAll(async () => {
  await closePools()
  await office.owner.end()
})

const list = (who: StaffName, more: Partial<LeadFilter> = {}, size = 50) =>
  listLeads(permit(office.actors[who], 'lead.read'), filter(more), size)
const names = async (who: StaffName, more: Partial<LeadFilter> = {}) =>
  (await list(who, more)).rows.map(row => row.name)

test('each role lists its reach by clock, what is unknown last, settled and deleted ones left out', async () => {
  expect(await names('director')).toEqual(['长岛精工', '岩田製作所', 'Officine Valdera', '巴西矿业'])
  expect(await names('viewer')).toHaveLength(4)
  expect(await names('officer')).toEqual(['长岛精工'])
  expect(await names('outsider')).toEqual(['岩田製作所'])
  expect(await names('headAsia')).toEqual(['岩田製作所', '巴西矿业'])
  expect(await names('headDomestic', { stages: ['disqualified'] })).toEqual(['旧线索'])
})

test('the total counts the same rows as the pages, and a page too far gives the last', async () => {
  const first = await list('director', {}, 3)
  expect(first).toMatchObject({ count: 4, pages: 2, page: 1 })
  const beyond = await list('director', { page: 99 }, 3)
  expect(beyond).toMatchObject({ page: 2 })
  expect(beyond.rows.map(row => row.name)).toEqual(['巴西矿业'])
  expect(await countLeads(permit(office.actors.officer, 'lead.read'), filter())).toBe(1)
})

test('each question narrows: text, desk, country, officer, clock, unrouted, days', async () => {
  expect(await names('director', { text: 'VALDERA' })).toEqual(['Officine Valdera'])
  expect(await names('director', { text: '長島' })).toEqual(['长岛精工'])
  expect(await names('director', { desks: ['europe_us', 'general'] })).toEqual([
    'Officine Valdera',
    '巴西矿业',
  ])
  expect(await names('director', { countries: ['JP'] })).toEqual(['岩田製作所'])
  expect(await names('director', { officer: 'none' })).toEqual(['Officine Valdera', '巴西矿业'])
  expect(await names('director', { officer: office.actors.officer.id })).toEqual(['长岛精工'])
  expect(await names('director', { clock: 'overdue' })).toEqual(['长岛精工'])
  expect(await names('director', { clock: 'soon' })).toEqual(['岩田製作所'])
  expect(await names('director', { unrouted: true })).toEqual(['巴西矿业'])
  expect(await names('director', { createdFrom: addDays(today, 1) })).toEqual([])
  expect(await names('director', { createdFrom: today, createdTo: today })).toHaveLength(4)
  expect(await list('director', { event: 'E-2026-0099' })).toMatchObject({ count: 0, event: null })
})

test('six orders, unknown last both ways', async () => {
  const by = (key: LeadFilter['sort']['key'], descending = false) =>
    names('director', { sort: { key, descending } })
  expect(await by('amount')).toEqual(['巴西矿业', '长岛精工', 'Officine Valdera', '岩田製作所'])
  expect(await by('amount', true)).toEqual(['Officine Valdera', '长岛精工', '巴西矿业', '岩田製作所'])
  expect((await by('clock', true)).at(-1)).toBe('巴西矿业')
  expect(await by('number', true)).toEqual(['巴西矿业', 'Officine Valdera', '岩田製作所', '长岛精工'])
  for (const key of ['updated', 'name', 'next_step'] as const) expect(await by(key)).toHaveLength(4)
})

test('an export gives the rows of the screen, all of them, in its order, and no further than the reach', async () => {
  const all: string[] = []
  for await (const some of eachLead(permit(office.actors.headAsia, 'lead.export'), filter({ page: 2 })))
    all.push(...some.map(row => row.name))
  expect(all).toEqual(await names('headAsia'))
})

test('a lead of another desk looks like one that does not exist', async () => {
  expect(await getLead(permit(office.actors.officer, 'lead.read'), 'L-2026-0002')).toBeNull()
  expect(await getLead(permit(office.actors.outsider, 'lead.read'), 'L-2026-0002')).toMatchObject({
    name: '岩田製作所',
  })
})

test('columns and page size are kept for each person and list apart', async () => {
  const own = permit(office.actors.officer, 'own.edit')
  await savePreference(own, { list: 'leads', columns: ['number', 'name', 'need'] })
  await savePreference(own, { list: 'leads', size: 100 })
  await savePreference(own, { list: 'deals', size: 25 })
  const nothing = { home: null, views: [], tags: [] }
  expect(await getListSetting(own, 'leads')).toEqual({
    ...nothing,
    columns: ['number', 'name', 'need'],
    size: 100,
  })
  expect(await getListSetting(own, 'deals')).toEqual({ ...nothing, size: 25 })
  expect(await getListSetting(permit(office.actors.colleague, 'own.edit'), 'leads')).toEqual(nothing)
})
