import type { MergeField } from './field'

/** A record by its columns, as the database gives it. */
export type Row = Readonly<Record<string, unknown>>

/** The values of a field, in the order of its columns. */
export function valuesOf(field: MergeField, row: Row): unknown[] {
  if (field.locale) return [(row.names as Row | null)?.[field.locale] ?? null]
  return field.columns.map(column => plain(row[column]))
}

export const sameValue = (field: MergeField, one: Row, other: Row): boolean =>
  told(field, valuesOf(field, one)) === told(field, valuesOf(field, other))

/** Nothing is stated: no value, or an empty list. */
export function isEmptyValue(field: MergeField, row: Row): boolean {
  const values = valuesOf(field, row)
  return values.every(
    value => value === null || value === '' || isNone(value) || (values.length > 1 && value === false),
  )
}

/** Two of these are the same when they read the same. */
export const told = (field: MergeField, values: unknown[]) => JSON.stringify(values.slice(0, field.by))

const isNone = (value: unknown) => Array.isArray(value) && value.length === 0
const plain = (value: unknown) => (typeof value === 'bigint' ? String(value) : (value ?? null))
