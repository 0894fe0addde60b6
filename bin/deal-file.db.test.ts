import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { closePools } from '@/db/client'
import { eachDeal } from '@/db/read/deal'
import { importRowsOf } from '@/db/read/import'
import { imported } from '@/db/testing/import'
import { type Office, openOffice, permit } from '@/db/testing/office'
import { prepareImport, receiveImport } from '@/db/write/import'
import { applyImport } from '@/db/write/import-apply'
import { checkImport } from '@/db/write/import-check'
import { countryName } from '@/domain/country/country'
import { provinceName } from '@/domain/country/province'
import { dealColumns } from '@/domain/deal/column'
import { dealStatuses } from '@/domain/deal/deal'
import { defaultDealFilter } from '@/domain/deal/filter'
import { type DealSheetWords, dealSheet } from '@/domain/deal/sheet'
import { rowPlans } from '@/domain/import/batch'
import { readRecords } from '@/domain/import/testing/record'
import type { Book } from '@/domain/spreadsheet/book'
import { csvStream } from '@/domain/spreadsheet/csv'
import { xlsxStream } from '@/domain/spreadsheet/xlsx'
import { punctuation } from '@/domain/user/punctuation'
import { type Locale, locales } from '@/domain/user/user'
import { messagesIn } from '@/i18n/words'

const formats = ['xlsx', 'csv'] as const
type Format = (typeof formats)[number]
const written = locales.flatMap(locale => formats.map(format => ({ locale, format })))

const heads = [
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
  '协办人',
  '责任领导',
  '预计批准日期',
  '下一步',
  '下一步日期',
]
const deal = (name: string, leader: string, more: Partial<Record<number, string>> = {}) => {
  const row = [
    name,
    `${name}公司`,
    '韩国',
    '装备制造',
    '来访考察',
    '11600',
    '内资部',
    'officer',
    '在谈',
    '2025-03-05',
  ]
  const rest = ['colleague', leader, '2026-09-30', '签协议', '2099-01-31']
  return [...row, ...rest].map((text, at) => more[at] ?? text)
}

let office: Office
/** Deals that are led in every way: by an account, a closed one, one of two of a name, a name, a name that is an account's by now. */
beforeAll(async () => {
  office = await openOffice()
  const { owner, actors } = office
  await imported(office, 'deal', [
    heads,
    deal('冷链', 'headAsia', { 2: '中国 山东省' }),
    deal('渔具', '王书记'),
    deal('海工', '', { 10: '', 12: '', 13: '', 14: '', 8: '办理入区手续' }),
    deal('铸造', 'director'),
    deal('面料', '张伟'),
    deal('化纤', '李娜'),
  ])
  const person = async (login: string, name: string, closed = false) => {
    const [row] = await owner`
      insert into users (login, name, role, password_hash, disabled_at)
      values (${login}, ${name}, 'manager', 'x', ${closed ? new Date() : null}) returning id`
    return Number(row?.id)
  }
  const closed = await person('closed', '赵敏', true)
  const first = await person('zhangwei1', '张伟')
  await person('zhangwei2', '张伟')
  await person('lina', '李娜')
  await owner`update deals set leader_id = ${closed}, leader_name = null where name = '铸造'`
  await owner`update deals set leader_id = ${first}, leader_name = null where name = '面料'`
  const [of] = await owner`select leader_id from deals where name = '冷链'`
  expect(of?.leader_id).toBe(String(actors.headAsia.id))
})
afterAll(async () => {
  await closePools()
  await office.owner.end()
})

async function wordsIn(locale: Locale): Promise<DealSheetWords> {
  const { deal, common, lead } = await messagesIn(locale)
  const named = async (table: 'users' | 'desks') => {
    const rows = await office.owner`select id, name from ${office.owner(table)}`
    return new Map(rows.map(({ id, name }) => [Number(id), String(name)]))
  }
  const people = await named('users')
  const desks = await named('desks')
  return {
    locale,
    timezone: 'Asia/Shanghai',
    comma: punctuation(locale).comma,
    column: key => deal.field[key],
    stage: stage => deal.stage[stage],
    status: status => deal.status[status],
    form: form => deal.form[form],
    source: source => lead.source[source],
    desk: id => desks.get(id) ?? '',
    person: id => people.get(id ?? 0) ?? '',
    industry: () => '装备制造',
    country: code => countryName(code, locale),
    province: code => (code ? provinceName(code, locale) : ''),
    original: deal.unit.original,
    notStated: common.say.notStated,
    none: common.say.none,
    noRate: deal.mark.noRate,
    unknown: deal.ask.unknown,
    yes: common.say.yes,
    no: common.say.no,
    unassigned: deal.mark.unassigned,
  }
}

