import { afterAll, beforeAll, expect, test } from 'vitest'
import { closePools } from '@/db/client'
import { countersEqual } from '@/db/housekeeping/state'
import { type Office, openOffice, permit } from '@/db/testing/office'
import type { LookAlikeNoun } from '@/domain/duplicate/look-alike'
import { receiveImport } from './import'
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

async function checked(noun: LookAlikeNoun, rows: readonly (readonly string[])[]) {
  const granted = permit(office.actors.director, `${noun}.import`)
  const bytes = new TextEncoder().encode(rows.map(row => row.join(',')).join('\r\n'))
  const received = await receiveImport(granted, { name: '台账.csv', bytes })
  if (received.kind !== 'done') throw new Error(JSON.stringify(received))
  const { id } = received.value
  const outcome = await checkImport(granted, { id })
  if (outcome.kind !== 'done') throw new Error(JSON.stringify(outcome))
  return { id, granted, counts: outcome.value.counts }
}
const applied = async ({ id, granted }: Awaited<ReturnType<typeof checked>>) =>
  expect(await applyImport(granted, { id, good: false })).toMatchObject({ kind: 'done' })
const undone = (noun: LookAlikeNoun, id: number) =>
  undoImport(permit(office.actors.director, `${noun}.undo_import`), { id })
const rowsOf = (id: number) =>
  office.owner<{ at: number; plan: string; met: number; xmin: string }[]>`
    select at, plan, jsonb_array_length(matches) as met, xmin::text from import_rows where import_id = ${id} order by at`

const companies = ['企业名称', '国家/地区', '官网', '省份']
const company = (name: string, website = '', province = '') => [name, '中国', website, province]

test('a ruling is looked at anew in the rows that it is tied to, through others too, and in no other', async () => {
  await applied(await checked('company', [companies, company('远山机电有限公司')]))
  // on file for longer than what might have been entered meanwhile
  await office.owner`update companies set updated_at = now() - interval '1 hour' where name like '远山%'`
  const batch = await checked('company', [
    companies,
    company('远山机电股份有限公司'),
    company('远山机电'),
    company('别的企业一有限公司'),
    company('别的企业一股份有限公司'),
    company('不相干的企业有限公司'),
  ])
  const before = await rowsOf(batch.id)
  expect(before.map(({ plan, met }) => [plan, met])).toEqual([
    ['ask', 1],
    ['ask', 1],
    ['create', 0],
    ['ask', 1],
    ['create', 0],
  ])
  const rule = (at: number | undefined, most?: number) =>
    ruleImport(
      batch.granted,
      { id: batch.id, at, verdict: 'different', reason: '同名的另一家' },
      () => {},
      async () => {},
      most,
    )
  expect(await rule(before[0]?.at, 1)).toMatchObject({ kind: 'refused', reason: 'import.refused.large' })
  expect(await rowsOf(batch.id)).toEqual(before)
  expect(await rule(before[0]?.at)).toMatchObject({ kind: 'done', value: { counts: { create: 3, ask: 2 } } })
  const after = await rowsOf(batch.id)
  expect(after.map(({ plan, met }) => [plan, met])).toEqual([
    ['create', 1],
    ['ask', 2],
    ['create', 0],
    ['ask', 1],
    ['create', 0],
  ])
  const touched = after.filter(({ xmin }, at) => xmin !== before[at]?.xmin)
  expect(touched.map(({ at }) => at)).toEqual(before.slice(0, 2).map(({ at }) => at))
  expect(await rule(undefined)).toMatchObject({ kind: 'done', value: { counts: { create: 5, ask: 0 } } })
  // what is written is looked at as a whole: it comes to the same
  await applied(batch)
})

test('what an import created and took back stands in nobody’s way: the same sheet comes in again', async () => {
  const rows = [companies, company('再来一次食品有限公司'), company('再来一次物流有限公司')]
  const first = await checked('company', rows)
  await applied(first)
  expect(await undone('company', first.id)).toMatchObject({ kind: 'done', value: { deleted: 2 } })
  const again = await checked('company', rows)
  expect(again.counts).toMatchObject({ create: 2, ask: 0 })
})

