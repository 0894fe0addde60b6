import { sql } from 'drizzle-orm'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { as } from '@/db/as'
import { closePools } from '@/db/client'
import { newDeal } from '@/db/testing/deal'
import { imported, shownImport } from '@/db/testing/import'
import { type Office, openOffice, permit, type StaffName } from '@/db/testing/office'
import { logActivityInput } from '@/domain/activity/input'
import { LIMITS, type LookAlikeNoun } from '@/domain/duplicate/look-alike'
import { fieldsFor } from '@/domain/import/required'
import { parseInput } from '@/domain/outcome'
import { logActivity } from './activity'
import { undoImport } from './import-undo'

let office: Office
let today: string
beforeAll(async () => {
  office = await openOffice()
  const [row] =
    await office.owner`select to_char((now() at time zone 'Asia/Shanghai')::date, 'YYYY-MM-DD') as today`
  today = String(row?.today)
})
afterAll(async () => {
  await closePools()
  await office.owner.end()
})

const one = async (query: ReturnType<Office['owner']>) => (await query)[0] as Record<string, unknown>
const told = (rows: Awaited<ReturnType<typeof shownImport>>['rows']) =>
  rows.flatMap(({ at, warnings }) =>
    warnings.map(({ field, reason, match }) => [at, field, reason, match?.number ?? match?.row ?? null]),
  )
const undo = (noun: LookAlikeNoun, id: number) =>
  undoImport(permit(office.actors.director, `${noun}.undo_import`), { id })

test('a similar name warns, on file and further up in the sheet, and holds nothing up', async () => {
  await imported(office, 'company', [
    ['企业名称', '国家/地区'],
    ['青松岭精密机械有限公司', '中国'],
  ])
  const { number } = await one(office.owner`select number from companies where name like '青松岭%'`)
  const { rows, counts, ...batch } = await imported(office, 'company', [
    ['企业名称', '国家/地区'],
    ['青松领精密机械有限公司', '中国'],
    ['长风三叶装备有限公司', '中国'],
    ['长风三页装备有限公司', '中国'],
    ['毫不相干的一家', '中国'],
  ])
  expect(counts).toMatchObject({ create: 4, warned: 2, ask: 0, bad: 0 })
  expect(told(rows)).toEqual([
    [2, 'name', 'duplicate.how.similar', number],
    [4, 'name', 'duplicate.how.similar', 3],
  ])
  expect(rows[0]?.warnings[0]).toMatchObject({ column: '企业名称', value: '青松领精密机械有限公司' })
  expect(await undo('company', batch.id)).toMatchObject({ kind: 'done', value: { deleted: 4 } })
})

test('of another desk’s lead a head learns name, desk and officer, as often as half of an hour’s limit allows', async () => {
  const brands = [...'甲乙丙丁戊己庚辛壬癸子丑寅卯辰巳未申酉戌亥金木水火'].map(one => `${one}海青云精密机械`)
  const sheet = (names: readonly string[]) => [
    ['客商', '国家/地区', '需求', '部'],
    ...names.map(name => [name, '中国', '找厂房', '']),
  ]
  const theirs = sheet(brands).map((row, at) => (at === 0 ? row : row.with(3, '内资部')))
  await imported(office, 'lead', theirs)
  const mine = sheet(brands.map(name => name.replace('青', '清'))).map((row, at) =>
    at === 0 ? row : row.with(3, '日韩部'),
  )
  const { rows, counts } = await shownImport(office, 'lead', mine, { who: 'headAsia' })
  const hidden = rows.map(({ warnings }) => warnings.find(({ match }) => match?.row === undefined))
  expect(counts).toMatchObject({ create: brands.length, bad: 0 })
  expect(hidden[0]).toMatchObject({
    reason: 'duplicate.how.similar',
    match: { noun: 'lead', number: null, name: brands[0], deskId: office.desks.domestic },
  })
  expect(hidden.filter(warning => warning?.match)).toHaveLength(LIMITS.hits / 2)
  expect(hidden.at(-1)).toEqual(expect.objectContaining({ reason: 'duplicate.too_many' }))
  expect(hidden.at(-1)).not.toHaveProperty('match')
  const met = await office.owner`
    select 1 from log_entries where noun = 'duplicate' and actor_id = ${office.actors.headAsia.id}`
  expect(met).toHaveLength(LIMITS.hits / 2)
})

