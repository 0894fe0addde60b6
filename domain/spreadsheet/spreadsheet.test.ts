import { parse } from 'csv-parse/sync'
import ExcelJS from 'exceljs'
import { describe, expect, it } from 'vitest'
import type { Book } from '@/domain/spreadsheet/book'
import { rowsBetweenPauses } from '@/domain/spreadsheet/byte-stream'
import {
  type Cell,
  cny,
  date,
  decimal,
  integer,
  moment,
  money,
  neutralise,
  text,
} from '@/domain/spreadsheet/cell'
import { type Column, displayWidth, headerOf, widthOf } from '@/domain/spreadsheet/column'
import { csvStream } from '@/domain/spreadsheet/csv'
import { xlsxStream } from '@/domain/spreadsheet/xlsx'

type Row = { name: string; total: bigint | null; started: string }
const rows: Row[] = [
  { name: '马氏 "食品", 威海', total: 11_600_000_000n, started: '2026-06-30' },
  { name: '=HYPERLINK("http://x")', total: 5_151_121_000n, started: '2026-01-01' },
  { name: '第一行\n第二行', total: null, started: '1999-12-31' },
]
const columns: Column<Row>[] = [
  { key: 'name', header: '项目名称', width: 30, cell: row => text(row.name) },
  { key: 'total', header: '总投资', unit: '万元', cell: row => cny(row.total, 'zh-Hans') },
  { key: 'usd', header: '外资', cell: () => money({ minor: 725_510_000n, currency: 'USD' }) },
  { key: 'days', header: '停留天数', cell: () => integer(1234) },
  { key: 'rate', header: '汇率', cell: () => decimal('7.10') },
  { key: 'started', header: '开工日期', cell: row => date(row.started) },
  { key: 'at', header: '更新时间', cell: () => moment(new Date('2026-06-30T16:30:59Z'), 'Asia/Shanghai') },
]
const book = (more: Partial<Book<Row>> = {}): Book<Row> => ({
  name: '招商项目: 2026/06',
  locale: 'zh-Hans',
  about: ['招商项目', '截至 2026-06-30'],
  columns,
  rows: batches(rows),
  totals: () => [text('合计'), cny(16_751_121_000n, 'zh-Hans'), null, null, null, null, null],
  now: new Date('2026-07-01T00:00:00Z'),
  ...more,
})

async function* batches<T>(of: T[], size = 2): AsyncGenerator<T[]> {
  for (let start = 0; start < of.length; start += size) yield of.slice(start, start + size)
}

async function bytesOf(stream: ReadableStream<Uint8Array>): Promise<Buffer> {
  return Buffer.from(await new Response(stream).arrayBuffer())
}

async function sheetOf(stream: ReadableStream<Uint8Array>): Promise<ExcelJS.Worksheet> {
  const workbook = new ExcelJS.Workbook()
  await workbook.xlsx.load((await bytesOf(stream)) as unknown as ArrayBuffer)
  const sheet = workbook.worksheets[0]
  if (!sheet) throw new Error('no sheet')
  return sheet
}

describe('neutralise', () => {
  it.each([
    '=1+1',
    '+86 138',
    '-5',
    '@SUM(A1)',
    '＝1',
    '＋1',
    '－1',
    '＠a',
    '\t=1',
    '\rx',
    '\nx',
    '  =1',
    '﹦1',
    "'=1",
    "''+1",
  ])('puts an apostrophe before %j', value => {
    expect(neutralise(value)).toBe(`'${value}`)
  })

  it.each(['马氏', '1+1', 'a=b', '', '(=1)', '5', '2026-06-30', '—'])('leaves %j alone', value => {
    expect(neutralise(value)).toBe(value)
  })
})

describe('headers and widths', () => {
  it('carry the unit as the language brackets it', () => {
    expect(headerOf({ header: '总投资', unit: '万元' }, 'zh-Hans')).toBe('总投资（万元）')
    expect(headerOf({ header: 'Total', unit: 'CNY million' }, 'en')).toBe('Total (CNY million)')
    expect(headerOf({ header: '총투자액', unit: '만 위안' }, 'ko')).toBe('총투자액 (만 위안)')
    expect(headerOf({ header: 'Name' }, 'en')).toBe('Name')
  })

  it('leave room for wide characters', () => {
    expect(displayWidth('ab招商한국ｱ')).toBe(11)
    expect(widthOf({ header: '总投资', unit: '万元' }, 'zh-Hans')).toBe(18)
    expect(widthOf({ header: 'Name', width: 200 }, 'en')).toBe(60)
  })
})

