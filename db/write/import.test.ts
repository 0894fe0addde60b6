import { afterAll, beforeAll, expect, test } from 'vitest'
import { closePools } from '@/db/client'
import { getImport } from '@/db/read/import'
import { csv, shownImport } from '@/db/testing/import'
import { type Office, openOffice, permit, type StaffName } from '@/db/testing/office'
import type { LookAlikeNoun } from '@/domain/duplicate/look-alike'
import { prepareImport, receiveImport } from './import'
import { applyImport } from './import-apply'
import { checkImport, ruleImport } from './import-check'
import { undoImport } from './import-undo'

let office: Office
beforeAll(async () => {
  office = await openOffice()
})
afterAll(async () => {
  await closePools()
  await office.owner.end()
})

const shown = (noun: LookAlikeNoun, rows: readonly (readonly string[])[], who: StaffName = 'director') =>
  shownImport(office, noun, rows, { who })

const companyHeads = ['企业名称', '国家/地区', '统一社会信用代码', '官网']
const one = async (query: ReturnType<Office['owner']>) => (await query)[0] as Record<string, unknown>

test('companies are shown as they will be, made in one go, and taken back', async () => {
  const batch = await shown('company', [
    companyHeads,
    ['星海精密制造有限公司', '中国', '', ''],
    ['Baltic Robotics GmbH', '德国', '', ''],
  ])
  expect(batch.counts).toMatchObject({ rows: 2, create: 2, bad: 0, ask: 0 })
  const applied = await applyImport(batch.granted, { id: batch.id, good: false })
  expect(applied).toMatchObject({ kind: 'done', value: { counts: { create: 2 } } })
  const { owner } = office
  const made =
    await owner`select id, number, country, version from companies where name = 'Baltic Robotics GmbH' and deleted_at is null`
  expect(made).toHaveLength(1)
  expect(made[0]).toMatchObject({ country: 'DE' })
  const log =
    await owner`select verb, details from log_entries where noun = 'company' and record_id = ${made[0]?.id}`
  expect(log).toMatchObject([
    { verb: 'company.import', details: { import: batch.id, name: 'Baltic Robotics GmbH' } },
  ])
  const again = await applyImport(batch.granted, { id: batch.id, good: false })
  expect(again).toMatchObject({ kind: 'refused', reason: 'import.refused.over' })
  const undone = await undoImport(permit(office.actors.director, 'company.undo_import'), { id: batch.id })
  expect(undone).toMatchObject({ kind: 'done', value: { deleted: 2, kept: [] } })
  expect(
    await owner`select 1 from companies where id = ${made[0]?.id} and deleted_at is not null`,
  ).toHaveLength(1)
  const twice = await undoImport(permit(office.actors.director, 'company.undo_import'), { id: batch.id })
  expect(twice).toMatchObject({ kind: 'refused', reason: 'import.refused.undone' })
})

test('each cell that is wrong is named, and holds the whole file unless the good rows are asked for', async () => {
  const batch = await shown('company', [
    companyHeads,
    ['好企业甲有限公司', '中国', '', ''],
    ['坏企业乙有限公司', '亚特兰蒂斯', 'ABC', ''],
    ['', '中国', '', 'https://example.cn'],
  ])
  expect(batch.counts).toMatchObject({ create: 1, bad: 2 })
  expect(batch.rows[1]?.errors).toMatchObject([
    { field: 'country', column: '国家/地区', value: '亚特兰蒂斯' },
    { field: 'creditCode', value: 'ABC' },
  ])
  const refused = await applyImport(batch.granted, { id: batch.id, good: false })
  expect(refused).toMatchObject({ kind: 'refused', reason: 'import.refused.bad_rows' })
  expect(await office.owner`select 1 from companies where name like '好企业甲%'`).toHaveLength(0)
  const good = await applyImport(batch.granted, { id: batch.id, good: true })
  expect(good.kind).toBe('done')
  expect(await office.owner`select 1 from companies where name like '好企业甲%'`).toHaveLength(1)
})