test('the same investor with industry and amount warns of the deal that is under way', async () => {
  const known = await newDeal(office, { name: '在办的项目', total: '1.1亿', totalCurrency: 'CNY' })
  const heads = ['项目名称', '企业', '国家/地区', '重点产业', '来源', '总投资（万元）', '部', '负责人']
  const row = (name: string, total: string) => [
    name,
    'C-2026-9001',
    '台湾',
    '装备制造',
    '来访考察',
    total,
    '日韩部',
    'outsider',
  ]
  const { rows } = await shownImport(office, 'deal', [
    heads,
    row('又来一个', '10000'),
    row('大得多的', '50000'),
  ])
  expect(rows.map(({ errors }) => errors)).toEqual([[], []])
  expect(told(rows)).toEqual([[2, 'company', 'duplicate.how.investor', known.number]])
})

test('when a record was first entered is kept; neither ahead nor before there was a zone', async () => {
  const company = [
    ['企业名称', '国家/地区', '登记日期'],
    ['早年登记的企业', '中国', '2011-05-06'],
  ]
  await imported(office, 'company', company)
  await imported(office, 'contact', [
    ['姓名', '电话', '登记日期'],
    ['早年的联系人', '0631-5239911', '2012-05-06'],
  ])
  const heads = ['项目名称', '企业', '国家/地区', '重点产业', '来源', '部', '负责人', '登记日期']
  const deal = [
    '早年的项目',
    '早年登记的企业二',
    '韩国',
    '装备制造',
    '来访考察',
    '日韩部',
    'outsider',
    '2013-05-06',
  ]
  await imported(office, 'deal', [heads, deal])
  const lead = ['早年的线索', '韩国', '找厂房', '2014-05-06']
  await imported(office, 'lead', [['客商', '国家/地区', '需求', '登记日期'], lead])
  const days = await office.owner`
    select 1 as n, created_at from companies where name = '早年登记的企业' union all
    select 2, created_at from contacts where name = '早年的联系人' union all
    select 3, created_at from deals where name = '早年的项目' union all
    select 4, created_at from leads where name = '早年的线索' order by n`
  expect(days.map(row => row.created_at.toISOString())).toEqual([
    '2011-05-06T04:00:00.000Z',
    '2012-05-06T04:00:00.000Z',
    '2013-05-06T04:00:00.000Z',
    '2014-05-06T04:00:00.000Z',
  ])
  const log = await office.owner`
    select 1 from log_entries l join companies c on c.id = l.record_id
    where l.noun = 'company' and c.name = '早年登记的企业' and l.at > now() - interval '1 hour'`
  expect(log).toHaveLength(1)
  const wrong = await shownImport(office, 'company', [
    ['企业名称', '国家/地区', '登记日期'],
    ['将来的企业', '中国', '2199-01-01'],
    ['古老的企业', '中国', '1921-07-01'],
  ])
  expect(wrong.rows.map(({ errors }) => errors.map(({ field, reason }) => [field, reason]))).toEqual([
    [['createdOn', 'date.in_future']],
    [['createdOn', 'date.too_early']],
  ])
})

