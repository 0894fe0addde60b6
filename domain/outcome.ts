import type { core, ZodType } from 'zod'
import type { LookAlike } from '@/domain/duplicate/look-alike'

/** What is wrong per field. `reason` is a message key, `values` fill its placeholders. Paths are dotted. */
export type FieldErrors = Record<string, { reason: string; values?: Record<string, string | number> }>

/** A field that the next step lacks, and who may settle it (a role or a person's name). */
export type Missing = { field: string; who?: string }

/** The answer of every write. Expected failures are values; only bugs and outages are thrown. */
export type Outcome<T = void, C = unknown> =
  | { kind: 'done'; value: T }
  | { kind: 'invalid'; fields: FieldErrors; matches?: readonly LookAlike[] }
  | { kind: 'conflict'; theirs: C }
  | { kind: 'refused'; reason: string; values?: Record<string, unknown>; missing?: Missing[] }
  | { kind: 'gone' }

export type Done<T> = Extract<Outcome<T>, { kind: 'done' }>
export type Invalid = Extract<Outcome, { kind: 'invalid' }>
export type Conflict<C> = { kind: 'conflict'; theirs: C }
export type Refused = Extract<Outcome, { kind: 'refused' }>
export type Gone = Extract<Outcome, { kind: 'gone' }>

export function done(): Done<void>
export function done<T>(value: T): Done<T>
export function done<T>(value?: T): Done<T | undefined> {
  return { kind: 'done', value }
}

export function invalid(fields: FieldErrors): Invalid {
  return { kind: 'invalid', fields }
}

/** One field, one reason. */
export function invalidField(
  field: string,
  reason: string,
  values?: Record<string, string | number>,
): Invalid {
  return { kind: 'invalid', fields: { [field]: values ? { reason, values } : { reason } } }
}

/** `theirs`: what stands in the database now, for the two to be shown side by side. */
export function conflict<C>(theirs: C): Conflict<C> {
  return { kind: 'conflict', theirs }
}

export function refused(
  reason: string,
  more: { values?: Record<string, unknown>; missing?: Missing[] } = {},
): Refused {
  return { kind: 'refused', reason, ...more }
}

export function gone(): Gone {
  return { kind: 'gone' }
}

/**
 * Parses with a zod schema and answers as an outcome. An issue whose message is one of our keys (`text.bidi`) keeps
 * it, with `params.values` as placeholders; zod's own issues become `input.*` keys. The first issue of a field counts.
 */
export function parseInput<T>(schema: ZodType<T>, data: unknown): Done<T> | Invalid {
  const parsed = schema.safeParse(data, { reportInput: true })
  if (parsed.success) return done(parsed.data)
  const fields: FieldErrors = {}
  for (const issue of parsed.error.issues) {
    for (const [path, error] of errorsOf(issue)) fields[path] ??= error
  }
  return invalid(fields)
}

type FieldError = FieldErrors[string]

function errorsOf(issue: core.$ZodIssue): [string, FieldError][] {
  const path = issue.path.map(String).join('.')
  if (issue.code === 'unrecognized_keys') {
    return issue.keys.map(key => [path ? `${path}.${key}` : key, { reason: 'input.unknown_field' }])
  }
  return [[path, errorOf(issue)]]
}

const OUR_KEY = /^[a-z][a-z0-9_]*(\.[a-z0-9_]+)+$/

function errorOf(issue: core.$ZodIssue): FieldError {
  if (OUR_KEY.test(issue.message)) {
    const values = issue.code === 'custom' ? (issue.params?.values as FieldError['values']) : undefined
    return values ? { reason: issue.message, values } : { reason: issue.message }
  }
  switch (issue.code) {
    case 'invalid_type':
      return {
        reason: issue.input === undefined || issue.input === null ? 'input.required' : 'input.wrong_kind',
      }
    case 'too_big':
      return issue.origin === 'string'
        ? { reason: 'text.too_long', values: { max: String(issue.maximum) } }
        : { reason: 'input.too_big', values: { max: String(issue.maximum) } }
    case 'too_small':
      if (issue.origin === 'string') return { reason: 'text.required' }
      return { reason: 'input.too_small', values: { min: String(issue.minimum) } }
    case 'invalid_value':
      return { reason: 'input.not_offered' }
    default:
      return { reason: 'input.unreadable' }
  }
}
