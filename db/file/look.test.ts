import { mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import ExcelJS from 'exceljs'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { bookStream, compoundOf } from '@/db/testing/compound'
import { officeParts, type ZipPart, zipOf } from '@/db/testing/zip'
import { lookAt } from './look'

let folder: string
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'zhaoshang-look-'))
})
afterAll(() => rm(folder, { recursive: true }))

async function look(name: string, bytes: Buffer | string) {
  const path = join(folder, 'it')
  await writeFile(path, bytes)
  return lookAt(path, name)
}
const cfb = (...names: string[]) =>
  compoundOf(Object.fromEntries(names.map(name => [name, Buffer.from('short')])))
const book = (...given: Parameters<typeof bookStream>) => compoundOf({ Workbook: bookStream(...given) })
const zip = (...parts: ZipPart[]) => zipOf(parts)
const docx = 'application/vnd.openxmlformats-officedocument.wordprocessingml.document'
const xlsx = 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet'

test.each<[string, string, Buffer | string, string]>([
  ['a Word document', '协议.docx', zipOf(officeParts('word')), docx],
  [
    'a deck',
    '推介.PPTX',
    zipOf(officeParts('ppt')),
    docx.replace('wordprocessingml.document', 'presentationml.presentation'),
  ],
  ['an OFD', '回单.ofd', zip({ name: 'OFD.xml' }, { name: 'Doc_0/Document.xml' }), 'application/ofd'],
  [
    'an open document',
    'a.odt',
    zip({ name: 'mimetype', data: 'application/vnd.oasis.opendocument.text' }),
    'application/vnd.oasis.opendocument.text',
  ],
  ['an old Word document', '合同.doc', cfb('WordDocument'), 'application/msword'],
  ['an old WPS sheet', '台账.et', book([0, 0]), 'application/vnd.ms-excel'],
  ['a larger one', '台账.xls', book([0, 0], { filler: 40 }), 'application/vnd.ms-excel'],
  ['one of Excel 95', 'old.xls', compoundOf({ Book: bookStream([0]) }), 'application/vnd.ms-excel'],
  [
    'an old deck that has none',
    '推介.ppt',
    compoundOf({
      'PowerPoint Document': Buffer.from(`ff${'020000040c000000'}${'0700000000000000'}02000000`, 'hex'),
    }),
    'application/vnd.ms-powerpoint',
  ],
  ['minutes', '纪要.txt', '会议纪要', 'text/plain'],
  ['a list', 'list.csv', 'a,b\n1,2', 'text/csv'],
])('%s is taken as what it is', async (_, name, bytes, media) => {
  expect(await look(name, bytes)).toEqual({ media, fileName: name })
})

test('a workbook of a real writer is one, and what has no ending gets the usual one', async () => {
  const book = new ExcelJS.Workbook()
  book.addWorksheet('表').addRow([1])
  const bytes = Buffer.from(await book.xlsx.writeBuffer())
  expect(await look('台账.xlsx', bytes)).toEqual({ media: xlsx, fileName: '台账.xlsx' })
  expect(await look('台账', bytes)).toEqual({ media: xlsx, fileName: '台账.xlsx' })
  expect(await look('台账.pdf', bytes)).toEqual({ fault: 'lies', found: 'XLSX' })
})

