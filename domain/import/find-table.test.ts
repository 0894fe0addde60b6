import { describe, expect, it } from 'vitest'
import { chooseTable, findTable } from './find-table'
import { mapColumns, shapeOf } from './map-columns'
import type { ImportNoun } from './noun'
import type { Merge, Raw, Sheet } from './raw'
import { importLimits, MOST_ROWS } from './raw'

type Value = string | number | null
const raw = (value: Value): Raw =>
  value === null || value === ''
    ? null
    : typeof value === 'number'
      ? { kind: 'number', value: String(value) }
      : { kind: 'text', text: value }
const sheet = (lines: readonly (readonly Value[])[], more: Partial<Sheet> = {}): Sheet => ({
  name: 'Sheet1',
  hidden: false,
  rows: lines
    .map((line, at) => ({ at: at + 1, cells: line.map(raw) }))
    .filter(({ cells }) => cells.some(Boolean)),
  merges: [],
  hiddenColumns: [],
  formulas: 0,
  external: 0,
  ...more,
})
const found = (
  lines: readonly (readonly Value[])[],
  noun: ImportNoun = 'deal',
  more: Partial<Sheet> = {},
) => {
  const table = findTable(sheet(lines, more), noun)
  if (table.kind !== 'done') throw new Error(table.reason)
  return table.value
}
const fields = (lines: readonly (readonly Value[])[], noun: ImportNoun = 'deal', remembered = {}) =>
  mapColumns(found(lines, noun).columns, noun, remembered)
const head = ['项目名称', '企业名称', '国别', '总投资（万元）']

describe('the table of a sheet', () => {
  it('stands under the heads that name most fields, however many rows they take', () => {
    const grouped = found([
      ['2026年台账'],
      ['项目名称', '投资方', '', '投资额', '', '批准', ''],
      ['', '名称', '国别', '总投资', '外资', '日期', '文号'],
      ['', '', '', '（万元）', '（万美元）', '', ''],
      ['甲', '乙', '日本', 1, 2, '2026.3.5', '3号'],
    ])
    expect(grouped.head).toEqual({ first: 2, last: 4 })
    expect(grouped.year).toBe(2026)
    expect(
      mapColumns(grouped.columns, 'deal').columns.map(({ field, column }) => [field, column.unit]),
    ).toEqual([
      ['name', null],
      ['company', null],
      ['country', null],
      ['total', '万元'],
      ['foreign', '万美元'],
      ['approvalOn', null],
      ['approvalNumber', null],
    ])
  })

  it('takes what a person says about its heads', () => {
    const lines = [
      ['a', 'b'],
      ['x', 'y'],
      ['1', '2'],
    ]
    expect(findTable(sheet(lines), 'deal')).toMatchObject({ reason: 'sheet.refused.no_table' })
    expect(findTable(sheet(lines), 'deal', { first: 2, last: 2 })).toMatchObject({
      value: { head: { first: 2, last: 2 }, rows: [{ at: 3 }] },
    })
  })

  it('names everything that is no record, and takes no record for a total or a note', () => {
    const { rows, skipped } = found([
      head,
      ['甲', 'Total', '法国', 1],
      ['合计农业', '合计农业公司', '中国', 1],
      ['注塑件', '注塑公司', '中国', 1],
      head,
      ['乙', '乙公司', '中国', 2],
      ['', '共计3项', '', 4],
      ['本页小计', '', '', 4],
      ['二、外资项目'],
      ['', '说明：以上含续建'],
      ['制表：王芳', '', '审核：李强'],
      ['Example, not imported', 'x', '中国', 4],
    ])
    expect(rows.map(({ at }) => at)).toEqual([2, 3, 4, 6])
    expect(skipped.map(({ at, why }) => [at, why])).toEqual([
      [5, 'repeated'],
      [7, 'totals'],
      [8, 'totals'],
      [9, 'section'],
      [10, 'note'],
      [11, 'note'],
      [12, 'example'],
    ])
  })

  it('fills words and days down over joined cells, and leaves a number where it stands', () => {
    const merges: Merge[] = [0, 1, 3].map(left => ({ top: 2, bottom: 3, left, right: left }))
    const { rows } = found(
      [head, ['甲', '乙', '日本', 5], ['', '', '韩国', ''], ['丙', '丁', '中国', 6]],
      'deal',
      { merges },
    )
    expect(rows[1]?.cells.slice(0, 4)).toEqual([raw('甲'), raw('乙'), raw('韩国'), null])
    const vast = Array.from(
      { length: 5_000 },
      (): Merge => ({ top: 1, bottom: 1_048_576, left: 0, right: 255 }),
    )
    const started = performance.now()
    found([head, ['甲', '乙', '日本', 5]], 'deal', { merges: vast })
    expect(performance.now() - started).toBeLessThan(2_000)
  })

  it.each<[string, readonly (readonly Value[])[], string]>([
    [
      'no heads',
      [
        ['1', '2'],
        ['3', '4'],
      ],
      'no_table',
    ],
    ['heads without rows', [head], 'no_rows'],
    [
      'two tables below each other',
      [head, ['甲', '乙', '日本', 5], ['项目名称', '企业名称', '产业', '负责人'], ['丙', '丁', '食品', '王']],
      'two_tables',
    ],
    [
      'too many records',
      [head, ...Array.from({ length: MOST_ROWS + 1 }, () => ['甲', '乙', '日本', 5])],
      'too_many_rows',
    ],
  ])('is refused for %s', (_, lines, reason) => {
    expect(findTable(sheet(lines), 'deal')).toMatchObject({
      kind: 'refused',
      reason: `sheet.refused.${reason}`,
    })
  })

  it('of a file is the only one, or the one that is chosen', () => {
    const one = sheet([head, ['甲', '乙', '日本', 5]], { name: '内资' })
    const file = (sheets: Sheet[]) => ({ kind: 'xlsx' as const, sheets })
    expect(chooseTable(file([sheet([['说明']]), one]), 'deal')).toMatchObject({ value: { sheet: '内资' } })
    expect(chooseTable(file([one, { ...one, name: '旧', hidden: true }]), 'deal')).toMatchObject({
      value: { sheet: '内资' },
    })
    const two = file([one, { ...one, name: '外资' }])
    expect(chooseTable(two, 'deal')).toMatchObject({
      reason: 'sheet.refused.several_tables',
      values: { sheets: ['内资', '外资'] },
    })
    expect(chooseTable(two, 'deal', '外资')).toMatchObject({ value: { sheet: '外资' } })
    expect(chooseTable(two, 'deal', '别的')).toMatchObject({ reason: 'sheet.refused.no_such_sheet' })
    expect(importLimits.rows).toBeGreaterThan(MOST_ROWS)
  })
})

