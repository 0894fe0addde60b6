import { createHash } from 'node:crypto'
import { headKey, matchHead } from './head'
import { fieldOf, type ImportNoun, nounFields } from './noun'
import type { Column } from './table'
import { amountUnit } from './unit'

/**
 * How a column came to its field: `remembered` from the last file of this shape, `label` as our own files head it,
 * `alias` by a usual name, `near` by how its head ends; or to none: `unknown`, `serial`, `derived` (our files write it,
 * nobody reads it), `left` (a person said so), `twin` (the same amount in another currency stands beside it).
 */
export type MappedHow =
  | 'remembered'
  | 'label'
  | 'alias'
  | 'near'
  | 'unknown'
  | 'serial'
  | 'derived'
  | 'left'
  | 'twin'
export type Mapped = { column: Column; field: string | null; how: MappedHow; confidence: number }

/** `problems` must be settled by a person before anything is imported; `values.columns` are heads. */
export type Mapping = {
  columns: readonly Mapped[]
  /** Fields that a new record needs and no column holds. */
  missing: readonly string[]
  problems: readonly { reason: string; field: string; values: { columns: string } }[]
}

/** What a person chose, by the head of the column: a field's key, or '' for none. */
export type Remembered = Readonly<Record<string, string>>

const confidences: Partial<Record<MappedHow, number>> = { remembered: 1, label: 1, alias: 0.9, near: 0.6 }

/**
 * Which field each column holds. Problems: `sheet.column.twice` (the same head two times), `sheet.column.same_field`
 * (two heads that mean one field). Fields that may stand in several columns (phones, notes) take all of them.
 */
export function mapColumns(
  columns: readonly Column[],
  noun: ImportNoun,
  remembered: Remembered = {},
): Mapping {
  const mapped = withoutTwins(
    columns.map(column => mapOne(column, noun, remembered)),
    noun,
  )
  const taken = new Map<string, Mapped[]>()
  for (const one of mapped)
    if (one.field !== null) taken.set(one.field, [...(taken.get(one.field) ?? []), one])
  const problems = [...taken].flatMap(([field, by]) => {
    if (by.length < 2 || fieldOf(noun, field)?.many) return []
    const heads = by.map(({ column }) => column.header)
    const twice = new Set(heads.map(headKey)).size < heads.length
    const reason = twice ? 'sheet.column.twice' : 'sheet.column.same_field'
    return [{ reason, field, values: { columns: heads.join(' | ') } }]
  })
  const missing = nounFields[noun].fields.filter(({ key, required }) => required && !taken.has(key))
  return { columns: mapped, missing: missing.map(({ key }) => key), problems }
}

/** The shape of a sheet, under which what a person chose is kept: its heads, in any order. 64 hexadecimal digits. */
export function shapeOf(columns: readonly Column[], noun: ImportNoun): string {
  const heads = columns.map(({ header }) => headKey(header)).sort()
  return createHash('sha256')
    .update([noun, ...heads].join('\n'))
    .digest('hex')
}

function mapOne(column: Column, noun: ImportNoun, remembered: Remembered): Mapped {
  const none = (how: MappedHow): Mapped => ({ column, field: null, how, confidence: 0 })
  const chosen = remembered[column.header]
  if (chosen === '') return none('left')
  if (chosen !== undefined && fieldOf(noun, chosen))
    return { column, field: chosen, how: 'remembered', confidence: 1 }
  if (column.serial) return none('serial')
  const match = column.parts.length > 0 ? matchHead(column.parts, noun) : null
  if (!match) return none('unknown')
  const { field, how } = match
  if (field.kind.is === 'derived') return none('derived')
  if (field.kind.is === 'number' && !mayBeNumbers(column, field.kind.letter)) return none('unknown')
  return { column, field: field.key, how, confidence: confidences[how] ?? 0 }
}

/** A ledger's own numbers (项目编号 XM-12) are not ours. */
function mayBeNumbers({ samples }: Column, letter: string): boolean {
  return (
    samples.length === 0 || samples.some(text => new RegExp(`^${letter}-\\d{4}-\\d+$`, 'i').test(text.trim()))
  )
}

/**
 * Of two columns for one field the surer one holds it. Our own files have an amount twice, in its own currency and in
 * yuan: the first is what was stated.
 */
function withoutTwins(mapped: readonly Mapped[], noun: ImportNoun): readonly Mapped[] {
  return mapped.map(one => {
    const field = one.field === null ? undefined : fieldOf(noun, one.field)
    if (!field || field.many || one.how === 'remembered') return one
    const others = mapped.filter(other => other !== one && other.field === one.field)
    const isOwn = ({ column }: Mapped) => amountUnit(column.unit ?? '')?.is === 'own'
    if (field.kind.is === 'amount' && !isOwn(one) && others.some(isOwn))
      return { ...one, field: null, how: 'twin', confidence: 0 }
    if (others.some(other => other.confidence > one.confidence))
      return { ...one, field: null, how: 'unknown', confidence: 0 }
    return one
  })
}
