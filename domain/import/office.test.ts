import { describe, expect, it } from 'vitest'
import { chineseSheets } from './testing/office'
import { otherSheets } from './testing/office-abroad'
import { readRecords } from './testing/record'

describe('a spreadsheet of an office is read cell by cell', () => {
  it.each([...chineseSheets, ...otherSheets])('$title', async sheet => {
    const { table, mapping, records } = await readRecords(await sheet.bytes(), sheet.name, sheet.noun)
    expect(records).toEqual(sheet.records)
    const skipped: Record<string, number> = {}
    for (const { why } of table.skipped) skipped[why] = (skipped[why] ?? 0) + 1
    expect(skipped).toEqual(sheet.skipped)
    const unknown = mapping.columns.filter(({ how }) => how === 'unknown').map(({ column }) => column.header)
    expect(unknown).toEqual(sheet.unknown ?? [])
    expect(mapping.problems).toEqual([])
  })
})
