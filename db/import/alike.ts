import { inArray, sql } from 'drizzle-orm'
import type { Tx } from '@/db/as'
import { breathing } from '@/db/breathe'
import { companies, contacts } from '@/db/schema/company'
import { deals } from '@/db/schema/deal'
import { leads } from '@/db/schema/lead'
import { meet } from '@/db/write/duplicate'
import { reachKeys, type Typed } from '@/db/write/look-alike'
import type { LookAlikeNoun } from '@/domain/duplicate/look-alike'
import { exactKeys } from '@/domain/name/likeness'
import type { Batch, Match } from './row'

type Asked = { at: number; typed: Typed }
type Found = Omit<Match, 'key' | 'number'> & { at: number }

/** So many rows are asked for at once. */
const AT_ONCE = 500

/** By what a row is compared, all of which blocks: its names without form and case, its code, its phones and e-mail. */
export function keysOf(typed: Typed): string[] {
  const { exact, code, reach } = comparedBy(typed)
  return [...exact, ...(code ? [`x:${code}`] : []), ...reach]
}

type Compared = { exact: string[]; reach: string[]; code: string | null }
const compared = new WeakMap<Typed, Compared>()

/** Once for each row, though it is asked several times: names take long to read. */
function comparedBy(typed: Typed): Compared {
  const known = compared.get(typed)
  if (known) return known
  const keys = {
    exact: exactKeys(typed.names ?? []),
    reach: reachKeys(typed),
    code: typed.creditCode ?? null,
  }
  compared.set(typed, keys)
  return keys
}

export const howOf = (key: string): Match['how'] =>
  (({ n: 'name', x: 'credit_code', t: 'phone', e: 'email' }) as const)[key.charAt(0) as 'n' | 'x' | 't' | 'e']

/** What on file blocks these rows, by row: a few statements for all of them. */
export async function matchesOf(
  batch: Batch,
  noun: LookAlikeNoun,
  rows: readonly Asked[],
): Promise<Map<number, Match[]>> {
  const { tx } = batch
  const all = new Map<number, Match[]>()
  for (let from = 0; from < rows.length; from += AT_ONCE) {
    const found = await foundFor(tx, noun, rows.slice(from, from + AT_ONCE))
    const numbers = await numbersOf(tx, found)
    for (const { at, ...match } of found) {
      const number = numbers.get(`${match.noun}:${match.id}`) ?? null
      const key = number ? `${match.noun}:${number}` : ''
      const own = all.get(at) ?? []
      if (!own.some(other => other.noun === match.noun && other.id === match.id))
        own.push({ ...match, key, number })
      all.set(at, own)
    }
  }
  return all
}

/**
 * Of those beyond one's sight this person learns the name, the desk and the officer, and it is logged and counted, as at
 * a form. True when the hour's are used up: then nothing is told.
 */
export async function meetHidden({ tx, permit }: Batch, matches: Map<number, Match[]>): Promise<boolean> {
  const hidden = [...matches.values()]
    .flat()
    .filter(match => match.number === null && match.row === undefined)
  if (hidden.length === 0) return false
  const unique = [...new Map(hidden.map(match => [`${match.noun}:${match.id}`, match])).values()]
  const met = await meet(
    tx,
    permit,
    unique.map(match => ({ ...match, since: '' })),
  )
  for (const match of hidden) {
    const at = unique.findIndex(one => one.noun === match.noun && one.id === match.id)
    match.key = met?.[at]?.key ?? ''
  }
  return met === null
}

async function foundFor(tx: Tx, noun: LookAlikeNoun, rows: readonly Asked[]): Promise<Found[]> {
  const asked: (Compared & { at: number; self: number | null })[] = []
  const turn = breathing()
  for (const { at, typed } of rows) {
    const { exact, reach, code } = comparedBy(typed)
    if (exact.length || reach.length || code) asked.push({ at, self: typed.self ?? null, exact, reach, code })
    await turn()
  }
  if (asked.length === 0) return []
  const found = await tx.execute<{
    at: number
    noun: LookAlikeNoun
    id: string
    how: Match['how']
    name: string
    desk_id: string | null
    officer_id: string | null
  }>(sql`select * from look_alikes_of_many(${noun}, ${JSON.stringify(asked)}::jsonb)`)
  return found.map(({ at, noun, id, how, name, desk_id, officer_id }) => ({
    at,
    noun,
    id: Number(id),
    how,
    name,
    deskId: desk_id === null ? null : Number(desk_id),
    officerId: officer_id === null ? null : Number(officer_id),
  }))
}

const tables = { company: companies, contact: contacts, lead: leads, deal: deals } as const

/** The numbers of those that this person sees. */
export async function numbersOf(
  tx: Tx,
  found: readonly Pick<Found, 'noun' | 'id'>[],
): Promise<Map<string, string>> {
  const numbers = new Map<string, string>()
  for (const noun of new Set(found.map(match => match.noun))) {
    const table = tables[noun]
    const ids = [...new Set(found.filter(match => match.noun === noun).map(({ id }) => id))]
    const seen = await tx
      .select({ id: table.id, number: table.number })
      .from(table)
      .where(inArray(table.id, ids))
    for (const { id, number } of seen) numbers.set(`${noun}:${id}`, number)
  }
  return numbers
}
