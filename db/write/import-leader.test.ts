import { afterAll, beforeAll, expect, test } from 'vitest'
import { closePools } from '@/db/client'
import { imported, shownImport } from '@/db/testing/import'
import { type Office, openOffice, permit } from '@/db/testing/office'
import { undoImport } from './import-undo'

let office: Office
beforeAll(async () => {
  office = await openOffice()
  for (const login of ['zhang1', 'zhang2'])
    await office.owner`insert into users (login, name, role, password_hash) values (${login}, '张伟', 'manager', 'x')`
})
afterAll(async () => {
  await closePools()
  await office.owner.end()
})

const heads = ['项目名称', '企业', '国家/地区', '产业', '来源', '部', '负责人', '包挂领导', '预计审批时间']
const deal = (name: string, leader: string, more: Partial<Record<number, string>> = {}) =>
  [name, `${name}公司`, '韩国', '装备制造', '来访考察', '日韩部', 'outsider', leader, '2026年9月30日'].map(
    (text, at) => more[at] ?? text,
  )
const read = async (name: string) =>
  (
    await office.owner`
      select number, leader_id, leader_name, approval_expected_on::text as expected, version, id
      from deals where name = ${name} and deleted_at is null`
  )[0] as Record<string, unknown>
const logged = (id: unknown) =>
  office.owner`select details -> 'changes' as changes from log_entries where noun = 'deal' and record_id = ${String(id)} order by id`

test('a new deal is led by the account of that name or login, else by the name, or by nobody', async () => {
  const { rows } = await imported(office, 'deal', [
    heads,
    deal('甲一', 'HeadAsia'),
    deal('甲二', 'zhang2'),
    deal('甲三', '孙书记、李主任'),
    deal('甲四', '待定'),
    deal('甲五', '', { 8: '' }),
  ])
  expect(rows.flatMap(({ errors }) => errors)).toEqual([])
  const { headAsia } = office.actors
  expect(await read('甲一')).toMatchObject({
    leader_id: String(headAsia.id),
    leader_name: null,
    expected: '2026-09-30',
  })
  const [zhang] = await office.owner`select id from users where login = 'zhang2'`
  expect(await read('甲二')).toMatchObject({ leader_id: zhang?.id, leader_name: null })
  expect(await read('甲三')).toMatchObject({ leader_id: null, leader_name: '孙书记、李主任' })
  expect(await read('甲四')).toMatchObject({ leader_id: null, leader_name: null })
  expect(await read('甲五')).toMatchObject({ leader_id: null, leader_name: null, expected: null })
})

test('of a name that two accounts bear the sheet says who is meant; a name has no more than a hundred characters', async () => {
  const { rows } = await shownImport(office, 'deal', [
    heads,
    deal('乙一', '张伟'),
    deal('乙二', '长'.repeat(101)),
  ])
  expect(rows.map(({ errors }) => errors)).toMatchObject([
    [{ field: 'leader', column: '包挂领导', reason: 'import.name.several', values: { text: '张伟' } }],
    [{ field: 'leader', column: '包挂领导', reason: 'text.too_long' }],
  ])
})