test('what looks the same waits for a ruling: the same is changed, a different one has its reason', async () => {
  const first = await shown('company', [companyHeads, ['山海重工有限公司', '中国', '', '']])
  await applyImport(first.granted, { id: first.id, good: false })
  const batch = await shown('company', [
    companyHeads,
    ['山海重工股份有限公司', '中国', '', 'https://shanhai.example'],
    ['新的企业丙', '日本', '', ''],
    ['新的企业丙', '日本', '', ''],
  ])
  expect(batch.counts).toMatchObject({ create: 1, ask: 2 })
  const granted = batch.granted
  expect(await applyImport(granted, { id: batch.id, good: false })).toMatchObject({
    kind: 'refused',
    reason: 'import.refused.bad_rows',
  })
  const ruled = await ruleImport(granted, {
    id: batch.id,
    at: batch.rows[0]?.at,
    verdict: 'same',
    reason: undefined,
  })
  expect(ruled).toMatchObject({ kind: 'done', value: { counts: { update: 1, create: 1, ask: 1 } } })
  const rest = await ruleImport(granted, {
    id: batch.id,
    at: undefined,
    verdict: 'different',
    reason: '同名的另一家',
  })
  expect(rest).toMatchObject({ kind: 'done', value: { counts: { update: 1, create: 2, ask: 0 } } })
  expect(await applyImport(granted, { id: batch.id, good: false })).toMatchObject({ kind: 'done' })
  const row = await one(
    office.owner`select name, website, version from companies where website = 'https://shanhai.example'`,
  )
  expect(row).toMatchObject({ name: '山海重工股份有限公司', version: 2 })
  await office.owner`update companies set version = 3 where website = 'https://shanhai.example'`
  const undone = await undoImport(permit(office.actors.director, 'company.undo_import'), { id: batch.id })
  expect(undone).toMatchObject({
    kind: 'done',
    value: { deleted: 2, putBack: 0, kept: [expect.stringMatching(/^C-/)] },
  })
})

const dealHeads = [
  '项目名称',
  '企业',
  '国家/地区',
  '重点产业',
  '来源',
  '总投资（万元）',
  '部',
  '负责人',
  '阶段',
  '在谈开始',
  '审批通过',
]
const deal = (name: string, more: Partial<Record<number, string>> = {}) => {
  const row = [
    name,
    '远洋食品有限公司',
    '韩国',
    '装备制造',
    '来访考察',
    '11600',
    'Asia',
    'outsider',
    '审批通过',
    '2025.3.5',
    '2026-02-01',
  ]
  row[6] = '日韩部'
  for (const [at, text] of Object.entries(more)) row[Number(at)] = text ?? ''
  return row
}

test('deals open at the stage where they stand, with their officer, days and one company for all of its rows', async () => {
  const batch = await shown('deal', [dealHeads, deal('冷链一期'), deal('冷链二期', { 8: '在谈', 10: '' })])
  expect(batch.rows.map(row => row.errors)).toEqual([[], []])
  expect(batch.counts).toMatchObject({ create: 2 })
  expect(await applyImport(batch.granted, { id: batch.id, good: false })).toMatchObject({ kind: 'done' })
  const rows = await office.owner`
    select d.stage, d.stage_since::text, d.total_cny, d.case_officer_id, c.id as company, d.id
    from deals d join companies c on c.id = d.company_id where c.name = '远洋食品有限公司' order by d.name`
  expect(rows).toMatchObject([
    { stage: 'approved', stage_since: '2026-02-01', case_officer_id: String(office.actors.outsider.id) },
    { stage: 'negotiation', stage_since: '2025-03-05' },
  ])
  expect(BigInt(String(rows[0]?.total_cny))).toBe(11_600_000_000n)
  expect(rows[0]?.company).toBe(rows[1]?.company)
  const facts = await office.owner`
    select value, effective_on::text, effective_until::text, opening from deal_facts where deal_id = ${rows[0]?.id} and fact = 'stage' order by effective_on`
  expect(facts).toMatchObject([
    { value: 'negotiation', effective_on: '2025-03-05', effective_until: '2026-02-01', opening: true },
    { value: 'approved', effective_on: '2026-02-01', effective_until: null, opening: true },
  ])
  const undone = await undoImport(permit(office.actors.director, 'deal.undo_import'), { id: batch.id })
  expect(undone).toMatchObject({ kind: 'done', value: { deleted: 3 } })
})