describe('a .csv file', () => {
  it('has BOM, CRLF, a header with units, and plain numbers and dates', async () => {
    const bytes = await bytesOf(csvStream(book()))
    expect([...bytes.subarray(0, 3)]).toEqual([0xef, 0xbb, 0xbf])
    const content = bytes.toString('utf8')
    expect(content.split('\r\n')[0]).toBe(
      '\ufeff项目名称,总投资（万元）,外资,停留天数,汇率,开工日期,更新时间',
    )
    expect(content.endsWith('\r\n')).toBe(true)
    expect(content).toContain('"第一行\n第二行",')
    const usual = ['7255100.00 USD', '1234', '7.10']
    expect(parse(bytes, { bom: true }).slice(1)).toEqual([
      ['马氏 "食品", 威海', '11600', ...usual, '2026-06-30', '2026-07-01 00:30'],
      [`'=HYPERLINK("http://x")`, '5151.121', ...usual, '2026-01-01', '2026-07-01 00:30'],
      ['第一行\n第二行', '', ...usual, '1999-12-31', '2026-07-01 00:30'],
    ])
  })

  it('keeps a negative number a number and neutralises the same as text', async () => {
    const pair: Column<Row>[] = [
      { key: 'a', header: 'a', cell: () => decimal('-5') },
      { key: 'b', header: 'b', cell: () => text('-5') },
      { key: 'c', header: '=c', cell: () => integer(-5n) },
    ]
    const content = (await bytesOf(csvStream(book({ columns: pair })))).toString()
    expect(content.split('\r\n').slice(0, 2)).toEqual(["\ufeffa,b,'=c", "-5,'-5,-5"])
  })

  it('is a header alone when there is nothing', async () => {
    expect(parse(await bytesOf(csvStream(book({ rows: batches<Row>([]) }))), { bom: true })).toHaveLength(1)
  })
})

describe('an .xlsx file', () => {
  it('has its title, a frozen header with a filter over the rows, and totals below', async () => {
    const sheet = await sheetOf(xlsxStream(book()))
    expect(sheet.name).toBe('招商项目  2026 06')
    expect([sheet.getCell('A1').value, sheet.getCell('A2').value]).toEqual(['招商项目', '截至 2026-06-30'])
    expect(sheet.getRow(4).values).toEqual([undefined, ...columns.map(column => headerOf(column, 'zh-Hans'))])
    expect(sheet.views[0]).toMatchObject({ state: 'frozen', ySplit: 4 })
    expect(sheet.autoFilter).toBe('A4:G7')
    expect(sheet.getRow(8).getCell(1).value).toBe('合计')
    expect(sheet.getRow(8).getCell(2).value).toBe(16751.121)
    expect(sheet.getRow(8).getCell(2).font?.bold).toBe(true)
    expect(sheet.rowCount).toBe(8)
    expect(sheet.getColumn(1).width).toBe(30)
  })

  it('holds real numbers and dates, each with its format', async () => {
    const row = (await sheetOf(xlsxStream(book()))).getRow(5)
    const cells = [2, 3, 4, 5, 6, 7].map(at => [row.getCell(at).value, row.getCell(at).numFmt])
    expect(cells).toEqual([
      [11600, '#,##0'],
      [7255100, '#,##0.00 "USD"'],
      [1234, '#,##0'],
      [7.1, '#,##0.00'],
      [new Date('2026-06-30T00:00:00Z'), 'yyyy-mm-dd'],
      [new Date('2026-07-01T00:30:00Z'), 'yyyy-mm-dd hh:mm'],
    ])
  })

  it('neutralises text, keeps its lines, and leaves the unknown empty', async () => {
    const sheet = await sheetOf(xlsxStream(book()))
    expect(sheet.getCell('A6').value).toBe(`'=HYPERLINK("http://x")`)
    expect(sheet.getCell('B6').value).toBe(5151.121)
    expect(sheet.getCell('A7').value).toBe('第一行\n第二行')
    expect(sheet.getCell('B7').value).toBeNull()
  })

  it('says the same date wherever the server runs', async () => {
    const before = process.env.TZ
    try {
      for (const zone of ['America/Los_Angeles', 'Asia/Shanghai', 'Pacific/Kiritimati', 'UTC']) {
        process.env.TZ = zone
        const summer = new Intl.DateTimeFormat().resolvedOptions().timeZone
        expect(summer).toBe(zone)
        const started = (await sheetOf(xlsxStream(book()))).getCell('F5').value as Date
        expect(started.toISOString(), zone).toBe('2026-06-30T00:00:00.000Z')
        expect((await bytesOf(csvStream(book()))).toString()).toContain('2026-06-30')
      }
    } finally {
      if (before === undefined) delete process.env.TZ
      else process.env.TZ = before
    }
  })

  it('is whole when there is nothing to list', async () => {
    const sheet = await sheetOf(xlsxStream(book({ rows: batches<Row>([]), about: [], totals: undefined })))
    expect([sheet.rowCount, sheet.autoFilter]).toEqual([1, 'A1:G1'])
  })
})

