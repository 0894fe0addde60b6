import type { CountryEdits } from '@/domain/country/country'
import type { CellError, EncodingHow, ImportColumn } from '@/domain/import/batch'
import { textOf } from '@/domain/import/cell-text'
import type { Field } from '@/domain/import/fields/field'
import { chooseTable } from '@/domain/import/find-table'
import { fieldOf, type ImportNoun } from '@/domain/import/noun'
import type { Encoding, Row, SheetFile } from '@/domain/import/raw'
import { readCell } from '@/domain/import/read-cell'
import { readSheets } from '@/domain/import/read-sheets'
import { type Said, saidOf, together } from '@/domain/import/said'
import type { Table } from '@/domain/import/table'
import { type Done, done, type Refused } from '@/domain/outcome'

export type ReadFile = {
  sheets: string[]
  table: Table | null
  encoding: Encoding | null
  encodingHow: EncodingHow | null
  /** Cells whose formula points into another file: what was saved of it is taken. */
  linked: number
}

/** The table of a file; null where several sheets hold one, or its encoding is not clear, and a person has to choose. */
export async function readTable(
  bytes: Uint8Array,
  name: string,
  noun: ImportNoun,
  { sheet, encoding }: { sheet?: string | null; encoding?: Encoding | null } = {},
): Promise<Done<ReadFile> | Refused> {
  const file = await readSheets(bytes, name, undefined, { encoding: encoding ?? undefined })
  if (file.kind !== 'done')
    return file.reason === 'sheet.refused.encoding_unknown'
      ? done({ sheets: [], table: null, encoding: null, encodingHow: 'open', linked: 0 })
      : file
  const known = encodingOf(file.value, Boolean(encoding))
  const sheets = file.value.sheets.map(one => one.name)
  const table = chooseTable(file.value, noun, sheet ?? undefined)
  if (table.kind === 'done') {
    const linked = file.value.sheets.find(({ name }) => name === table.value.sheet)?.external ?? 0
    return done({ sheets, table: table.value, ...known, linked })
  }
  if (table.reason === 'sheet.refused.several_tables') return done({ sheets, table: null, ...known })
  // no head among words that were guessed at: more likely they are others
  if (table.reason === 'sheet.refused.no_table' && known.encodingHow === 'guessed')
    return done({ sheets, table: null, ...known, encodingHow: 'open' })
  return table
}

function encodingOf(file: SheetFile, said: boolean): Pick<ReadFile, 'encoding' | 'encodingHow' | 'linked'> {
  if (file.kind === 'xlsx') return { encoding: null, encodingHow: null, linked: 0 }
  return {
    linked: 0,
    encoding: file.encoding,
    encodingHow: said ? 'said' : file.guessed ? 'guessed' : 'sure',
  }
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