test('an import changes what is known of a deal and never its stage', async () => {
  const batch = await shown('deal', [dealHeads, deal('改一改', { 1: '另一家食品有限公司' })])
  await applyImport(batch.granted, { id: batch.id, good: false })
  const { number } = await one(office.owner`select number from deals where name = '改一改'`)
  const heads = ['编号', '项目名称', '总投资（万元）', '阶段']
  const change = await shown('deal', [heads, [String(number), '改过了', '20000', '在谈']])
  expect(change.rows).toMatchObject([
    {
      plan: 'update',
      warnings: [{ field: 'stage', column: '阶段', value: 'negotiation', reason: 'import.keeps.stage' }],
      changes: { name: ['改一改', '改过了'], total: ['116000000 CNY', '200000000 CNY'] },
    },
  ])
  expect(await applyImport(change.granted, { id: change.id, good: false })).toMatchObject({ kind: 'done' })
  expect(
    await one(
      office.owner`select name, stage, total_cny::text as total from deals where number = ${String(number)}`,
    ),
  ).toEqual({
    name: '改过了',
    stage: 'approved',
    total: '20000000000',
  })
  const undone = await undoImport(permit(office.actors.director, 'deal.undo_import'), { id: change.id })
  expect(undone).toMatchObject({ kind: 'done', value: { putBack: 1 } })
  expect(
    await one(
      office.owner`select name, total_cny::text as total from deals where number = ${String(number)}`,
    ),
  ).toEqual({
    name: '改一改',
    total: '11600000000',
  })
})

test('an update takes the next step and the officer of one who assigns, says what it leaves, and all of it is taken back', async () => {
  const batch = await shown('deal', [
    dealHeads,
    deal('换人的项目', { 1: '换人食品有限公司', 8: '在谈', 10: '' }),
  ])
  await applyImport(batch.granted, { id: batch.id, good: false })
  const { number } = await one(office.owner`select number from deals where name = '换人的项目'`)
  const heads = ['编号', '部', '负责人', '协办人', '状态', '在谈开始', '创建', '下一步', '下一步日期']
  const row = [
    String(number),
    '内资部',
    'headAsia',
    'officer',
    '暂缓',
    '2025-03-06',
    '2020-01-01',
    '签协议',
    '2099-01-31',
  ]
  const change = await shown('deal', [heads, row])
  expect(change.counts).toMatchObject({ update: 1, warned: 1 })
  expect(change.rows[0]?.warnings.map(({ field, reason }) => [field, reason])).toEqual([
    ['status', 'import.keeps.status'],
    ['negotiationOn', 'import.keeps.stage_on'],
    ['deskId', 'import.keeps.desk'],
    ['members', 'import.keeps.members'],
    ['createdOn', 'import.keeps.created'],
  ])
  expect(Object.keys(change.rows[0]?.changes ?? {}).sort()).toEqual(['nextStep', 'nextStepOn', 'officerId'])
  expect(await applyImport(change.granted, { id: change.id, good: false })).toMatchObject({ kind: 'done' })
  const { headAsia, outsider } = office.actors
  const read = () =>
    one(office.owner`
      select status, next_step, next_step_on::text, case_officer_id, team_ids, reader_ids from deals where number = ${String(number)}`)
  const before = {
    status: 'active',
    next_step: null,
    next_step_on: null,
    case_officer_id: String(outsider.id),
    team_ids: [String(outsider.id)],
    reader_ids: [],
  }
  expect(await read()).toEqual({
    ...before,
    next_step: '签协议',
    next_step_on: '2099-01-31',
    case_officer_id: String(headAsia.id),
    team_ids: [String(headAsia.id)],
    reader_ids: [String(outsider.id)],
  })
  const told = await office.owner`
    select 1 from notifications where kind = 'assigned' and user_id = ${headAsia.id} and details ->> 'number' = ${String(number)}`
  expect(told).toHaveLength(1)
  const undone = await undoImport(permit(office.actors.director, 'deal.undo_import'), { id: change.id })
  expect(undone).toMatchObject({ kind: 'done', value: { putBack: 1 } })
  expect(await read()).toEqual(before)
})