describe('the fields of its columns', () => {
  it('come by their usual names, and a near one gives way to a sure one', () => {
    const { columns, missing, problems } = fields([
      ['序号', '项目名称', '申报企业名称', '企业名称', '拟投资总额(亿元)', '神秘列', '天数'],
      [1, '甲', '乙', '丙', 5, 'x', 3],
    ])
    expect(columns.map(({ field, how }) => [field, how])).toEqual([
      [null, 'serial'],
      ['name', 'label'],
      [null, 'unknown'],
      ['company', 'alias'],
      ['total', 'near'],
      [null, 'unknown'],
      [null, 'derived'],
    ])
    expect(missing).toEqual(['country', 'industryId', 'source', 'deskId', 'officerId'])
    expect(problems).toEqual([])
  })

  it('must be settled where a column stands twice, or two mean one field', () => {
    const twice = fields([
      [...head, '国别'],
      ['甲', '乙', '日本', 5, '韩国'],
    ])
    expect(twice.problems).toEqual([
      { reason: 'sheet.column.twice', field: 'country', values: { columns: '国别 | 国别' } },
    ])
    const same = fields([
      [...head, '公司'],
      ['甲', '乙', '日本', 5, '丁'],
    ])
    expect(same.problems).toEqual([
      { reason: 'sheet.column.same_field', field: 'company', values: { columns: '企业名称 | 公司' } },
    ])
    const settled = fields(
      [
        [...head, '公司'],
        ['甲', '乙', '日本', 5, '丁'],
      ],
      'deal',
      { 公司: '' },
    )
    expect(settled.problems).toEqual([])
    expect(settled.columns.at(-1)).toMatchObject({ field: null, how: 'left' })
    const phones = fields(
      [
        ['姓名', '手机', '办公电话'],
        ['马文', '1', '2'],
      ],
      'contact',
    )
    expect(phones.problems).toEqual([])
    expect(phones.columns.map(({ field }) => field)).toEqual(['name', 'phones', 'phones'])
  })

  it('are remembered by what a person chose for sheets of this shape', () => {
    const lines = [
      ['项目名称', '企业名称', '神秘列'],
      ['甲', '乙', 'x'],
    ]
    expect(
      fields(lines, 'deal', { 神秘列: 'content', 企业名称: 'partner' }).columns.map(({ field, how }) => [
        field,
        how,
      ]),
    ).toEqual([
      ['name', 'label'],
      ['partner', 'remembered'],
      ['content', 'remembered'],
    ])
    expect(fields(lines, 'deal', { 神秘列: 'nonsense' }).columns[2]).toMatchObject({
      field: null,
      how: 'unknown',
    })
    const shape = (heads: string[], noun: ImportNoun = 'deal') =>
      shapeOf(found([heads, ['甲', '乙', 'x']], noun).columns, noun)
    expect(shape(['项目名称', '企业名称', '国别'])).toBe(shape(['企业名称', ' 國別', '项目名称']))
    expect(shape(['项目名称', '企业名称', '国别'])).not.toBe(shape(['项目名称', '企业名称', '备注']))
  })

  it('leave a ledger’s own numbers alone, and take ours', () => {
    const of = (number: string) =>
      fields([
        ['编号', ...head],
        [number, '甲', '乙', '日本', 5],
      ]).columns[0]
    expect(of('XM-12')).toMatchObject({ field: null, how: 'unknown' })
    expect(of('D-2026-0001')).toMatchObject({ field: 'number', how: 'label' })
    expect(of('1')).toMatchObject({ field: null, how: 'serial' })
  })
})
