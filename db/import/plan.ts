import { breathing } from '@/db/breathe'
import { tagsOf } from '@/db/tag-links'
import type { FieldErrors } from '@/domain/outcome'
import type { Tag } from '@/domain/tag/tag'
import { matchesOf, meetHidden } from './alike'
import { bad, type Drafted, judge, linksOf, type Plan, rest } from './judge'
import type { Batch, Change, Draft, ImportNoun, Match, SheetRow, Stored, Warning } from './row'
import { namesOf, tagsSaid, withTags } from './tags'
import { warningsOf } from './warn'

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
  const warned = hold ? new Map<number, Warning[]>() : await warningsOf(batch, noun.noun, again, matches)
  const before = new Map<string, SheetRow>()
  const links = new Map<number, string[]>()
  const turn = breathing()
  for (const [at, one] of again.entries()) {
    const { at: row } = one.row
    const onFile = matches.get(row) ?? []
    const typed = drafts[at]?.draft.typed ?? one.draft.typed
    if (!hold) links.set(row, linksOf(noun.noun, one, typed, onFile))
    judge(batch, noun, one, { onFile, warned: warned.get(row) ?? [], before, tooMany }, plan)
    progress(at, again.length)
    await turn()
  }
  const wrong = (await noun.verify?.(batch, plan.updates)) ?? new Map<number, FieldErrors>()
  for (const { ruling } of plan.updates) {
    const errors = wrong.get(ruling.at)
    if (errors) plan.rest.push(bad(ruling, errors))
  }
  plan.updates = plan.updates.filter(({ at }) => !wrong.has(at))
  for (const row of [...plan.creates, ...plan.updates, ...plan.rest])
    row.links = links.get(row.at) ?? (row.ruling.said.number ? [`#${row.ruling.said.number}`] : null)
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
  const found = await foundWithTags(batch, noun, numbers, hold)
  const twice = new Map<string, number>()
  const drafts: Drafted<F, N, C>[] = []
  const turn = breathing()
  for (const row of rows) {
    await turn()
    const { number } = row.said
    const earlier = number && twice.get(number)
    if (row.ruling === 'skip') plan.rest.push(rest(row, 'skip'))
    else if (earlier)
      plan.rest.push(bad(row, { number: { reason: 'import.row.twice', values: { row: earlier } } }))
    else if (!number) drafts.push({ row, is: 'new', draft: created(batch, noun, row) })
    else {
      twice.set(number, row.at)
      const one = found.get(number)
      if (one) drafts.push({ row, is: 'stored', found: one, draft: changed(batch, noun, one, row) })
      else plan.rest.push(bad(row, { number: { reason: 'import.row.no_such_number' } }))
    }
  }
  return drafts
}

type Tagged<F> = F & { tagged: Tag[] }

async function foundWithTags<F extends Stored, N extends object, C>(
  batch: Batch,
  noun: ImportNoun<F, N, C>,
  numbers: readonly string[],
  hold: boolean,
): Promise<Map<string, Tagged<F>>> {
  const found = await noun.find(batch, numbers, hold)
  const ids = found.map(({ id }) => id)
  const tags = noun.noun === 'contact' ? new Map<number, Tag[]>() : await tagsOf(batch.tx, noun.noun, ids)
  return new Map(found.map(one => [one.number, { ...one, tagged: tags.get(one.id) ?? [] }]))
}

function created<N extends object>(
  batch: Batch,
  noun: { create: ImportNoun<never, N, never>['create'] },
  { said: { tags, ...said } }: SheetRow,
): Draft<N> {
  return withTags(noun.create(batch, said), tagsSaid(batch.known, tags, []))
}

/** An update reads the empty cells of a row as well, where they clear what is on file. */
function changed<F extends Stored, C>(
  batch: Batch,
  noun: { change: ImportNoun<F, never, C>['change'] },
  found: Tagged<F>,
  row: SheetRow,
): Change<C> {
  const empty = batch.blanks.filter(
    key => !(key in row.said) && !row.unread.some(({ field }) => field === key),
  )
  const { tags, ...said } = { ...Object.fromEntries(empty.map(key => [key, ''])), ...row.said }
  const draft = withTags(noun.change(batch, found, said), tagsSaid(batch.known, tags, found.tagged))
  const now = namesOf(draft.tags?.after ?? found.tagged)
  if (now !== namesOf(found.tagged)) draft.changes.tags = [namesOf(found.tagged), now]
  return draft
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
  const found = await foundWithTags(batch, noun, [...new Set(meant.values())], hold)
  const taken = new Set<string>()
  return drafts.map(one => {
    const number = meant.get(one.row.at)
    const record = number ? found.get(number) : undefined
    if (!record) return one
    const change = changed(batch, noun, record, one.row)
    if (taken.has(record.number))
      change.errors.number = { reason: 'import.row.same_twice', values: { number: record.number } }
    taken.add(record.number)
    matches.delete(one.row.at)
    return { row: one.row, is: 'stored', found: record, draft: change }
  })
}