const leadHeads = ['客商', '联系人', '联系电话', '国家/地区', '需求', '部', '阶段']

test('an officer brings in new leads of which he is one of the team, and nothing else', async () => {
  const rows = [
    leadHeads,
    ['滨海模具', '赵先生', '13900001111', '中国', '找厂房', '', ''],
    ['老客商', '', '', '日本', '看地', '', '已接洽'],
  ]
  const batch = await shown('lead', rows, 'officer')
  expect(batch.rows[1]?.errors).toMatchObject([{ field: 'stage', reason: 'import.row.stage_by_head' }])
  expect(await applyImport(batch.granted, { id: batch.id, good: true })).toMatchObject({ kind: 'done' })
  const lead = await one(office.owner`select team_ids, contact_id, stage from leads where name = '滨海模具'`)
  expect(lead).toMatchObject({ stage: 'new', team_ids: [String(office.actors.officer.id)] })
  expect(lead.contact_id).not.toBeNull()
  expect(() => permit(office.actors.officer, 'deal.import')).toThrow()
})

test('a head brings records of his own desks in, no others', async () => {
  const theirs = await shown(
    'deal',
    [dealHeads, deal('别部的项目', { 6: '内资部', 7: 'officer' })],
    'headAsia',
  )
  expect(theirs.rows[0]?.errors).toMatchObject([{ field: 'deskId', reason: 'deal.invalid.desk_not_yours' }])
  const mine = await shown('deal', [dealHeads, deal('本部的项目', { 1: '本部企业有限公司' })], 'headAsia')
  expect(mine.counts).toMatchObject({ create: 1 })
  expect(await applyImport(mine.granted, { id: mine.id, good: false })).toMatchObject({ kind: 'done' })
  expect(await getImport(permit(office.actors.headDomestic, 'import.read'), mine.id)).toBeNull()
  const other = permit(office.actors.headDomestic, 'deal.import')
  expect(await checkImport(other, { id: mine.id })).toMatchObject({ kind: 'gone' })
  const undo = permit(office.actors.headDomestic, 'deal.undo_import')
  expect(await undoImport(undo, { id: mine.id })).toMatchObject({ kind: 'gone' })
})

test('a column is what a person says it is, also the next time', async () => {
  const granted = permit(office.actors.director, 'company.import')
  const rows = [
    ['投资方大名', '哪里来'],
    ['新罗电子', '韩国'],
  ]
  const received = await receiveImport(granted, { name: 'a.csv', bytes: csv(rows) })
  expect(received).toMatchObject({ kind: 'refused' })
  const known = [
    ['企业名称', '哪里来', '官网'],
    ['新罗电子', '韩国', ''],
  ]
  const first = await receiveImport(granted, { name: 'a.csv', bytes: csv(known) })
  if (first.kind !== 'done') throw new Error(JSON.stringify(first))
  const columns = new Map([[1, 'country']])
  await prepareImport(granted, { id: first.value.id, sheet: null, mode: 'both', columns })
  const second = await receiveImport(granted, { name: 'b.csv', bytes: csv(known) })
  if (second.kind !== 'done') throw new Error(JSON.stringify(second))
  const read = await getImport(permit(office.actors.director, 'import.read'), second.value.id)
  expect(read?.columns.map(column => column.field)).toEqual(['name', 'country', 'website'])
  const twice = new Map([[1, 'name']])
  expect(
    await prepareImport(granted, { id: second.value.id, sheet: null, mode: 'both', columns: twice }),
  ).toMatchObject({
    kind: 'refused',
    reason: 'sheet.column.twice',
  })
})
