import type { FieldErrors } from '@/domain/outcome'
import { matchesOf, meetHidden } from './alike'
import { bad, type Drafted, judge, type Plan, rest, type Stored } from './judge'
import type { Batch, ImportNoun, Match, SheetRow } from './row'

/** After so many rows others have their turn: a page must not wait for a sheet. */
const BREATH = 100
const breathe = (at: number) =>
  at % BREATH === BREATH - 1 ? new Promise<void>(resolve => setImmediate(resolve)) : undefined

/**
 * What becomes of each row: read by the inputs of the noun's own forms, compared with what is on file and with the rows
 * before it. Writes nothing. `hold`: the records that are to be changed are held until the end of the transaction.
 */
export async function planRows<F extends Stored, N extends object, C>(
  batch: Batch,
  noun: ImportNoun<F, N, C>,
  rows: readonly SheetRow[],
  hold: boolean,
  progress: (done: number, total: number) => void = () => {},
): Promise<Plan<N, C>> {
  const plan: Plan<N, C> = { creates: [], updates: [], rest: [] }
  const drafts = await drafted(batch, noun, rows, hold, plan)
  const asked = drafts.map(({ row, draft }) => ({ at: row.at, typed: draft.typed }))
  const matches = await matchesOf(batch, noun.noun, asked)
  const again = await ruledSame(batch, noun, drafts, matches, hold)
  const tooMany = !hold && (await meetHidden(batch, matches))
  const before = new Map<string, SheetRow>()
  for (const [at, one] of again.entries()) {
    judge(batch, noun, one, { onFile: matches.get(one.row.at) ?? [], before, tooMany }, plan)
    progress(at, again.length)
    await breathe(at)
  }
  const wrong = (await noun.verify?.(batch, plan.updates)) ?? new Map<number, FieldErrors>()
  for (const { ruling } of plan.updates) {
    const errors = wrong.get(ruling.at)
    if (errors) plan.rest.push(bad(ruling, errors))
  }
  plan.updates = plan.updates.filter(({ at }) => !wrong.has(at))
  return plan
}

/** Rows by what they mean: a record by its number, or one that is to be. What says neither goes to the rest at once. */
async function drafted<F extends Stored, N extends object, C>(
  batch: Batch,
  noun: ImportNoun<F, N, C>,
  rows: readonly SheetRow[],
  hold: boolean,
  plan: Plan<N, C>,
): Promise<Drafted<F, N, C>[]> {
  const numbers = [...new Set(rows.flatMap(({ said }) => said.number ?? []))]
  const found = new Map((await noun.find(batch, numbers, hold)).map(one => [one.number, one]))
  const twice = new Map<string, number>()
  const drafts: Drafted<F, N, C>[] = []
  for (const [index, row] of rows.entries()) {
    await breathe(index)
    const { number } = row.said
    const earlier = number && twice.get(number)
    if (row.ruling === 'skip') plan.rest.push(rest(row, 'skip'))
    else if (earlier)
      plan.rest.push(bad(row, { number: { reason: 'import.row.twice', values: { row: earlier } } }))
    else if (!number) drafts.push({ row, is: 'new', draft: noun.create(batch, row.said) })
    else {
      twice.set(number, row.at)
      const one = found.get(number)
      if (one) drafts.push({ row, is: 'stored', found: one, draft: noun.change(batch, one, row.said) })
      else plan.rest.push(bad(row, { number: { reason: 'import.row.no_such_number' } }))
    }
  }
  return drafts
}

/** A row that a person took for a record of the same noun changes that one. */
async function ruledSame<F extends Stored, N extends object, C>(
  batch: Batch,
  noun: ImportNoun<F, N, C>,
  drafts: readonly Drafted<F, N, C>[],
  matches: Map<number, Match[]>,
  hold: boolean,
): Promise<Drafted<F, N, C>[]> {
  const meant = new Map<number, string>()
  for (const { row, is } of drafts) {
    const same = (matches.get(row.at) ?? []).find(match => match.noun === noun.noun && match.number !== null)
    if (is === 'new' && row.ruling === 'same' && same?.number) meant.set(row.at, same.number)
  }
  if (meant.size === 0) return [...drafts]
  const found = new Map(
    (await noun.find(batch, [...new Set(meant.values())], hold)).map(one => [one.number, one]),
  )
  const taken = new Set<string>()
  return drafts.map(one => {
    const number = meant.get(one.row.at)
    const record = number ? found.get(number) : undefined
    if (!record) return one
    const change = noun.change(batch, record, one.row.said)
    if (taken.has(record.number))
      change.errors.number = { reason: 'import.row.same_twice', values: { number: record.number } }
    taken.add(record.number)
    matches.delete(one.row.at)
    return { row: one.row, is: 'stored', found: record, draft: change }
  })
}
