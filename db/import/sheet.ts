import type { CountryEdits } from '@/domain/country/country'
import type { CellError, ImportColumn } from '@/domain/import/batch'
import { textOf } from '@/domain/import/cell-text'
import type { Field } from '@/domain/import/fields/field'
import { chooseTable } from '@/domain/import/find-table'
import { fieldOf, type ImportNoun } from '@/domain/import/noun'
import type { Row } from '@/domain/import/raw'
import { readCell } from '@/domain/import/read-cell'
import { readSheets } from '@/domain/import/read-sheets'
import { type Said, saidOf, together } from '@/domain/import/said'
import type { Table } from '@/domain/import/table'
import { type Done, done, type Refused } from '@/domain/outcome'

export type ReadFile = { sheets: string[]; table: Table | null }

/** The table of a file; null where several sheets hold one and a person has to choose. */
export async function readTable(
  bytes: Uint8Array | string,
  name: string,
  noun: ImportNoun,
  sheet?: string,
): Promise<Done<ReadFile> | Refused> {
  const file = await readSheets(bytes, name)
  if (file.kind !== 'done') return file
  const sheets = file.value.sheets.map(one => one.name)
  const table = chooseTable(file.value, noun, sheet)
  if (table.kind === 'done') return done({ sheets, table: table.value })
  return table.reason === 'sheet.refused.several_tables' ? done({ sheets, table: null }) : table
}

export type ReadRow = { at: number; said: Said; unread: CellError[]; cells: string[] }

/** A row's cells as its fields read them, each error with what stood there. */
export function readRow(
  row: Row,
  columns: readonly ImportColumn[],
  noun: ImportNoun,
  reading: { year: number | null; countries: CountryEdits },
): ReadRow {
  let said: Said = {}
  const unread: CellError[] = []
  for (const { at, header, unit, field: key } of columns) {
    const field: Field | undefined = key === null ? undefined : fieldOf(noun, key)
    if (!field) continue
    const read = readCell(field, row.cells[at], { unit }, reading)
    if (read.ok) said = together(said, saidOf(field, read.value))
    else {
      const { reason, values } = read
      unread.push({ field: field.key, column: header, value: textOf(row.cells[at]), reason, values })
    }
  }
  return { at: row.at, said, unread, cells: columns.map(({ at }) => textOf(row.cells[at])) }
}
