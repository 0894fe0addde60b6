import { type FieldErrors, invalid } from '@/domain/outcome'
import { type MergeField, mergeFields } from './field'
import type { MergeNoun } from './merge'
import { isEmptyValue, type Row, sameValue, told, valuesOf } from './value'

/** Whose value of a field stands: the kept record's, the other's, or both together. */
export const sides = ['kept', 'other', 'both'] as const
export type Side = (typeof sides)[number]
export type Choices = Readonly<Record<string, Side>>

/** Values of a field's columns as JSON keeps them: whole numbers beyond a double's reach as text. */
export type Kept = Record<string, unknown[]>

const LONGEST_TEXT = 10_000
const MOST_ENTRIES = 8

/** What is chosen before anybody chooses: the kept record's value, unless only the other has one. */
export function presetOf(field: MergeField, kept: Row, other: Row): Side {
  return isEmptyValue(field, kept) && !isEmptyValue(field, other) ? 'other' : 'kept'
}

/** Whether both values can stand together: both are there, and differ. */
export const canBoth = (field: MergeField, kept: Row, other: Row): boolean =>
  field.both !== undefined &&
  !isEmptyValue(field, kept) &&
  !isEmptyValue(field, other) &&
  !sameValue(field, kept, other)

/**
 * The columns of the kept record that change by these choices, and what an undo needs of them: the values before and
 * after, by field. A field without a choice takes its preset. Invalid when two texts together are too long.
 */
export function choose(noun: MergeNoun, kept: Row, other: Row, choices: Choices) {
  const set: Record<string, unknown> = {}
  const before: Kept = {}
  const after: Kept = {}
  const faults: FieldErrors = {}
  for (const field of mergeFields[noun]) {
    const preset = presetOf(field, kept, other)
    const asked = choices[field.key] ?? preset
    const side = asked === 'both' && !canBoth(field, kept, other) ? preset : asked
    if (side === 'kept' || sameValue(field, kept, other)) continue
    const columns = side === 'other' ? columnsOf(field, other) : together(field, kept, other)
    const fault = faultOf(field, columns)
    if (fault) faults[field.key] = fault
    before[field.key] = valuesOf(field, kept)
    put(set, field, columns, kept)
    after[field.key] = valuesOf(field, { ...kept, ...set })
  }
  return Object.keys(faults).length > 0 ? invalid(faults) : { kind: 'chosen' as const, set, before, after }
}

/** The columns that go back to what stood before, and the fields that were changed since, which stay. */
export function putBack(noun: MergeNoun, now: Row, { before, after }: { before: Kept; after: Kept }) {
  const set: Record<string, unknown> = {}
  const back: string[] = []
  const stayed: string[] = []
  for (const field of mergeFields[noun]) {
    const [was, became] = [before[field.key], after[field.key]]
    if (!was || !became) continue
    if (told(field, valuesOf(field, now)) !== told(field, became)) {
      stayed.push(field.key)
      continue
    }
    back.push(field.key)
    put(
      set,
      field,
      field.locale ? was : was.map((value, index) => stored(field.columns[index] ?? '', value)),
      now,
    )
  }
  return { set, back, stayed }
}

function put(set: Record<string, unknown>, field: MergeField, values: unknown[], row: Row) {
  if (field.locale) {
    const names = {
      ...((set.names ?? row.names) as Record<string, unknown> | null),
      [field.locale]: values[0],
    }
    set.names = Object.fromEntries(Object.entries(names).filter(([, name]) => name !== null))
    return
  }
  for (const [index, column] of field.columns.entries()) set[column] = values[index]
}

const columnsOf = (field: MergeField, row: Row): unknown[] =>
  field.locale ? valuesOf(field, row) : field.columns.map(column => row[column] ?? null)

function together(field: MergeField, kept: Row, other: Row): unknown[] {
  const [mine, theirs] = [columnsOf(field, kept)[0], columnsOf(field, other)[0]]
  if (field.both === 'list') return [[...new Set([...(mine as string[]), ...(theirs as string[])])]]
  return [`${mine}\n\n${theirs}`]
}

function faultOf(field: MergeField, [value]: unknown[]): FieldErrors[string] | null {
  if (field.both === 'text' && String(value ?? '').length > LONGEST_TEXT)
    return { reason: 'text.too_long', values: { max: LONGEST_TEXT } }
  if (field.both === 'list' && Array.isArray(value) && value.length > MOST_ENTRIES)
    return { reason: 'contact.too_many_phones', values: { max: MOST_ENTRIES } }
  return null
}

/* Money is a bigint in the program and text in JSON. */
const stored = (column: string, value: unknown) =>
  /(Minor|Cny)$/.test(column) && value !== null ? BigInt(String(value)) : value
