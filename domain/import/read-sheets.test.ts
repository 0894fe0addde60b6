import { describe, expect, it } from 'vitest'
import { encodingNamed, readings } from './encoding'
import { encodings, importLimits, type Limits, type SheetFile } from './raw'
import { readSheets, type Said } from './read-sheets'
import { encode } from './testing/encode'
import { bookOf, partsOf, zipOf } from './testing/zip'

const cell = (at: string, text: string) => `<c r="${at}" t="inlineStr"><is><t>${text}</t></is></c>`
const row = (at: number, ...cells: string[]) => `<row r="${at}">${cells.join('')}</row>`
const data = (...rows: string[]) => `<sheetData>${rows.join('')}</sheetData>`
const small = bookOf({ sheets: [data(row(1, cell('A1', '项目名称')))] })
const limits = (some: Partial<Limits>): Limits => ({ ...importLimits, ...some })

const reasonOf = async (bytes: Uint8Array, name: string, some: Partial<Limits> = {}, said?: Said) => {
  const read = await readSheets(bytes, name, limits(some), said)
  return read.kind === 'refused' ? read.reason.replace('sheet.refused.', '') : 'read'
}
const fileOf = async (bytes: Uint8Array, name: string, said?: Said): Promise<SheetFile> => {
  const read = await readSheets(bytes, name, importLimits, said)
  if (read.kind !== 'done') throw new Error(read.reason)
  return read.value
}
const withPart = (more: Record<string, string>) => zipOf({ ...partsOf({ sheets: [data()] }), ...more })
const ole = (text = '') =>
  Buffer.concat([Buffer.from('d0cf11e0a1b11ae1', 'hex'), Buffer.alloc(512), Buffer.from(text, 'utf16le')])

