import { describe, expect, it } from 'vitest'
import { type DealColumn, dealColumns } from '@/domain/deal/column'
import { chooseTable } from '@/domain/import/find-table'
import { mapColumns } from '@/domain/import/map-columns'
import { type ImportNoun, importNouns, nounFields } from '@/domain/import/noun'
import { importLimits } from '@/domain/import/raw'
import { readSheets } from '@/domain/import/read-sheets'
import { exampleWords } from '@/domain/import/skip'
import { templateOf } from '@/domain/import/template'
import { readRecords } from '@/domain/import/testing/record'
import { zipOf } from '@/domain/import/testing/zip'
import { openZip } from '@/domain/import/zip'
import { columnUnit } from '@/domain/money/column'
import type { Book } from '@/domain/spreadsheet/book'
import { type Cell, cny, date, integer, moment, money, text } from '@/domain/spreadsheet/cell'
import { csvStream } from '@/domain/spreadsheet/csv'
import { xlsxStream } from '@/domain/spreadsheet/xlsx'
import { type Locale, locales } from '@/domain/user/user'
import { templateWords } from './import-template'
import { messagesIn } from './words'

const bytesOf = async (stream: ReadableStream<Uint8Array>) =>
  new Uint8Array(await new Response(stream).arrayBuffer())

/** The columns of the export of deals, with a deal in each that is easy to get wrong. */
async function dealBook(locale: Locale): Promise<Book<number>> {
  const { deal, common, lead } = await messagesIn(locale)
  const head = deal.field
  const unit = columnUnit(locale).word
  const own = deal.unit.original
  const dollars = { minor: 725_510_000n, currency: 'USD' } as const
  const cells: Record<DealColumn | 'nextStepOn', [cells: [Cell, Cell], unit?: string]> = {
    number: [[text('D-2026-0001'), text('D-2026-0002')]],
    name: [[text('=1+1 项目'), text('+86 项目')]],
    company: [[text('=cmd|x'), text('威海, 远洋 "食品"\n有限公司')]],
    country: [[text('中国 山东省'), text('Hong Kong, China')]],
    desk: [[text('日韩部'), text('内资部')]],
    stage: [[text(deal.stage.entry_procedures), text(deal.stage.approved)]],
    days_in_stage: [[integer(12), integer(0)]],
    total: [[money(dollars), text(common.say.notStated)], own],
    total_cny: [[cny(5_151_121_000n, locale), text(deal.mark.noRate)], unit],
    foreign_cny: [[cny(1_160_000_001n, locale), text(common.say.none)], unit],
    next_step: [[text('-5 Tage'), null]],
    nextStepOn: [[date('2026-07-01'), null]],
    officer: [[text('王芳'), text(deal.mark.unassigned)]],
    status: [[text(deal.status.on_hold), text(deal.status.active)]],
    stage_since: [[date('2026-03-05'), date('1999-12-31')]],
    industry: [[text('电子信息'), text('新材料')]],
    form: [[text(deal.form.joint_venture), text(common.say.notStated)]],
    high_tech: [[text(common.say.yes), text(deal.ask.unknown)]],
    content: [[text("'=1"), text(common.say.notStated)]],
    partner: [[text('@home'), null]],
    members: [[text('李强、赵敏'), null]],
    leader: [[text('王书记'), null]],
    issues: [[integer(2), integer(0)]],
    tags: [[text('重点, 外资'), null]],
    source: [[text(lead.source.own_research), text(lead.source.referral)]],
    event: [[text('2026 说明会'), null]],
    foreign: [[money({ minor: 600_000_000n, currency: 'JPY' }), text(common.say.none)], own],
    intent_on: [[date('2026-01-15'), null]],
    agreement_on: [[date('2026-02-28'), null]],
    approval_on: [[null, date('2026-06-30')]],
    approval_expected_on: [[date('2026-09-30'), null]],
    land: [[integer(46_667), text(common.say.notStated)], 'm²'],
    jobs: [[integer(120), text(common.say.notStated)]],
    clock: [[date('2026-07-14'), null]],
    created: [[date('2026-03-01'), date('2026-03-02')]],
    updated: [[moment(new Date(), 'Asia/Shanghai'), null]],
  }
  const columns = dealColumns.flatMap(key => (key === 'next_step' ? ([key, 'nextStepOn'] as const) : [key]))
  return {
    name: deal.title,
    locale,
    about: [deal.title, `${common.list.filters}: ${deal.field.stage}`, '2026-06-30'],
    columns: columns.map(key => ({
      key,
      header: head[key],
      unit: cells[key][1],
      cell: (row: number) => cells[key][0][row] ?? null,
    })),
    rows: (async function* () {
      yield [0, 1]
    })(),
    totals: () =>
      columns.map(key =>
        key === 'number' ? text(deal.foot.total) : key === 'total_cny' ? cny(5_151_121_000n, locale) : null,
      ),
    now: new Date(),
  }
}