describe('a long list', () => {
  const long = 20_000
  const watched = () => {
    const watch = { asked: 0, sinceTurn: 0, mostInTurn: 0, closed: false }
    const wide: Column<number>[] = Array.from({ length: 4 }, (_, at) => ({
      key: `c${at}`,
      header: `c${at}`,
      // Poorly compressible, so that what waits is not squeezed into nothing.
      cell: (row): Cell =>
        text(`${Math.sin(row * 31 + at)}${Math.cos(row * 17 + at)}${Math.tan(row * 13 + at)}`),
    }))
    const first = wide[0] as Column<number>
    const counting = { ...first, cell: (row: number) => first.cell((count(watch), row)) }
    const source = async function* () {
      try {
        for (; watch.asked < long; watch.asked += 500)
          yield Array.from({ length: 500 }, (_, at) => watch.asked + at)
      } finally {
        watch.closed = true
      }
    }
    const now = new Date('2026-07-01T00:00:00Z')
    const columns = [counting, ...wide.slice(1)]
    return {
      watch,
      book: { name: 'long', locale: 'en', about: [], columns, rows: source(), now } as Book<number>,
    }
  }
  const count = (watch: { sinceTurn: number; mostInTurn: number }) => {
    watch.sinceTurn += 1
    watch.mostInTurn = Math.max(watch.mostInTurn, watch.sinceTurn)
  }
  const turn = () => new Promise<void>(resolve => setImmediate(resolve))
  const kinds = [
    ['csv', csvStream],
    ['xlsx', xlsxStream],
  ] as const

  it.each(kinds)('as .%s arrives whole', { timeout: 60_000 }, async (kind, write) => {
    const bytes = await bytesOf(write(watched().book))
    if (kind === 'csv') expect(parse(bytes, { bom: true })).toHaveLength(long + 1)
    else
      expect(
        (await sheetOf(new Response(new Uint8Array(bytes)).body as ReadableStream<Uint8Array>)).rowCount,
      ).toBe(long + 1)
  })

  it.each(kinds)(
    'as .%s is read only as fast as the client takes it, and no further once it left',
    async (_, write) => {
      const { watch, book } = watched()
      const reader = write(book).getReader()
      while (watch.asked === 0) await reader.read()
      for (let turns = 0; turns < 10_000; turns += 1) await turn()
      expect(watch.closed).toBe(false)
      expect(watch.asked).toBeLessThan(long / 2)
      const stopped = watch.asked
      await reader.cancel()
      for (let turns = 0; turns < 100; turns += 1) await turn()
      expect(watch.closed).toBe(true)
      expect(watch.asked).toBeLessThanOrEqual(stopped + 500)
    },
  )

  it.each(kinds)('as .%s breaks off when the source fails, instead of looking complete', async (_, write) => {
    const failing = watched().book
    failing.rows = (async function* () {
      yield [1, 2, 3]
      throw new Error('connection lost')
    })()
    await expect(bytesOf(write(failing))).rejects.toThrow('connection lost')
  })

  it.each(kinds)(
    'as .%s lets others have their turn every few rows',
    { timeout: 60_000 },
    async (_, write) => {
      const { watch, book } = watched()
      let running = true
      const others = (async () => {
        for (; running; await turn()) watch.sinceTurn = 0
      })()
      await bytesOf(write(book))
      running = false
      await others
      expect(watch.mostInTurn).toBeLessThanOrEqual(2 * rowsBetweenPauses)
      expect(watch.mostInTurn).toBeGreaterThanOrEqual(rowsBetweenPauses)
    },
  )
})