describe('a file that is refused', () => {
  it.each<[string, string, Uint8Array, string]>([
    ['nothing in it', 'a.xlsx', new Uint8Array(), 'empty'],
    ['a password', 'a.xlsx', ole('EncryptedPackage'), 'encrypted'],
    ['the old format', 'a.xls', ole('Workbook'), 'old_format'],
    ['the old format under a new name', 'a.xlsx', ole('Workbook'), 'old_format'],
    ['macros, by its ending', 'a.xlsm', small, 'macro'],
    ['macros, by a part', 'a.xlsx', withPart({ 'xl/vbaProject.bin': 'x' }), 'macro'],
    [
      'macros, by its types',
      'a.xlsx',
      withPart({
        '[Content_Types].xml':
          '<Types><Override ContentType="application/vnd.ms-excel.sheet.macroEnabled.main+xml"/></Types>',
      }),
      'macro',
    ],
    ['macros of very old', 'a.xlsx', withPart({ 'xl/macrosheets/sheet1.xml': '<x/>' }), 'macro'],
    ['a binary workbook', 'a.xlsx', withPart({ 'xl/workbook.bin': 'x' }), 'binary_workbook'],
    ['a document', 'a.xlsx', withPart({ 'word/document.xml': '<x/>' }), 'not_a_sheet'],
    ['a document by its own name', 'a.docx', withPart({ 'word/document.xml': '<x/>' }), 'not_a_sheet'],
    ['any zip', 'a.xlsx', zipOf({ 'a.txt': 'hello' }), 'not_a_sheet'],
    ['a picture', 'a.xlsx', Buffer.from('89504e470d0a1a0a0000', 'hex'), 'not_a_sheet'],
    ['a paper', 'a.csv', Buffer.from('%PDF-1.7\n'), 'not_a_sheet'],
    ['lines with noughts far below', 'a.csv', Buffer.from(`${'a,b\n'.repeat(2_000)}1,\0`), 'not_a_sheet'],
    ['a program', 'a.csv', Buffer.from([1, 2, 3, 4, 5, 6, 7, 8, 9]), 'not_a_sheet'],
    [
      'a page under the name of a sheet',
      'a.xls',
      Buffer.from('<html><table><tr><td>1</td></tr></table>'),
      'web_page',
    ],
    ['a page as lines', 'a.csv', Buffer.from('\n<!DOCTYPE html><html>'), 'web_page'],
    ['a workbook as lines', 'a.csv', small, 'ending'],
    ['lines as a workbook', 'a.xlsx', Buffer.from('a,b\n1,2'), 'ending'],
    ['a workbook without an ending', 'book', small, 'ending'],
    ['half of it', 'a.xlsx', small.subarray(0, small.length / 2), 'damaged'],
    ['XML that is none', 'a.xlsx', bookOf({ sheets: ['<sheetData><row></sheetData>'] }), 'damaged'],
    [
      'a text that is not there',
      'a.xlsx',
      bookOf({ sheets: [data(row(1, '<c t="s"><v>7</v></c>'))] }),
      'damaged',
    ],
    [
      'entities of its own making',
      'a.xlsx',
      zipOf({
        ...partsOf({ sheets: [data()] }),
        'xl/worksheets/sheet1.xml':
          '<!DOCTYPE x [<!ENTITY a "aaaa"><!ENTITY b "&a;&a;">]><worksheet><sheetData><row><c t="str"><v>&b;</v></c></row></sheetData></worksheet>',
      }),
      'damaged',
    ],
    [
      'paths that lead outside',
      'a.xlsx',
      zipOf({ ...partsOf({ sheets: [data()] }), '../../etc/passwd': 'x' }),
      'damaged',
    ],
    [
      'a part that holds more than it says',
      'a.xlsx',
      zipOf(partsOf({ sheets: [data(' '.repeat(100_000))] }), (name, real) =>
        name.includes('sheet1') ? 100 : real,
      ),
      'damaged',
    ],
    ['a quotation that never ends', 'a.csv', Buffer.from('a,b\n"1,2\n'), 'quotes'],
  ])('for %s', async (_, name, bytes, reason) => {
    expect(await reasonOf(bytes, name)).toBe(reason)
  })

  it('for being larger than its bounds, and never cut', async () => {
    const many = (count: number) =>
      bookOf({
        sheets: [
          data(
            ...Array.from({ length: count }, (_, at) =>
              row(at + 1, cell(`A${at + 1}`, 'x'), cell(`B${at + 1}`, 'y')),
            ),
          ),
        ],
      })
    expect(await reasonOf(many(10), 'a.xlsx', { bytes: 100 })).toBe('too_large')
    expect(await reasonOf(many(10), 'a.xlsx', { rows: 10 })).toBe('read')
    expect(await reasonOf(many(11), 'a.xlsx', { rows: 10 })).toBe('too_many_rows')
    expect(await reasonOf(many(11), 'a.xlsx', { cells: 20 })).toBe('too_many_cells')
    expect(await reasonOf(many(2), 'a.xlsx', { columns: 1 })).toBe('too_many_columns')
    expect(await reasonOf(bookOf({ sheets: [data(), data(), data()] }), 'a.xlsx', { sheets: 2 })).toBe(
      'too_many_sheets',
    )
    expect(
      await reasonOf(bookOf({ sheets: [data(row(1, cell('A1', 'x'.repeat(101))))] }), 'a.xlsx', {
        characters: 100,
      }),
    ).toBe('cell_too_long')
    expect(
      await reasonOf(
        bookOf({
          texts: [`<t>${'x'.repeat(101)}</t>`],
          sheets: [data(row(1, '<c r="A1" t="s"><v>0</v></c>'))],
        }),
        'a.xlsx',
        { characters: 100 },
      ),
    ).toBe('cell_too_long')
    const lines = Buffer.from(Array.from({ length: 11 }, () => 'x,y').join('\n'))
    expect(await reasonOf(lines, 'a.csv', { rows: 10 })).toBe('too_many_rows')
    expect(await reasonOf(lines, 'a.csv', { columns: 1 })).toBe('too_many_columns')
    expect(await reasonOf(lines, 'a.csv', { cells: 20 })).toBe('too_many_cells')
    expect(await reasonOf(Buffer.from(`a,${'x'.repeat(101)}`), 'a.csv', { characters: 100 })).toBe(
      'cell_too_long',
    )
  })

  it('for a head of 500 columns', async () => {
    const heads = Array.from({ length: 500 }, (_, at) => `<c t="inlineStr"><is><t>列${at}</t></is></c>`)
    const read = await readSheets(bookOf({ sheets: [data(row(1, ...heads))] }), 'a.xlsx')
    expect(read).toMatchObject({
      kind: 'refused',
      reason: 'sheet.refused.too_many_columns',
      values: { max: 256, cell: 'IW1' },
    })
  })

  it('for what it would unpack to: by what it says, and by what comes out', async () => {
    const bomb = bookOf({ sheets: [data(row(1, cell('A1', 'x'))) + ' '.repeat(3_000_000)] })
    expect(bomb.length).toBeLessThan(20_000)
    expect(await reasonOf(bomb, 'a.xlsx', { unpacked: 1_000_000 })).toBe('unpacks_too_large')
    const said = zipOf(partsOf({ sheets: [data()] }), (name, real) =>
      name.includes('sheet1') ? 4_000_000_000 : real,
    )
    expect(await reasonOf(said, 'a.xlsx')).toBe('unpacks_too_large')
    expect(await reasonOf(bookOf({ sheets: [`<x y="${'z'.repeat(3_000_000)}"/>`] }), 'a.xlsx')).toBe(
      'damaged',
    )
  })
})