const director = { role: 'director', deskIds: [], headOf: [] } as const

const expected = [
  {
    number: 'D-2026-0001',
    name: '=1+1 项目',
    company: '=cmd|x',
    country: { country: 'CN', province: '37' },
    deskId: '日韩部',
    stage: 'entry_procedures',
    total: { money: { minor: 725_510_000n, currency: 'USD' }, notStated: false },
    nextStep: '-5 Tage',
    nextStepOn: '2026-07-01',
    officerId: '王芳',
    status: 'on_hold',
    stageSince: '2026-03-05',
    industryId: '电子信息',
    form: 'joint_venture',
    highTech: true,
    content: "'=1",
    partner: '@home',
    members: ['李强', '赵敏'],
    leader: '王书记',
    tags: ['重点', '外资'],
    source: 'own_research',
    eventId: '2026 说明会',
    foreign: { money: { minor: 600_000_000n, currency: 'JPY' }, notStated: false },
    intentOn: '2026-01-15',
    agreementOn: '2026-02-28',
    approvalExpectedOn: '2026-09-30',
    landM2: 46_667,
    jobs: 120,
    createdOn: '2026-03-01',
  },
  {
    number: 'D-2026-0002',
    name: '+86 项目',
    company: '威海, 远洋 "食品" 有限公司',
    country: { country: 'HK', province: null },
    deskId: '内资部',
    stage: 'approved',
    status: 'active',
    stageSince: '1999-12-31',
    industryId: '新材料',
    source: 'referral',
    approvalOn: '2026-06-30',
    createdOn: '2026-03-02',
  },
]

describe.each(locales)('what we write in %s', locale => {
  it.each(['xlsx', 'csv'] as const)('is read back without loss from .%s', async format => {
    const book = await dealBook(locale)
    const bytes = await bytesOf(format === 'xlsx' ? xlsxStream(book) : csvStream(book))
    const { records, mapping, table } = await readRecords(bytes, `deals.${format}`, 'deal')
    expect(records).toEqual(expected)
    expect(mapping.problems).toEqual([])
    expect(mapping.columns.filter(({ how }) => how === 'unknown' || how === 'near')).toEqual([])
    expect(table.skipped.map(({ why }) => why)).toEqual(
      format === 'xlsx' ? ['title', 'title', 'title', 'totals'] : [],
    )
  })

  it.each(importNouns)('the template of a %s is read as its own columns, without its example', async noun => {
    const lists = { desk: ['内资部', '日韩部'], industry: ['电子信息'], person: ['王芳'], leader: ['林局长'] }
    const bytes = await templateOf(
      { noun, actor: director },
      locale,
      await templateWords(noun, locale),
      lists,
    )
    const file = await readSheets(bytes, 'template.xlsx')
    if (file.kind !== 'done') throw new Error(file.reason)
    expect(chooseTable(file.value, noun)).toMatchObject({ reason: 'sheet.refused.no_rows' })
    await filledIn(noun, bytes)
  })
})

/** The example taken for a record: each field is read, and none of it is wrong. */
async function filledIn(noun: ImportNoun, bytes: Uint8Array): Promise<void> {
  const zip = await openZip(bytes, importLimits)
  const parts: Record<string, string> = {}
  for (const name of zip.names) {
    const pieces: Uint8Array[] = []
    await zip.each(name, piece => pieces.push(piece))
    parts[name] = exampleWords.reduce(
      (text, word) => text.replaceAll(word, ''),
      Buffer.concat(pieces).toString(),
    )
  }
  const filled = zipOf(parts)
  const { records, mapping } = await readRecords(filled, 'template.xlsx', noun)
  const keys = nounFields[noun].fields.filter(({ kind }) => kind.is !== 'derived').map(({ key }) => key)
  expect(mapping.columns.map(({ field }) => field)).toEqual(keys)
  expect(mapping.columns.every(({ how }) => how === 'label')).toBe(true)
  expect(
    mapColumns(
      mapping.columns.map(({ column }) => column),
      noun,
    ).missing,
  ).toEqual([])
  const wrong = Object.entries(records[0] ?? {}).filter(
    ([, value]) => typeof value === 'object' && value !== null && 'wrong' in value,
  )
  expect(wrong).toEqual([])
  expect(records[0]).toHaveProperty('name')
}
