import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { chooseTable } from './find-table'
import { mapColumns } from './map-columns'
import { fieldOf, importNouns } from './noun'
import { importLimits } from './raw'
import { readCell } from './read-cell'
import { readSheets } from './read-sheets'
import { partsOf, zipOf } from './testing/zip'

const limits = { ...importLimits, unpacked: 2_000_000, cells: 20_000 }
const cell = (at: string, text: string) => `<c r="${at}" t="inlineStr"><is><t>${text}</t></is></c>`
const parts = partsOf({
  texts: ['<t>甲</t>', '<r><t>乙</t></r>'],
  styles:
    '<numFmts><numFmt numFmtId="170" formatCode="yyyy/m/d"/></numFmts><cellXfs><xf numFmtId="0"/><xf numFmtId="170"/></cellXfs>',
  sheets: [
    `<cols><col min="1" max="2" hidden="1"/></cols><sheetData><row r="1">${cell('A1', '项目名称')}${cell('B1', '企业')}${cell('C1', '签约日期')}${cell('D1', '总投资（万元）')}</row><row r="2"><c r="A2" t="s"><v>0</v></c><c r="B2" t="s"><v>1</v></c><c r="C2" s="1"><v>46086</v></c><c r="D2"><f>1+1</f><v>2</v></c></row></sheetData><mergeCells><mergeCell ref="A1:A2"/></mergeCells>`,
  ],
})
const sound = zipOf(parts)

/** From the bytes to the values: everything comes to an answer, and soon. */
async function survives(bytes: Uint8Array, name: string): Promise<void> {
  const started = performance.now()
  const file = await readSheets(bytes, name, limits)
  if (file.kind === 'refused') expect(file.reason).toMatch(/^sheet\.refused\./)
  else
    for (const noun of importNouns) {
      const table = chooseTable(file.value, noun)
      if (table.kind !== 'done') continue
      for (const { column, field: key } of mapColumns(table.value.columns, noun).columns) {
        const field = fieldOf(noun, key ?? '')
        if (field) for (const { cells } of table.value.rows) readCell(field, cells[column.at], column)
      }
    }
  expect(performance.now() - started).toBeLessThan(5_000)
}

const names = fc.constantFrom('a.xlsx', 'a.csv', 'a.txt', 'a.xls', 'a', '.', 'a.xlsm')

describe('whatever a file holds, it is read or refused', () => {
  it('random bytes', async () => {
    const begin = fc.constantFrom('', '504b0304', 'fffe', 'feff', 'efbbbf', 'd0cf11e0a1b11ae1', '3c3f786d6c')
    await fc.assert(
      fc.asyncProperty(fc.uint8Array({ maxLength: 2_000 }), begin, names, (bytes, head, name) =>
        survives(Buffer.concat([Buffer.from(head, 'hex'), bytes]), name),
      ),
      { numRuns: 200 },
    )
  }, 60_000)

  it('a workbook with bytes changed, cut off or put in', async () => {
    const change = fc.record({
      at: fc.nat(sound.length - 1),
      byte: fc.nat(255),
      cut: fc.nat(20),
      put: fc.uint8Array({ maxLength: 20 }),
    })
    await fc.assert(
      fc.asyncProperty(fc.array(change, { minLength: 1, maxLength: 8 }), async changes => {
        let bytes: Buffer = Buffer.from(sound)
        for (const { at, byte, cut, put } of changes) {
          if (cut > 15) bytes = Buffer.concat([bytes.subarray(0, at), put, bytes.subarray(at + cut - 15)])
          else bytes[at % bytes.length] = byte
        }
        await survives(bytes, 'a.xlsx')
      }),
      { numRuns: 200 },
    )
  }, 60_000)

  it('a sound package of parts that are not', async () => {
    const names = Object.keys(parts)
    const piece = fc.constantFrom(
      '<',
      '>',
      '"',
      '</c>',
      '<c',
      ' r="ZZZ9999999"',
      ' r="A0"',
      '<row r="-1">',
      '<v>1e999</v>',
      '<v>',
      '&#0;',
      '&lt;',
      '<![CDATA[',
      't="s"',
      's="99"',
      '-1',
      '99999999999999999999',
      '\u0000',
      '<mergeCell ref="A1:XFD1048576"/>',
      '<sheet name="x" r:id="s0"/>',
      '<rPh>',
      '</rPh>',
      '<numFmt numFmtId="1" formatCode="y;;;;[$-"/>',
    )
    const edit = fc.record({
      part: fc.nat(names.length - 1),
      at: fc.double({ min: 0, max: 1, noNaN: true }),
      cut: fc.nat(30),
      piece,
    })
    await fc.assert(
      fc.asyncProperty(fc.array(edit, { minLength: 1, maxLength: 6 }), async edits => {
        const changed = { ...parts }
        for (const { part, at, cut, piece } of edits) {
          const name = names[part] ?? ''
          const xml = String(changed[name])
          const from = Math.floor(at * xml.length)
          changed[name] = xml.slice(0, from) + piece + xml.slice(from + cut)
        }
        await survives(zipOf(changed), 'a.xlsx')
      }),
      { numRuns: 200 },
    )
  }, 60_000)

  it('lines of anything', async () => {
    const line = fc.array(
      fc.oneof(
        fc.string(),
        fc.constantFrom('项目名称', '企业', '总投资（万元）', '"', '=1', '2026.3.5', '1.16亿', '合计'),
      ),
      { maxLength: 8 },
    )
    await fc.assert(
      fc.asyncProperty(
        fc.array(line, { maxLength: 12 }),
        fc.constantFrom(',', ';', '\t', '，'),
        (lines, between) => survives(Buffer.from(lines.map(one => one.join(between)).join('\n')), 'a.csv'),
      ),
      { numRuns: 200 },
    )
  }, 60_000)
})
