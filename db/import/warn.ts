import { sql } from 'drizzle-orm'
import { ratesOn, valuedBy } from '@/db/rate'
import { meetSome } from '@/db/write/duplicate'
import type { LikenessKind, LookAlikeNoun } from '@/domain/duplicate/look-alike'
import { likeKeysOf, likenessOf, type ReadName, readNames } from '@/domain/name/likeness'
import { numbersOf } from './alike'
import type { Batch, Draft, Match, SheetRow, Warning } from './row'

type Asked = { row: SheetRow; draft: Draft<unknown> }
type Row = {
  at: number
  noun: LookAlikeNoun
  id: string
  how: LikenessKind
  name: string
  names: Record<string, string>
  desk_id: string | null
  officer_id: string | null
}
type Typed = {
  at: number
  self: number | null
  reads: ReadName[]
  company: number | null
  draft: Draft<unknown>
}

/** So many rows are asked for at once. */
const AT_ONCE = 200
/** More of one row would be read by nobody. */
const MOST = 5

/**
 * What looks like these rows and does not block them (domain.md §7): a similar name on file or further up in the sheet, the
 * same investor with industry and amount, a first contact of another desk. Of a row whose name is on file as it stands, or
 * that is ruled the same, its name is not asked again.
 */
export async function warningsOf(
  batch: Batch,
  noun: LookAlikeNoun,
  rows: readonly Asked[],
  matches: ReadonlyMap<number, readonly Match[]>,
): Promise<Map<number, Warning[]>> {
  const told = new Map<number, Warning[]>()
  if (noun === 'contact') return told
  const typed = rows.map(({ row, draft }) => typedOf(row, draft, matches.get(row.at) ?? []))
  const found: (Match & { at: number })[] = []
  for (let from = 0; from < typed.length; from += AT_ONCE) {
    found.push(...(await foundFor(batch, noun, typed.slice(from, from + AT_ONCE))))
    await new Promise<void>(resolve => setImmediate(resolve))
  }
  const field = noun === 'deal' ? 'company' : 'name'
  const tell = (at: number, warning: Warning) => void told.set(at, [...(told.get(at) ?? []), warning])
  const numbers = await numbersOf(batch.tx, found)
  const seen = found.map(match => ({ ...match, number: numbers.get(`${match.noun}:${match.id}`) ?? null }))
  const met = await meetSome(
    batch.tx,
    batch.permit,
    seen.map(match => ({ ...match, since: '' })),
  )
  for (const [index, { at, ...match }] of seen.entries())
    tell(
      at,
      met[index]
        ? { field, reason: `duplicate.how.${match.how}`, match }
        : { field, reason: 'duplicate.too_many' },
    )
  for (const { at, match } of inSheet(noun, typed))
    tell(at, { field, reason: 'duplicate.how.similar', match })
  return told
}

function typedOf(row: SheetRow, draft: Draft<unknown>, matches: readonly Match[]): Typed {
  const { names = [], self = null, companyId = null } = draft.typed
  const named = matches.some(({ how, noun }) => how === 'name' || noun === draft.typed.noun)
  const attached =
    row.ruling === 'same' ? matches.find(({ noun, number }) => noun === 'company' && number) : null
  const company = companyId ?? attached?.id ?? null
  return { at: row.at, self, reads: named || company ? [] : readNames(names), company, draft }
}

async function foundFor(batch: Batch, noun: LookAlikeNoun, typed: readonly Typed[]) {
  const rateOf = await ratesOn(
    batch.tx,
    typed.flatMap(({ draft: { stated } }) => (stated ? [stated] : [])),
  )
  const asked = typed.flatMap(({ at, self, reads, company, draft: { stated, typed } }) => {
    const cny = company && stated?.money ? valuedBy(rateOf, stated.money, stated.on).cny : null
    const like = likeKeysOf(reads)
    const industry = typed.industryId ?? null
    return like.length || company ? [{ at, self, like, company, industry, cny: cny?.toString() ?? null }] : []
  })
  if (asked.length === 0) return []
  const rows = await batch.tx.execute<Row>(
    sql`select * from alike_of_many(${noun}, ${JSON.stringify(asked)}::jsonb)`,
  )
  const mine = new Map(typed.map(one => [one.at, one]))
  const theirs = new Map<string, ReadName[]>()
  const counted = new Map<number, Set<string>>()
  return rows.flatMap(({ at, noun: other, id, how, name, names, desk_id, officer_id }) => {
    const key = `${other}:${id}`
    const own = counted.get(at) ?? new Set<string>()
    counted.set(at, own)
    const deskId = desk_id === null ? null : Number(desk_id)
    if (own.has(key) || own.size >= MOST) return []
    if (how === 'first_contact' && deskId === mine.get(at)?.draft.deskId) return []
    if (!theirs.has(key)) theirs.set(key, readNames([name, ...Object.values(names)]))
    if (how === 'similar' && likenessOf(mine.get(at)?.reads ?? [], theirs.get(key) ?? []) !== 'similar')
      return []
    own.add(key)
    const officerId = officer_id === null ? null : Number(officer_id)
    return [{ at, key, noun: other, id: Number(id), how, name, number: null, deskId, officerId }]
  })
}

/** Rows further up whose names are similar: found by what they have in common, then judged. */
function* inSheet(noun: LookAlikeNoun, typed: readonly Typed[]): Generator<{ at: number; match: Match }> {
  const before = new Map<string, Typed[]>()
  for (const one of typed) {
    if (one.self !== null || one.reads.length === 0) continue
    const keys = likeKeysOf(one.reads)
    const near = new Set(keys.flatMap(key => before.get(key) ?? []))
    const similar = [...near].find(other => likenessOf(one.reads, other.reads) === 'similar')
    if (similar)
      yield {
        at: one.at,
        match: {
          key: `row:${similar.at}`,
          noun,
          how: 'similar',
          id: 0,
          name: similar.draft.typed.names?.[0] ?? '',
          number: null,
          deskId: null,
          officerId: null,
          row: similar.at,
        },
      }
    for (const key of keys) {
      const known = before.get(key) ?? []
      if (known.length < MOST) before.set(key, [...known, one])
    }
  }
}
