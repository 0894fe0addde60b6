import { unruled } from '@/domain/duplicate/look-alike'
import type { FieldErrors } from '@/domain/outcome'
import { howOf, keysOf } from './alike'
import type { Batch, Change, Draft, ImportNoun, Match, Planned, SheetRow, Stored, Warning } from './row'

export type Drafted<F, N, C> = { row: SheetRow } & (
  | { is: 'stored'; found: F; draft: Change<C> }
  | { is: 'new'; draft: Draft<N> }
)
export type Plan<N, C> = { creates: Planned<N>[]; updates: Planned<C>[]; rest: Planned<never>[] }

/** Puts a row where it belongs: by its errors, the mode, and what a person has ruled of what it looks like. */
export function judge<F extends Stored, N extends object, C>(
  batch: Batch,
  noun: ImportNoun<F, N, C>,
  one: Drafted<F, N, C>,
  seen: { onFile: Match[]; warned: Warning[]; before: Map<string, SheetRow>; tooMany: boolean },
  plan: Plan<N, C>,
) {
  const { row } = one
  const told = seen.tooMany && seen.onFile.some(match => match.number === null) ? [] : seen.onFile
  const matches = [
    ...told,
    ...(one.is === 'stored' ? [] : inSheet(noun.noun, row, one.draft.typed, seen.before)),
  ]
  const said = {
    number: one.is === 'stored' ? one.found.number : null,
    matches,
    warnings: [...seen.warned, ...keptOf(one.draft)],
  }
  const put = (how: 'skip' | 'ask' | 'same') =>
    void plan.rest.push({ ...rest(row, how), ...said, ...(how === 'skip' && { warnings: [] }) })
  if (
    batch.mode === (one.is === 'stored' ? 'create' : 'update') &&
    (one.is === 'stored' || matches.length === 0)
  )
    return put('skip')
  const errors = errorsOf(batch, noun, one, told !== seen.onFile)
  const { used, work } = attach(noun, one.is === 'new' ? one.draft.work : null, row, matches)
  // a code is one company's, whatever a person says
  const code = matches.find(match => match.how === 'credit_code' && !used.includes(match))
  if (code && row.different) errors.creditCode = takenBy(code)
  if (Object.keys(errors).length > 0) return void plan.rest.push({ ...bad(row, errors), ...said })
  if (open(row, matches, used)) return put('ask')
  if (one.is === 'stored') {
    const { changes } = one.draft
    const changed = {
      ...rest(row, 'update'),
      ...said,
      changes,
      found: one.found,
      tags: one.draft.tags ?? null,
    }
    if (Object.keys(changes).length === 0) return void plan.rest.push({ ...changed, plan: 'same' })
    return void plan.updates.push({ ...changed, work: one.draft.work })
  }
  if (batch.mode === 'update') return put('skip')
  for (const key of keysOf(one.draft.typed)) if (!seen.before.has(key)) seen.before.set(key, row)
  plan.creates.push({ ...rest(row, 'create'), ...said, tags: one.draft.tags ?? null, work })
}

const keptOf = ({ kept = {} }: Draft<unknown>): Warning[] =>
  Object.entries(kept).map(([field, why]) => ({ field, ...why }))

const takenBy = ({ number, row, name }: Match) => ({
  reason: 'company.credit_code_taken',
  values: { number: number ?? `#${row}`, name },
})

function errorsOf<F extends Stored, N extends object, C>(
  batch: Batch,
  noun: ImportNoun<F, N, C>,
  one: Drafted<F, N, C>,
  tooMany: boolean,
): FieldErrors {
  const errors: FieldErrors = { ...one.draft.errors }
  for (const { field, reason, values } of one.row.unread)
    errors[field] = values ? { reason, values } : { reason }
  if (tooMany) errors.name = { reason: 'duplicate.too_many' }
  if (one.is === 'stored' && !noun.mayChange(batch, one.found))
    errors.number = { reason: 'common.not_permitted' }
  return errors
}

/** Rows further up that are the same. Several deals of one company are what a ledger of deals is. */
function inSheet(
  noun: string,
  row: SheetRow,
  typed: Draft<never>['typed'],
  before: Map<string, SheetRow>,
): Match[] {
  if (noun === 'deal') return []
  const found = new Map<number, Match>()
  for (const key of keysOf(typed)) {
    const other = before.get(key)
    if (!other || found.has(other.at)) continue
    found.set(other.at, {
      key: `row:${other.at}`,
      noun: typed.noun,
      how: howOf(key),
      id: 0,
      name: other.said.name ?? '',
      number: null,
      deskId: null,
      officerId: null,
      row: other.at,
    })
  }
  return [...found.values()]
}

/**
 * What ties a row to others of its sheet: the record that it is or may be taken for, and what `inSheet` goes by. A ruling on
 * one changes nothing of a row that it is not tied to, however many rows lie between.
 */
export function linksOf<F extends Stored>(
  noun: string,
  one: { row: SheetRow } & ({ is: 'stored'; found: F } | { is: 'new' }),
  typed: Draft<never>['typed'],
  onFile: readonly Match[],
): string[] {
  const same = onFile.flatMap(match => (match.noun === noun && match.number !== null ? match.number : []))
  const numbers = [one.row.said.number ?? [], one.is === 'stored' ? one.found.number : [], same].flat()
  const keys = noun === 'deal' ? [] : keysOf(typed)
  return [...new Set([...numbers.map(number => `#${number}`), ...keys])]
}

/** What a person took for the same and the noun can link: its company, its contact. */
function attach<N extends object>(
  noun: { attach?: (work: N, match: Match) => N },
  work: N | null,
  row: SheetRow,
  matches: readonly Match[],
): { work: N | null; used: Match[] } {
  const used: Match[] = []
  if (row.ruling !== 'same' || !noun.attach || work === null) return { work, used }
  let linked: N = work
  for (const match of matches) {
    if (match.number === null || used.some(other => other.noun === match.noun)) continue
    linked = noun.attach(linked, match)
    used.push(match)
  }
  return { work: linked, used }
}

/** True while a person has not ruled on all that blocks: the same, or different with a reason. */
function open(row: SheetRow, matches: readonly Match[], used: readonly Match[]): boolean {
  const ruled = { ruled: matches.map(({ key }) => key), attach: used.map(({ key }) => key), asks: false }
  return unruled(matches, { ...ruled, different: row.different }).length > 0
}

export const rest = (row: SheetRow, plan: Planned<never>['plan']): Planned<never> => ({
  at: row.at,
  plan,
  errors: {},
  changes: null,
  warnings: [],
  number: null,
  found: null,
  tags: null,
  matches: [],
  work: null,
  ruling: row,
  links: null,
})
export const bad = (row: SheetRow, errors: FieldErrors): Planned<never> => ({ ...rest(row, 'bad'), errors })
