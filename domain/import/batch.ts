import type { LikenessKind, LookAlikeNoun } from '@/domain/duplicate/look-alike'

/** The nouns of an import (导入): the source for the tables' CHECKs, the inputs and the select boxes. */

/** What the rows of a file may do: only new records, only changes to those on file, or both. */
export const importModes = ['both', 'create', 'update'] as const
export type ImportMode = (typeof importModes)[number]

/** How a text file's encoding is known: beyond doubt, by its words, from a person; or it waits for one. */
export const encodingHows = ['sure', 'guessed', 'said', 'open'] as const
export type EncodingHow = (typeof encodingHows)[number]

export const importStates = [
  'uploaded',
  'checking',
  'checked',
  'applying',
  'applied',
  'undone',
  'discarded',
] as const
export type ImportState = (typeof importStates)[number]

/** What becomes of a row: `ask` waits for a person's ruling, `bad` has errors, `same` says nothing new. */
export const rowPlans = ['create', 'update', 'same', 'skip', 'ask', 'bad'] as const
export type RowPlan = (typeof rowPlans)[number]

/** `warned`: rows of any of these of which a person is told something. */
export type ImportCounts = Record<RowPlan, number> & { rows: number; warned?: number }
export const noCounts: ImportCounts = {
  rows: 0,
  create: 0,
  update: 0,
  same: 0,
  skip: 0,
  ask: 0,
  bad: 0,
  warned: 0,
}

/** What is wrong with a cell: `field` of the noun, the column's header as it stands there, what stands in it, why. */
export type CellError = {
  field: string
  column: string
  value: string
  reason: string
  values?: Record<string, string | number>
}

/** A record, or another row of the sheet, that looks like a row: of another desk's no more than the name, the desk and the officer. */
export type RowMatch = {
  key: string
  noun: LookAlikeNoun
  how: LikenessKind
  name: string
  number: string | null
  deskId: number | null
  officerId: number | null
  /** The row of the sheet that it is. */
  row?: number
}

/** What a person is told of a cell that holds nothing up: it looks like something, or the import leaves it as it is. */
export type CellWarning = CellError & { match?: RowMatch }

/** A column of the sheet: where it stands (from 0), its head and unit, the first few values, and the field that it is read as. */
export type ImportColumn = {
  at: number
  header: string
  unit: string | null
  samples: readonly string[]
  field: string | null
  how: string
}

/** The earliest day on which a record was first entered: before there were such zones there was nothing to enter. */
export const EARLIEST_CREATED = '1980-01-01'

/** An import is undone within this many days, once. What the undo needs is kept no longer. */
export const UNDO_DAYS = 30

/** What is taken at most: one file, its rows. */
export const IMPORT_LIMITS = { bytes: 30 * 1024 * 1024, rows: 20_000 } as const
