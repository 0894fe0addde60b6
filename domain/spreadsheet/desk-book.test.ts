import ExcelJS from 'exceljs'
import { expect, test } from 'vitest'
import { cny, text } from './cell'
import type { DeskBook } from './desk'
import { deskStream } from './desk-book'

type Row = { name: string; desk: string; cny: bigint | null; stated: boolean }
const rows: Row[] = [
  { name: '甲', desk: '内资部', cny: 11_600_000_000n, stated: true },
  { name: '乙', desk: '日韩部/一', cny: null, stated: false },
  { name: '丙', desk: '日韩部/一', cny: null, stated: true },
  { name: '丁', desk: '日韩部/一', cny: 400_000_000n, stated: true },
]
const named = ['内资部', '日韩部/一', '欧美部']
const bookOf = (desks = named, failing = false): DeskBook<Row> => ({
  cover: {
    sheet: '汇总',
    about: ['招商项目', '筛选：—'],
    desk: '部门',
    count: '数量',
    total: '合计',
    none: '没有',
  },
  measures: [
    {
      key: 'cny',
      label: '总投资',
      notStated: '未填',
      withoutRate: '无汇率',
      amount: ({ stated, cny }) => ({ stated, cny }),
    },
  ],
  desks: desks.map(name => ({
    name,
    book: async () => ({
      name: '招商项目',
      locale: 'zh-Hans',
      about: ['招商项目', name],
      columns: [
        { key: 'name', header: '名称', cell: row => text(row.name) },
        { key: 'cny', header: '总投资', unit: '万元', cell: row => cny(row.cny, 'zh-Hans') },
      ],
      rows: (async function* () {
        yield rows.filter(({ desk }) => desk === name)
        if (failing) throw new Error('connection lost')
      })(),
      now: new Date(0),
    }),
  })),
  locale: 'zh-Hans',
  now: new Date('2026-07-01T00:00:00Z'),
})

async function opened(stream: ReadableStream<Uint8Array>) {
  const workbook = new ExcelJS.Workbook()
  await workbook.xlsx.load(await new Response(stream).arrayBuffer())
  return workbook
}
const line = (sheet: ExcelJS.Worksheet | undefined, row: number) =>
  (sheet?.getRow(row).values as ExcelJS.CellValue[])
    .slice(1)
    .map(value => (value && typeof value === 'object' && 'result' in value ? value.result : value))

test('the cover stands first, a sheet for each desk that has rows follows, and the totals are those of the sheets', async () => {
  const ended: [number, boolean][] = []
  const workbook = await opened(deskStream(bookOf(), async (...how) => void ended.push(how)))
  expect(workbook.worksheets.map(({ name }) => name)).toEqual(['汇总', '内资部', '日韩部 一'])
  const [cover, domestic, japan] = workbook.worksheets
  expect(line(cover, 4)).toEqual(['部门', '数量', '总投资（万元）', '未填', '无汇率'])
  expect(line(cover, 5)).toEqual(['内资部', 1, 11_600, 0, 0])
  expect(line(cover, 6)).toEqual(['日韩部 一', 3, 400, 1, 1])
  expect(line(cover, 7)).toEqual(['合计', 4, 12_000, 1, 1])
  expect(cover?.getCell('C7').formula).toBe('SUM(C5:C6)')
  expect(cover?.getCell('A6').formula).toContain(`#'日韩部 一'!A1`)
  expect(line(domestic, 6)).toEqual(['合计', 11_600])
  expect(line(japan, 8)).toEqual(['合计', 400])
  expect(japan?.views[0]).toMatchObject({ state: 'frozen', ySplit: 4 })
  expect(japan?.autoFilter).toBe('A4:B7')
  expect(ended).toEqual([[4, false]])
})

test('nothing to list is a cover that says so; desks of one name have sheets of their own', async () => {
  const empty = await opened(deskStream(bookOf(['欧美部'])))
  expect(empty.worksheets.map(({ name }) => name)).toEqual(['汇总'])
  expect(line(empty.worksheets[0], 5)).toEqual(['没有', 0, 0, 0, 0])
  const twice = await opened(deskStream(bookOf(['内资部', '内资部', '汇总'])))
  expect(twice.worksheets.map(({ name }) => name)).toEqual(['汇总', '内资部', '内资部 2'])
})

test('it breaks off when the source fails, and says so', async () => {
  const ended: [number, boolean][] = []
  const stream = deskStream(bookOf(named, true), async (...how) => void ended.push(how))
  await expect(new Response(stream).arrayBuffer()).rejects.toThrow('connection lost')
  expect(ended).toEqual([[1, true]])
})
