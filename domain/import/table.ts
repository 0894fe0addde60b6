import type { Row } from './raw'

/** A column of a table: where it stands (from 0), and what its head says. */
export type Column = {
  at: number
  /** The whole head, its parts from above to below with / between: 投资额 / 总投资(万元). */
  header: string
  parts: readonly string[]
  /** The unit of its numbers as it is written in the head, or above the table (单位：万元). */
  unit: string | null
  hidden: boolean
  /** It counts the rows: 序号. */
  serial: boolean
  /** The first few values, for people to see what the column holds. */
  samples: readonly string[]
}

export type SkippedWhy = 'title' | 'totals' | 'note' | 'section' | 'example' | 'repeated'

/** What was found in a sheet: the records, and everything that is not one, so that nothing is passed over unseen. */
export type Table = {
  sheet: string
  /** The rows that the heads stand in. */
  head: { first: number; last: number }
  columns: readonly Column[]
  /** The rows of records. Words and days of cells joined downwards stand in each of them; numbers only in the first. */
  rows: readonly Row[]
  skipped: readonly { at: number; why: SkippedWhy; text: string }[]
  /** The year that the title names: of dates that have none. */
  year: number | null
}
