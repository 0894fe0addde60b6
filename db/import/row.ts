import type { Tx } from '@/db/as'
import type { Typed } from '@/db/write/look-alike'
import type { LookAlikeNoun } from '@/domain/duplicate/look-alike'
import type { CellError, ImportMode, RowPlan } from '@/domain/import/batch'
import type { Said } from '@/domain/import/said'
import type { FieldErrors } from '@/domain/outcome'
import type { Permit } from '@/domain/policy/permit'
import type { Known } from './known'
import type { ImportPermission } from './permission'

/** A row of the sheet as it was read, and what a person has ruled on it. */
export type SheetRow = {
  at: number
  said: Said
  unread: readonly CellError[]
  /** `same`: it is the record that it looks like; `skip`: leave it out. */
  ruling: 'same' | 'skip' | null
  /** Why it is none of those that it looks like. */
  different: string | null
}

/** What blocks: a record on file, or another row of the sheet. */
export type Match = {
  key: string
  noun: LookAlikeNoun
  how: 'name' | 'credit_code' | 'phone' | 'email'
  id: number
  name: string
  number: string | null
  deskId: number | null
  officerId: number | null
  /** The row of the sheet that it is. */
  row?: number
}

export type Changes = Record<string, [string, string]>

/** What one row comes to. `work` is what is written; its kind is the noun's own. */
export type Planned<W> = {
  at: number
  plan: RowPlan
  errors: FieldErrors
  changes: Changes | null
  untouched: string[]
  number: string | null
  matches: Match[]
  work: W | null
  ruling: SheetRow
}

/** A row that is to be a record: what is wrong, what to write, and by what another of the same is found. */
export type Draft<W> = { errors: FieldErrors; work: W | null; typed: Typed }
export type Change<W> = Draft<W> & { changes: Changes; untouched: string[] }

export type Made = {
  at: number
  noun: LookAlikeNoun
  id: number
  version: number
  created: boolean
  before: Record<string, unknown> | null
}

export type Batch = {
  tx: Tx
  permit: Permit<ImportPermission>
  known: Known
  mode: ImportMode
  /** The next of the numbers that were reserved. */
  number: (letter: 'L' | 'C' | 'K' | 'D') => string
}

/** All that an import has to know of a noun. The rules are those of its own writes. */
export type ImportNoun<F extends { id: number; number: string; version: number }, N extends object, C> = {
  noun: LookAlikeNoun
  /** Records by their numbers, those that are there and not deleted; held until the end where they are to be changed. */
  find: (batch: Batch, numbers: readonly string[], hold: boolean) => Promise<F[]>
  /** True when this person may change it. */
  mayChange: (batch: Batch, found: F) => boolean
  create: (batch: Batch, said: Said) => Draft<N>
  change: (batch: Batch, found: F, said: Said) => Change<C>
  /** It is that record: used instead of making another. Only where the noun links such records. */
  attach?: (work: N, match: Match) => N
  /** What only the database can tell of changes, by row; rarely needed. */
  verify?: (batch: Batch, updates: readonly Planned<C>[]) => Promise<Map<number, FieldErrors>>
  insert: (batch: Batch, creates: readonly (Planned<N> & { work: N })[]) => Promise<Made[]>
  save: (batch: Batch, updates: readonly (Planned<C> & { work: C })[]) => Promise<Made[]>
}