describe('a workbook', () => {
  const styles = `<numFmts><numFmt numFmtId="164" formatCode="yyyy&quot;年&quot;m&quot;月&quot;d&quot;日&quot;"/><numFmt numFmtId="165" formatCode="#,##0.00 &quot;USD&quot;"/><numFmt numFmtId="166" formatCode="0.0&quot;万元&quot;"/><numFmt numFmtId="167" formatCode="[h]:mm:ss"/></numFmts><cellXfs>${[0, 14, 164, 165, 166, 167, 31].map(id => `<xf numFmtId="${id}"/>`).join('')}</cellXfs>`
  const number = (value: string, style = 0) => `<c s="${style}"><v>${value}</v></c>`

  it('has its values as they stand', async () => {
    const file = await fileOf(
      bookOf({
        styles,
        texts: [
          '<t>甲</t>',
          '<r><t>乙</t></r><r><t xml:space="preserve"> 丙</t></r><rPh sb="0" eb="1"><t>よみ</t></rPh>',
          '<t>a_x000D_b_x0041_</t>',
          '<t>_x0000__xD800_</t>',
        ],
        sheets: [
          data(
            row(
              1,
              ...[0, 1, 2, 3].map(at => `<c t="s"><v>${at}</v></c>`),
              '<c t="b"><v>1</v></c>',
              '<c t="e"><v>#REF!</v></c>',
              '<c t="str"><v></v></c>',
            ),
            row(
              3,
              number('5151.1210000000001'),
              number('1.5E-3'),
              number('-7'),
              number('914403001922038216'),
              number('abc'),
            ),
            row(
              4,
              number('46086', 1),
              number('46086.75', 2),
              number('3500000', 3),
              number('1.16', 4),
              number('1.5', 5),
              number('60', 1),
              number('46086', 6),
            ),
            row(
              5,
              '<c><f>SUM(A1)</f><v>3</v></c>',
              '<c t="str"><f>[1]Sheet1!A1</f><v>外</v></c>',
              '<c><f>NOW()</f></c>',
              '<c t="d"><v>2026-03-05T00:00:00</v></c>',
            ),
          ),
        ],
      }),
      'a.xlsx',
    )
    const [sheet] = file.sheets
    expect(sheet?.rows).toEqual([
      {
        at: 1,
        cells: [
          { kind: 'text', text: '甲' },
          { kind: 'text', text: '乙 丙' },
          { kind: 'text', text: 'a\rbA' },
          { kind: 'text', text: '_x0000__xD800_' },
          { kind: 'boolean', value: true },
          { kind: 'error', text: '#REF!' },
        ],
      },
      {
        at: 3,
        cells: ['5151.121', '0.0015', '-7', '914403001922038000']
          .map(value => ({ kind: 'number', value }))
          .concat({ kind: 'error', text: 'abc' } as never),
      },
      {
        at: 4,
        cells: [
          { kind: 'date', date: '2026-03-05' },
          { kind: 'date', date: '2026-03-05' },
          { kind: 'number', value: '3500000', unit: 'USD' },
          { kind: 'number', value: '1.16', unit: '万元' },
          { kind: 'number', value: '1.5' },
          { kind: 'number', value: '60' },
          { kind: 'date', date: '2026-03-05' },
        ],
      },
      {
        at: 5,
        cells: [
          { kind: 'number', value: '3', formula: true },
          { kind: 'text', text: '外', formula: true },
          { kind: 'unsaved', formula: true },
          { kind: 'text', text: '2026-03-05' },
        ],
      },
    ])
    expect(sheet).toMatchObject({ formulas: 3, external: 1 })
  })

  it('counts its days from 1904 where it says so', async () => {
    const read = async (date1904: boolean) =>
      (await fileOf(bookOf({ styles, date1904, sheets: [data(row(1, number('44624', 1)))] }), 'a.xlsx'))
        .sheets[0]?.rows[0]?.cells[0]
    expect(await read(true)).toEqual({ kind: 'date', date: '2026-03-05' })
    expect(await read(false)).toEqual({ kind: 'date', date: '2022-03-04' })
  })

  it('says what is hidden and joined, and is read whatever prefix its elements have', async () => {
    const inside = `<cols><col min="2" max="3" hidden="1"/></cols>${data(`<row r="2" hidden="1">${cell('B2', 'x')}</row>`)}<mergeCells><mergeCell ref="A1:C2"/></mergeCells>`
    const plain = partsOf({
      sheets: [inside, inside],
      names: ['明', '暗'],
      states: ['visible', 'veryHidden'],
    })
    const prefixed = Object.fromEntries(
      Object.entries(plain).map(([name, xml]) => [
        name,
        name.startsWith('xl/worksheets') ? String(xml).replace(/<(\/?)(?=[a-z])/gi, '<$1x:') : xml,
      ]),
    )
    for (const parts of [plain, prefixed]) {
      const { sheets } = await fileOf(zipOf(parts), 'a.xlsx')
      expect(sheets.map(({ name, hidden }) => [name, hidden])).toEqual([
        ['明', false],
        ['暗', true],
      ])
      expect(sheets[0]).toMatchObject({
        hiddenColumns: [1, 2],
        merges: [{ top: 1, bottom: 2, left: 0, right: 2 }],
        rows: [{ at: 2, hidden: true, cells: [null, { kind: 'text', text: 'x' }] }],
      })
    }
  })
})