test.each<[string, string, Buffer | string, object]>([
  ['a program under the name of a PDF', '批复.pdf', 'MZ\x90\0', { fault: 'program' }],
  [
    'a picture under the name of a PDF',
    '批复.pdf',
    Buffer.from([0xff, 0xd8, 0xff, 0xe0]),
    { fault: 'lies', found: 'JPG' },
  ],
  ['text under the name of a document', '协议.docx', 'hello', { fault: 'lies', found: 'TXT' }],
  ['a program by its ending', 'a.pdf.exe', '%PDF-1.7', { fault: 'program' }],
  ['a drawing with a script', 'map.svg', '<svg onload="alert(1)"/>', { fault: 'markup' }],
  ['the same under another name', 'map.png', '<svg onload="alert(1)"/>', { fault: 'markup' }],
  ['a page as text', 'notes.txt', '<!doctype html><script>', { fault: 'markup' }],
  [
    'a document with macros',
    'a.docx',
    zip(...officeParts('word'), { name: 'word/vbaProject.bin' }),
    { fault: 'macro' },
  ],
  [
    'a workbook that says so',
    'a.xlsx',
    zip({ name: '[Content_Types].xml', data: 'sheet.macroEnabled.main' }, { name: 'xl/w.xml' }),
    { fault: 'macro' },
  ],
  ['a macro file by its ending', 'a.xlsm', zipOf(officeParts('xl')), { fault: 'macro' }],
  ['an old document with macros', 'a.doc', cfb('WordDocument', '_VBA_PROJECT'), { fault: 'macro' }],
  ['macros of Excel 4.0', 'a.xls', book([0, 1]), { fault: 'macro' }],
  ['the same in a larger one', 'a.xls', book([0, 0, 1], { filler: 40 }), { fault: 'macro' }],
  ['the same, told as a sheet', 'a.xls', book([0, 1], { says: [0, 0] }), { fault: 'macro' }],
  [
    'the same under a name in capitals',
    'a.xls',
    compoundOf({ WORKBOOK: bookStream([1]) }),
    { fault: 'macro' },
  ],
  [
    'the same within a document',
    'a.doc',
    compoundOf({ WordDocument: Buffer.from('x'), Workbook: bookStream([1]) }),
    { fault: 'macro' },
  ],
  [
    'an old deck with macros',
    'a.ppt',
    compoundOf({
      'PowerPoint Document': Buffer.from(`ff${'020000040c000000'}${'0700000001000000'}02000000`, 'hex'),
    }),
    { fault: 'macro' },
  ],
  ['modules of Excel 5', 'a.xls', compoundOf({ Book: bookStream([0, 6]) }), { fault: 'macro' }],
  ['sheets that are not where they should be', 'a.xls', book([0], { off: 4 }), { fault: 'broken' }],
  ['an old workbook with a password', 'a.xls', book([0], { closed: true }), { fault: 'locked' }],
  ['an old workbook cut off', 'a.xls', book([0]).subarray(0, 700), { fault: 'broken' }],
  ['a document with a password', 'a.docx', cfb('EncryptedPackage'), { fault: 'locked' }],
  [
    'a zip with a password',
    'a.docx',
    zip(...officeParts('word'), { name: 'word/x', locked: true }),
    { fault: 'locked' },
  ],
  ['an archive', 'a.docx', zip({ name: 'a.txt', data: 'x' }), { fault: 'archive' }],
  [
    'a Java program',
    'a.docx',
    zip({ name: 'META-INF/MANIFEST.MF' }, { name: 'A.class' }),
    { fault: 'program' },
  ],
  [
    'a bomb',
    'a.xlsx',
    zip(...officeParts('xl'), { name: 'xl/huge.xml', data: 'x', claims: 2 ** 31 }),
    { fault: 'bomb' },
  ],
  [
    'a smaller bomb',
    'a.xlsx',
    zip(...officeParts('xl'), { name: 'xl/big.xml', data: Buffer.alloc(120 * 1024 ** 2) }),
    { fault: 'bomb' },
  ],
  [
    'a part that is larger than it says',
    'a.xlsx',
    zip({ name: '[Content_Types].xml', data: 'x'.repeat(5000), claims: 10 }, { name: 'xl/w.xml' }),
    { fault: 'broken' },
  ],
  [
    'a part with a path out of the zip',
    'a.docx',
    zip(...officeParts('word'), { name: '../../etc/cron' }),
    { fault: 'broken' },
  ],
  ['half a document', 'a.docx', zipOf(officeParts('word')).subarray(0, 60), { fault: 'broken' }],
  ['an installer', 'a.doc', cfb('nothing known'), { fault: 'unknown' }],
])('%s is refused', async (_, name, bytes, fault) => {
  expect(await look(name, bytes)).toMatchObject(fault)
})

test('a table of contents of ten thousand and one parts is a bomb', async () => {
  const bytes = zipOf(officeParts('xl'))
  // how many there are, as the end of a zip tells it
  bytes.writeUInt16LE(10_001, bytes.length - 12)
  expect(await look('a.xlsx', bytes)).toEqual({ fault: 'bomb' })
})