const filter = { ...defaultDealFilter, statuses: dealStatuses }

/** The file that the director takes out: all columns, all rows. */
async function exported(locale: Locale, format: Format): Promise<Uint8Array> {
  const book: Book<never> = {
    name: '项目',
    locale,
    about: [],
    columns: dealSheet(dealColumns, await wordsIn(locale)) as never,
    rows: eachDeal(permit(office.actors.director, 'deal.export'), filter) as never,
    now: new Date(),
  }
  const stream = format === 'xlsx' ? xlsxStream(book) : csvStream(book)
  return new Uint8Array(await new Response(stream).arrayBuffer())
}

/** A file read and checked, by the director; empty cells clear. `fresh`: without the numbers, as another bureau's. */
async function checked(bytes: Uint8Array, format: Format, fresh = false) {
  const granted = permit(office.actors.director, 'deal.import')
  const received = await receiveImport(granted, { name: `deals.${format}`, bytes })
  if (received.kind !== 'done') throw new Error(JSON.stringify(received))
  const { id } = received.value
  const columns = new Map(fresh ? [[0, ''] as const] : [])
  await prepareImport(granted, { id, sheet: null, mode: 'both', clearEmpty: true, columns })
  const answer = await checkImport(granted, { id })
  if (answer.kind !== 'done') throw new Error(JSON.stringify(answer))
  const rows = await importRowsOf(permit(office.actors.director, 'import.read'), id, { plans: rowPlans })
  return { id, granted, counts: answer.value.counts, rows }
}

const read = async (bytes: Uint8Array, format: Format) =>
  (await readRecords(bytes, `deals.${format}`, 'deal')).records

describe.each(written)('a file of deals in $locale, .$format', ({ locale, format }) => {
  test('has no column that the import does not know', async () => {
    const { mapping } = await readRecords(await exported(locale, format), `a.${format}`, 'deal')
    expect(mapping.problems).toEqual([])
    expect(
      mapping.columns.map(({ how }) => how).filter(how => !['label', 'derived', 'twin'].includes(how)),
    ).toEqual([])
  })

  test('comes in again and changes nothing, though empty cells clear', async () => {
    const { counts, rows } = await checked(await exported(locale, format), format)
    expect(rows.filter(({ plan }) => plan !== 'same')).toEqual([])
    expect(counts).toMatchObject({ rows: 6, same: 6, update: 0, bad: 0, warned: 0 })
  })
})

test.each(formats)(
  'a .%s comes into a bureau that has none of them, and goes out as it was but for the numbers',
  async format => {
    // of two of one name only a person can say which is meant; a closed account leads nothing new
    await office.owner`update deals set deleted_at = now(), deleted_by = updated_by where name = '面料'`
    const bytes = await exported('zh-Hans', format)
    const before = await read(bytes, format)
    await office.owner`update deals set deleted_at = now(), deleted_by = updated_by where deleted_at is null`
    await office.owner`update companies set deleted_at = now(), deleted_by = updated_by where deleted_at is null`
    const { id, granted, counts } = await checked(bytes, format, true)
    expect(counts).toMatchObject({ create: 5, bad: 0 })
    expect((await applyImport(granted, { id, good: false })).kind).toBe('done')
    const after = await read(await exported('zh-Hans', format), format)
    const bare = (records: typeof before) =>
      records
        .map(({ number: _, ...rest }) => rest)
        .sort((one, other) => String(one.name).localeCompare(String(other.name)))
    expect(bare(after)).toEqual(bare(before))
    expect(after.map(({ number }) => number)).not.toEqual(before.map(({ number }) => number))
    const led = await office.owner`
      select name, (select login from users where id = leader_id) as login, leader_name from deals
      where deleted_at is null and (leader_id is not null or leader_name is not null) order by id`
    expect(
      Object.fromEntries(led.map(({ name, login, leader_name }) => [name, login ?? leader_name])),
    ).toEqual({
      冷链: 'headasia',
      渔具: '王书记',
      铸造: '赵敏',
      化纤: 'lina',
    })
  },
)
