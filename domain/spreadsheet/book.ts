import type { Cell } from '@/domain/spreadsheet/cell'
import type { Column } from '@/domain/spreadsheet/column'
import type { Locale } from '@/domain/user/user'

/** A list to be written: `name` is the sheet's, `about` the lines above the header (.xlsx only; the first is the title). */
export type Book<T> = {
  name: string
  locale: Locale
  about: readonly string[]
  columns: readonly Column<T>[]
  rows: AsyncIterable<readonly T[]>
  /** One cell a column; asked for after the last row. Only .xlsx has a row of totals. */
  totals?: () => readonly Cell[]
  now: Date
}