test('no clock of a lead that was brought in ran out before it was', async () => {
  await imported(office, 'lead', [
    ['客商', '国家/地区', '需求', '登记日期', '部', '负责人'],
    ['钟表客商', '韩国', '找厂房', '2019-05-06', '日韩部', 'outsider'],
  ])
  const read = () =>
    one(office.owner`select number, clock, clock_due::text as due from leads where name = '钟表客商'`)
  const before = await read()
  expect(before).toMatchObject({ clock: 'answer' })
  expect(String(before.due) > today).toBe(true)
  const note = { record: before.number, kind: 'note', text: '看了一下资料', happenedOn: today, next: 'keep' }
  const parsed = parseInput(logActivityInput, note)
  if (parsed.kind !== 'done') throw new Error(JSON.stringify(parsed))
  const noted = await logActivity(permit(office.actors.outsider, 'activity.create'), parsed.value)
  expect(noted.kind).toBe('done')
  expect(await read()).toEqual(before)
})

test('empty cells clear what is on file where that is asked for, but nothing that must be there', async () => {
  const heads = ['编号', '企业名称', '国家/地区', '官网', '重点产业', '标签']
  await office.owner`insert into tags (name, key) values ('清空用', '清空用')`
  await imported(office, 'company', [
    heads,
    ['', '清空的企业', '中国', 'https://a.example', '装备制造', '清空用'],
  ])
  const { number } = await one(office.owner`select number from companies where name = '清空的企业'`)
  const row = [String(number), '清空的企业', '中国', '', '', '']
  const kept = await shownImport(office, 'company', [heads, row])
  expect(kept.counts).toMatchObject({ same: 1 })
  const wrong = await shownImport(office, 'company', [heads, row.with(1, '')], { clearEmpty: true })
  expect(wrong.rows[0]?.errors).toMatchObject([
    { field: 'name', column: '企业名称', reason: 'text.required' },
  ])
  const cleared = await imported(office, 'company', [heads, row], { clearEmpty: true })
  expect(cleared.rows[0]?.changes).toEqual({
    website: ['https://a.example', ''],
    industryId: ['装备制造', ''],
    tags: ['清空用', ''],
  })
  const read = () =>
    one(office.owner`
      select website, industry_id, (select count(*)::int from company_tags t where t.company_id = c.id) as tags
      from companies c where number = ${String(number)}`)
  expect(await read()).toEqual({ website: null, industry_id: null, tags: 0 })
  await undo('company', cleared.id)
  expect(await read()).toEqual({
    website: 'https://a.example',
    industry_id: String(office.industryId),
    tags: 1,
  })
})

test('an amount and a link of a deal are cleared as well; its company cannot be', async () => {
  const { number } = await newDeal(office, {
    name: '要清的项目',
    total: '3亿',
    totalCurrency: 'CNY',
    content: '厂房',
  })
  const heads = ['编号', '项目名称', '总投资（万元）', '拟建内容', '企业', '来源']
  const row = [number, '要清的项目', '', '', '', '']
  const wrong = await shownImport(office, 'deal', [heads, row], { clearEmpty: true })
  expect(wrong.rows[0]?.errors.map(({ field }) => field).sort()).toEqual(['company', 'source'])
  await imported(office, 'deal', [heads.slice(0, 4), row.slice(0, 4)], { clearEmpty: true })
  expect(
    await one(
      office.owner`select total_minor, total_not_stated, content from deals where number = ${number}`,
    ),
  ).toEqual({ total_minor: null, total_not_stated: false, content: null })
})

test('tags of the bureau are put on and taken off by a sheet; new ones are not made; a record keeps its version for them', async () => {
  await office.owner`insert into tags (name, key) values ('重点', '重点'), ('链主', '链主')`
  const heads = ['企业名称', '国家/地区', '标签']
  const wrong = await shownImport(office, 'company', [heads, ['带标签的企业', '中国', '没有的标签']])
  expect(wrong.rows[0]?.errors).toMatchObject([
    { field: 'tags', column: '标签', value: '没有的标签', reason: 'import.name.no_tag' },
  ])
  await imported(office, 'company', [heads, ['带标签的企业', '中国', '重點、链主']])
  const read = async () => {
    const row = await one(office.owner`
      select c.number, c.version, array(select t.name from company_tags l join tags t on t.id = l.tag_id where l.company_id = c.id order by t.id) as tags
      from companies c where name = '带标签的企业'`)
    return row as { number: string; version: number; tags: string[] }
  }
  const first = await read()
  expect(first).toMatchObject({ version: 1, tags: ['重点', '链主'] })
  const change = await imported(office, 'company', [
    ['编号', '标签'],
    [first.number, '链主'],
  ])
  expect(change.rows[0]?.changes).toEqual({ tags: ['重点, 链主', '链主'] })
  expect(await read()).toMatchObject({ version: 1, tags: ['链主'] })
  const [line] = await office.owner`
    select details from log_entries where noun = 'company' and details -> 'changes' -> 'tags' is not null order by id desc limit 1`
  expect(line?.details).toMatchObject({ changes: { tags: [['链主', '重点'], ['链主']] }, import: change.id })
  expect(await undo('company', change.id)).toMatchObject({ kind: 'done', value: { putBack: 1 } })
  expect(await read()).toMatchObject({ version: 1, tags: ['重点', '链主'] })
})