describe('lines of text', () => {
  const office =
    '项目名称,企业名称,总投资（万元）,联系电话\n海洋装备产业园,威海远洋有限公司,11600,0631-5231234\n'
  const texts = {
    gb18030: office,
    big5: '項目名稱,企業名稱,總投資（萬元）\n海洋裝備產業園,威海遠洋有限公司,11600\n',
    shift_jis: '案件名,企業名,総投資額（百万円）\n自動車部品の工場,株式会社東海,1250\n',
    'euc-kr': '프로젝트명,투자기업,총투자액(억원)\n자동차 부품 공장,한국 주식회사,350\n',
  } as const

  it.each(Object.entries(texts))('are known to be in %s by their words', async (encoding, text) => {
    const bytes = encode(text, encoding as keyof typeof texts)
    const file = await fileOf(bytes, 'a.csv')
    expect(file).toMatchObject({ kind: 'csv', encoding, guessed: true, delimiter: ',' })
    expect(file.sheets[0]?.rows[1]?.cells[0]).toEqual({
      kind: 'text',
      text: text.split('\n')[1]?.split(',')[0],
    })
    expect(await reasonOf(bytes, 'a.csv', {}, { encoding: 'utf-8' })).toBe('encoding_wrong')
  })

  it.each(['utf-8', 'utf-16le', 'utf-16be'] as const)(
    'are known to be in %s for certain, with a mark and without',
    async encoding => {
      for (const mark of ['', '\ufeff']) {
        const file = await fileOf(encode(mark + office, encoding), 'a.csv')
        expect(file).toMatchObject({ encoding, guessed: false })
        expect(file.sheets[0]?.rows[0]?.cells[0]).toEqual({ kind: 'text', text: '项目名称' })
      }
    },
  )

  it('are known in UTF-16 without a mark, also by a character that ends in a nought', async () => {
    const text = 'no,name\n1,一期\n2,开发区\n'
    for (const encoding of ['utf-16le', 'utf-16be'] as const)
      expect(await fileOf(encode(text, encoding), 'a.csv')).toMatchObject({ encoding })
    // few of them are ASCII: what it is only a person knows
    const few = encode('项目名称企业名称总投资,开发区\n', 'utf-16le')
    expect(await reasonOf(few, 'a.csv')).not.toBe('read')
    expect(await reasonOf(few, 'a.csv', {}, { encoding: 'utf-16le' })).toBe('read')
  })

  it('are shown in each encoding as they begin, by lines that tell them apart', () => {
    const head = Buffer.concat([
      Buffer.from('id,no\n\n1,2\n'),
      encode(office, 'gb18030'),
      Buffer.from([0xb0]),
    ])
    const read = new Map(readings(head).map(({ encoding, lines }) => [encoding, lines]))
    expect([...read.keys()].sort()).toEqual([...encodings].sort())
    expect(read.get('utf-8')).toBeNull()
    expect(read.get('gb18030')).toEqual(office.trimEnd().split('\n'))
    expect(readings(Buffer.from('a,b\n1,2\n'))[0]).toEqual({ encoding: 'utf-8', lines: ['a,b', '1,2'] })
  })

  it.each([
    ['GBK', 'gb18030'],
    ['gb2312', 'gb18030'],
    ['UTF8', 'utf-8'],
    ['utf-16', 'utf-16le'],
    ['Big5', 'big5'],
    ['sjis', 'shift_jis'],
    ['EUC-KR', 'euc-kr'],
    ['iso-8859-5', null],
    ['ebcdic', null],
  ])('are called %s and read as %s', (word, encoding) => expect(encodingNamed(word)).toBe(encoding))

  it('are not guessed at where several would do: a person chooses', async () => {
    const few = Buffer.from([0xb0, 0xa1, 0xb0, 0xa2, 0x2c, 0x31])
    expect(await reasonOf(few, 'a.csv')).toBe('encoding_unknown')
    expect(await fileOf(few, 'a.csv', { encoding: 'euc-kr' })).toMatchObject({
      encoding: 'euc-kr',
      guessed: false,
    })
    expect(
      await reasonOf(Buffer.concat([encode(office, 'gb18030'), Buffer.from([0xff, 0xff])]), 'a.csv'),
    ).toBe('encoding_unknown')
  })

  it.each([
    [',', 'a,b,c\n1,"2,5",3\n'],
    [';', 'a;b;c\n1;2,5;3\n4;5,5;6\n'],
    ['\t', 'a\tb\tc\n1\t2\t3\n'],
    ['，', '甲，乙，丙\n1，2，3\n'],
    [';', 'sep=;\na;b;c\n1;2;3\n'],
    [',', '标题；一；二\n\na,b,c\n1,2,3\n4,5,6\n'],
  ])('are parted at %j', async (delimiter, text) => {
    const file = await fileOf(Buffer.from(text), 'a.txt')
    expect(file).toMatchObject({ delimiter })
    expect(file.sheets[0]?.rows.at(-1)?.cells).toHaveLength(3)
  })

  it('keep their numbers as people count lines, quotes and breaks within a value', async () => {
    const { sheets } = await fileOf(Buffer.from('a,b\r\n\r\n"x ""y""\nz",2\r\n,\r\n5" 管,4'), 'a.csv')
    expect(
      sheets[0]?.rows.map(({ at, cells }) => [
        at,
        ...cells.map(one => (one?.kind === 'text' ? one.text : one)),
      ]),
    ).toEqual([
      [1, 'a', 'b'],
      [3, 'x "y"\nz', '2'],
      [5, '5" 管', '4'],
    ])
  })
})