test('rows that change different fields are saved together, and each keeps what it does not name', async () => {
  const first = await checked('company', [
    companies,
    company('同改甲有限公司', 'https://a.example', '山东'),
    company('同改乙有限公司', 'https://b.example', '江苏'),
    company('同改丙有限公司', 'https://c.example', '浙江'),
  ])
  await applied(first)
  const stored = () =>
    office.owner`select number, name, website, province, version from companies where name like '同改%' order by number`
  const before = await stored()
  const [a, b, c] = before.map(row => String(row.number))
  const batch = await checked('company', [
    ['编号', '企业名称', '官网', '省份'],
    [a ?? '', '', 'https://a2.example', ''],
    [b ?? '', '同改乙改名有限公司', '', ''],
    [c ?? '', '', '', '河北'],
  ])
  expect(batch.counts).toMatchObject({ update: 3 })
  await applied(batch)
  expect(await stored()).toMatchObject([
    { name: '同改甲有限公司', website: 'https://a2.example', province: '37', version: 2 },
    { name: '同改乙改名有限公司', website: 'https://b.example', province: '32', version: 2 },
    { name: '同改丙有限公司', website: 'https://c.example', province: '13', version: 2 },
  ])
  expect(await undone('company', batch.id)).toMatchObject({ kind: 'done', value: { putBack: 3 } })
  expect(await stored()).toEqual(before.map(row => ({ ...row, version: 3 })))
})

const deals = [
  '项目名称',
  '企业',
  '国家/地区',
  '重点产业',
  '来源',
  '总投资（万元）',
  '部',
  '负责人',
  '阶段',
  '下一步',
  '下一步日期',
]
const deal = (name: string, stage: string) => [
  name,
  `${name}投资有限公司`,
  '韩国',
  '装备制造',
  '来访考察',
  '11600',
  '日韩部',
  'outsider',
  stage,
  '回访',
  '2099-01-01',
]

test('what is kept beside many new deals is what is kept beside one: search, members, facts, log and counters', async () => {
  const rows = Array.from({ length: 600 }, (_, at) => deal(`批量${at}号基地`, at % 2 ? '在谈' : '审批通过'))
  const batch = await checked('deal', [deals, ...rows])
  expect(batch.counts).toMatchObject({ create: 600 })
  await applied(batch)
  const { owner } = office
  const [kept] = await owner`
    with made as (select d.* from deals d join import_records r on r.record_id = d.id and r.noun = 'deal' where r.import_id = ${batch.id})
    select count(*)::int as deals,
      count(*) filter (where exists (select from search_deal s join search_deals v using (record_id, text) where s.record_id = made.id))::int as found,
      count(*) filter (where exists (select from case_members m where m.noun = 'deal' and m.record_id = made.id
        and m.user_id = made.case_officer_id and m.team and m.step_on = made.next_step_on))::int as members,
      count(*) filter (where (select count(*) from deal_facts f where f.deal_id = made.id) = 4)::int as facts,
      count(*) filter (where exists (select from log_entries l where l.noun = 'deal' and l.record_id = made.id
        and l.verb = 'deal.import' and l.details ->> 'import' = ${String(batch.id)}))::int as logged,
      count(*) filter (where exists (select from search_company s join companies c on c.id = s.record_id
        where c.id = made.company_id and s.text like '%' || c.search_text || '%'))::int as companies
    from made`
  expect(kept).toEqual({ deals: 600, found: 600, members: 600, facts: 600, logged: 600, companies: 600 })
  const queued = await owner`
    select 1 from log_entries l where not exists (select from log_queue q where q.entry_id = l.id)
      and l.details ->> 'import' = ${String(batch.id)} limit 1`
  expect(queued).toHaveLength(0)
  expect(await countersEqual(owner as never)).toBe(true)
  expect(await undone('deal', batch.id)).toMatchObject({ kind: 'done', value: { deleted: 1200 } })
  expect(await countersEqual(owner as never)).toBe(true)
})