test('an officer’s sheet takes the next step of his lead and says that he assigns nobody', async () => {
  await imported(
    office,
    'lead',
    [
      ['客商', '联系人', '联系电话', '国家/地区', '需求'],
      ['步骤客商', '赵步', '13955550001', '中国', '找厂房'],
    ],
    { who: 'officer' },
  )
  const { number } = await one(office.owner`select number from leads where name = '步骤客商'`)
  const given = as(permit(office.actors.officer, 'lead.import'), 'batch', tx =>
    tx.execute(
      sql`update leads set case_officer_id = ${office.actors.officer.id} where number = ${String(number)}`,
    ),
  )
  await expect(given).rejects.toMatchObject({ cause: { constraint_name: 'guard_officer' } })
  const heads = ['编号', '负责人', '联系电话', '下一步', '下一步日期']
  const row = [String(number), 'colleague', '13955550001', '寄样品', '2099-03-01']
  const { rows } = await imported(office, 'lead', [heads, row], { who: 'officer' })
  expect(told(rows)).toEqual([[2, 'officerId', 'import.keeps.officer', null]])
  const late = await shownImport(office, 'lead', [heads, row.with(4, '2020-01-01')], { who: 'officer' })
  expect(late.rows[0]?.errors).toMatchObject([{ field: 'nextStepOn', reason: 'activity.next_step_past' }])
  expect(
    await one(office.owner`select next_step, next_step_on::text from leads where number = ${String(number)}`),
  ).toEqual({ next_step: '寄样品', next_step_on: '2099-03-01' })
})

/** A right cell for every field that a star may stand at. */
const right: Record<string, string> = {
  name: '星号',
  company: '星号企业',
  country: '韩国',
  need: '找厂房',
  industryId: '装备制造',
  source: '来访考察',
  deskId: '日韩部',
  officerId: 'outsider',
}

test.each([
  ['lead', 'director'],
  ['company', 'director'],
  ['contact', 'director'],
  ['deal', 'director'],
  ['deal', 'headDomestic'],
  ['deal', 'headAsia'],
] as const)(
  'the stars of a %s’s sheet are what the check asks of %s',
  async (noun: LookAlikeNoun, who: StaffName) => {
    const starred = fieldsFor(noun, office.actors[who]).filter(({ required }) => required)
    const heads = starred.map(({ labels }) => labels['zh-Hans'])
    const own: Record<string, string> = {
      ...right,
      ...(who === 'headDomestic' && { deskId: '内资部', officerId: 'officer' }),
    }
    const cells = starred.map(({ key }) => own[key] ?? '')
    // a row of one cell is no record
    const rows = [cells, ...cells.map((_, at) => cells.with(at, ''))].map(row => [
      ...row,
      '记一笔',
      '2020-01-01',
    ])
    const { rows: shown } = await shownImport(office, noun, [[...heads, '备注', '登记日期'], ...rows], {
      who,
    })
    expect(shown.map(({ errors }) => errors.map(({ field }) => field))).toEqual([
      [],
      ...starred.map(({ key }) => [key]),
    ])
  },
)
