import type { Tx } from '@/db/as'
import type { Typed } from '@/db/write/look-alike'
import type { LookAlikeNoun } from '@/domain/duplicate/look-alike'
import type { CellError, ImportMode, RowMatch, RowPlan } from '@/domain/import/batch'
import type { Said } from '@/domain/import/said'
import type { Money } from '@/domain/money/money'
import type { FieldErrors } from '@/domain/outcome'
import type { Permit } from '@/domain/policy/permit'
import type { Known, KnownTag } from './known'
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

/** What blocks, or warns: a record on file, or another row of the sheet. */
export type Match = RowMatch & { id: number }

/** What a person is told of a field that holds nothing up. */
export type Warning = FieldErrors[string] & { field: string; match?: Match }

export type Changes = Record<string, [string, string]>

/** What one row comes to. `work` is what is written; its kind is the noun's own. */
export type Planned<W> = {
  at: number
  plan: RowPlan
  errors: FieldErrors
  changes: Changes | null
  warnings: Warning[]
  number: string | null
  /** The record that it changes. */
  found: Stored | null
  /** Those that it will bear; null where the row does not say. */
  tags: TagChange | null
  matches: Match[]
  work: W | null
  ruling: SheetRow
  /** What ties it to other rows (`linksOf`); null when it was not looked at. */
  links: string[] | null
}

/** The tags of a record as they are and as they will be. */
export type TagChange = { before: readonly KnownTag[]; after: readonly KnownTag[] }

/** A row that is to be a record: what is wrong, what to write, and by what another of the same is found. */
export type Draft<W> = {
  errors: FieldErrors
  work: W | null
  typed: Typed
  /** The amount by which the same investor is told, and the day on which it was stated. */
  stated?: { money: Money | null; on: string }
  deskId?: number
  tags?: TagChange | null
  /** What the row says, and an import leaves as it is. */
  kept?: FieldErrors
}
export type Change<W> = Draft<W> & { changes: Changes; kept: FieldErrors }

export type Made = {
  at: number
  noun: LookAlikeNoun
  id: number
  version: number
  created: boolean
  before: Record<string, unknown> | null
}

/** A record on file, as far as every noun has it. */
export type Stored = { id: number; number: string; version: number }

export type Batch = {
  tx: Tx
  permit: Permit<ImportPermission>
  known: Known
  mode: ImportMode
  /** The fields that an empty cell of an update clears. */
  blanks: readonly string[]
  /** The next of the numbers that were reserved. */
  number: (letter: 'L' | 'C' | 'K' | 'D') => string
}

/** All that an import has to know of a noun. The rules are those of its own writes. */
export type ImportNoun<F extends Stored, N extends object, C> = {
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