test('an update sets another leader and day, with the line of the verb, and all of it is taken back', async () => {
  await imported(office, 'deal', [heads, deal('丙一', '王书记'), deal('丙二', '王书记')])
  const { headAsia } = office.actors
  const [one, two] = [await read('丙一'), await read('丙二')]
  const rows = [
    ['编号', '包联领导', '预计审批日期'],
    [String(one.number), 'headAsia', '2026-12-31'],
    [String(two.number), '', '2026-09-30'],
  ]
  // an empty cell leaves it, unless it is said to clear
  expect((await shownImport(office, 'deal', rows)).counts).toMatchObject({ update: 1, same: 1 })
  const change = await imported(office, 'deal', rows, { clearEmpty: true })
  expect(change.rows.map(({ changes, warnings }) => [changes, warnings])).toEqual([
    [{ leader: ['王书记', 'headAsia'], approvalExpectedOn: ['2026-09-30', '2026-12-31'] }, []],
    [{ leader: ['王书记', ''] }, []],
  ])
  expect(await read('丙一')).toMatchObject({
    leader_id: String(headAsia.id),
    leader_name: null,
    expected: '2026-12-31',
  })
  expect(await read('丙二')).toMatchObject({ leader_id: null, leader_name: null })
  expect((await logged(one.id)).at(-1)?.changes).toEqual({
    leader: ['王书记', headAsia.id],
    approvalExpectedOn: ['2026-09-30', '2026-12-31'],
  })
  expect((await logged(two.id)).at(-1)?.changes).toEqual({ leader: ['王书记', null] })
  const undone = await undoImport(permit(office.actors.director, 'deal.undo_import'), { id: change.id })
  expect(undone).toMatchObject({ kind: 'done', value: { putBack: 2 } })
  const before = { leader_id: null, leader_name: '王书记', expected: '2026-09-30' }
  expect(await read('丙一')).toMatchObject(before)
  expect(await read('丙二')).toMatchObject(before)
})

test('a head sets the leader of his own desk’s deals; of another’s the sheet is told that he stays', async () => {
  await imported(office, 'deal', [
    heads,
    deal('丁一', '王书记'),
    deal('丁二', '王书记', { 5: '内资部', 6: 'officer' }),
  ])
  const numbers = [String((await read('丁一')).number), String((await read('丁二')).number)]
  // he sees the other one as well
  await office.owner`update deals set reader_ids = array[${office.actors.headAsia.id}::bigint] where name = '丁二'`
  const { rows } = await shownImport(
    office,
    'deal',
    [['编号', '责任领导'], ...numbers.map(number => [number, '李书记'])],
    { who: 'headAsia' },
  )
  expect(rows[0]).toMatchObject({ plan: 'update', changes: { leader: ['王书记', '李书记'] }, warnings: [] })
  expect(rows[1]).toMatchObject({
    plan: 'bad',
    warnings: [{ field: 'leader', column: '责任领导', value: '李书记', reason: 'import.keeps.leader' }],
  })
})

test('a name that is not on file is told what there is: desks, industries, those of the desk, events', async () => {
  const { owner, actors } = office
  const [at] = await owner`select current_date::text as today`
  await owner`insert into industries (name, section, position, active) values ('海洋食品', 'C', 1, true), ('装备租赁', 'L', 2, false)`
  await owner`
    insert into events (number, name, kind, country, city, starts_on, ends_on, search_text, created_by, updated_by)
    values ('E-2026-0001', '2026 首尔投资说明会', 'seminar', 'KR', '首尔', ${at?.today}, ${at?.today}, '', ${actors.director.id}, ${actors.director.id})`
  const { rows } = await shownImport(office, 'deal', [
    [...heads, '活动', '协办人'],
    [...deal('戊一', '', { 3: '装备', 5: '日韩处', 6: 'outsidr' }), '首尔说明会', 'colleage'],
    [...deal('戊二', '', { 3: '量子', 6: 'officr' }), '', ''],
  ])
  const near = (at: number) =>
    Object.fromEntries(
      (rows[at]?.errors ?? []).map(({ field, reason, values }) => [field, [reason, values?.near]]),
    )
  expect(near(0)).toEqual({
    industryId: ['import.name.near', '装备制造'],
    deskId: ['import.name.near', '日韩部'],
    officerId: ['import.name.near', 'outsider'],
    eventId: ['import.name.near', '2026 首尔投资说明会'],
    members: ['import.name.near', 'colleague'],
  })
  // the officer of another desk is none of this one's
  expect(near(1)).toEqual({
    industryId: ['import.name.none', undefined],
    officerId: ['import.name.none', undefined],
  })
})
