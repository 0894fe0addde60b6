import type { IsoDate } from '@/domain/calendar/date'

/**
 * What stands in a cell of a file, before anybody knows what it should be. `value` is plain decimal digits, at most 15
 * significant ones (what a spreadsheet holds); `unit` is the word that its format shows beside it ("USD", 万元). Of a
 * formula the value that was saved is taken, nothing is ever worked out: `formula` says so, `unsaved` that there is none.
 */
export type Raw =
  | { kind: 'text'; text: string; formula?: true }
  | { kind: 'number'; value: string; unit?: string; formula?: true }
  | { kind: 'date'; date: IsoDate; formula?: true }
  | { kind: 'boolean'; value: boolean; formula?: true }
  /** #REF!, #N/A and their like. */
  | { kind: 'error'; text: string; formula?: true }
  | { kind: 'unsaved'; formula: true }
  | null

/** `at` is the row's number in the file, from 1, as people count it. Empty rows are not there. */
export type Row = { at: number; cells: readonly Raw[]; hidden?: true }

/** Cells joined into one: rows as they are numbered (from 1), columns from 0. */
export type Merge = { top: number; bottom: number; left: number; right: number }

export type Sheet = {
  name: string
  hidden: boolean
  rows: readonly Row[]
  merges: readonly Merge[]
  /** Columns that are hidden, from 0. They are read all the same, and named. */
  hiddenColumns: readonly number[]
  /** How many cells hold a formula, and how many of them point into another file. */
  formulas: number
  external: number
}

export const encodings = ['utf-8', 'utf-16le', 'utf-16be', 'gb18030', 'big5', 'shift_jis', 'euc-kr'] as const
export type Encoding = (typeof encodings)[number]
/** How an encoding is written. */
export const encodingNames: Record<Encoding, string> = {
  'utf-8': 'UTF-8',
  'utf-16le': 'UTF-16 LE',
  'utf-16be': 'UTF-16 BE',
  gb18030: 'GB18030',
  big5: 'Big5',
  shift_jis: 'Shift_JIS',
  'euc-kr': 'EUC-KR',
}
export const delimiters = [',', ';', '\t', '，'] as const
export type Delimiter = (typeof delimiters)[number]

/** A file that was read. `guessed`: its encoding is no certainty but what fits its words best; the reader is told. */
export type SheetFile =
  | { kind: 'xlsx'; sheets: readonly Sheet[] }
  | { kind: 'csv'; sheets: readonly Sheet[]; encoding: Encoding; guessed: boolean; delimiter: Delimiter }

/** The most that is read of a file; beyond it the file is refused, never cut. */
export type Limits = {
  /** Of the file itself. */
  bytes: number
  /** Of what is unpacked from it. */
  unpacked: number
  sheets: number
  /** Rows with something in them, of one sheet: 20,000 of data, and titles and notes. */
  rows: number
  /** The rightmost column with something in it. */
  columns: number
  /** Cells with something in them, of the whole file. */
  cells: number
  /** Characters of one cell: what a spreadsheet itself allows. */
  characters: number
}

export const importLimits: Limits = {
  bytes: 30_000_000,
  unpacked: 160_000_000,
  sheets: 60,
  rows: 20_200,
  columns: 256,
  cells: 1_500_000,
  characters: 32_767,
}
/** Rows of data of one import. */
export const MOST_ROWS = 20_000
