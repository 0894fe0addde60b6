import { chooseTable } from '../find-table'
import { type Mapping, mapColumns } from '../map-columns'
import { fieldOf, type ImportNoun } from '../noun'
import type { SheetFile } from '../raw'
import { type CellValue, readCell } from '../read-cell'
import { readSheets, type Said } from '../read-sheets'
import type { Table } from '../table'

export type ReadRecord = Record<string, CellValue | { wrong: string }>
export type ReadFile = { file: SheetFile; table: Table; mapping: Mapping; records: ReadRecord[] }

/** A file read from end to end; what is empty is left out of a record. A refusal is an error of the test. */
export async function readRecords(
  bytes: Uint8Array,
  name: string,
  noun: ImportNoun,
  said?: Said,
): Promise<ReadFile> {
  const file = await readSheets(bytes, name, undefined, said)
  if (file.kind !== 'done') throw new Error(`${file.reason} ${JSON.stringify(file.values)}`)
  const found = chooseTable(file.value, noun)
  if (found.kind !== 'done') throw new Error(`${found.reason} ${JSON.stringify(found.values)}`)
  const table = found.value
  const mapping = mapColumns(table.columns, noun)
  const records = table.rows.map(({ cells }) => {
    const record: ReadRecord = {}
    for (const { column, field: key } of mapping.columns) {
      const field = key === null ? undefined : fieldOf(noun, key)
      if (!field) continue
      const read = readCell(field, cells[column.at], column, { year: table.year })
      if (!read.ok) record[field.key] = { wrong: read.reason }
      else if (read.value !== null) record[field.key] = together(record[field.key], read.value)
    }
    return record
  })
  return { file: file.value, table, mapping, records }
}

/** Several columns of one field: phones after each other, notes below each other. */
function together(before: ReadRecord[string] | undefined, value: CellValue): CellValue {
  if (Array.isArray(before) && Array.isArray(value)) return [...before, ...value]
  return typeof before === 'string' && typeof value === 'string' ? `${before}\n${value}` : value
}
