import { sql } from 'drizzle-orm'
import { as } from '@/db/as'
import { termArray } from '@/db/contains'
import type { Permit } from '@/domain/policy/permit'
import { type SearchNoun, type SearchQuery, searchNouns } from '@/domain/search/query'
import { hitsOf, type SearchHit } from './search-hit'

export type { SearchHit } from './search-hit'

export type SearchGroup = { noun: SearchNoun; count: number; more: boolean; hits: SearchHit[] }

type Asked = {
  /** How many of a noun are counted; `more` says that there are others. */
  count: number
  /** Which of them are shown, of each noun or of this one alone. */
  show: { limit: number; offset?: number }
  noun?: SearchNoun
}

/**
 * Everything within this person's reach that has each of the terms, best first (db/sql/46_search_ids.sql); a contact
 * also by its details, for whom they are shown. Groups without a hit are left out.
 */
export async function searchRecords(
  permit: Permit<'search.read'>,
  { terms, detail }: Pick<SearchQuery, 'terms' | 'detail'>,
  { count, show, noun }: Asked,
): Promise<SearchGroup[]> {
  if (terms.length === 0) return []
  return as(permit, 'read', async tx => {
    const wanted = noun ? [noun] : searchNouns
    const best = wanted.map(one => sql`search_best(${one}, ${termArray(terms)}, ${count}) as ${sql.raw(one)}`)
    const details = sql`search_detail_ids(${detail ?? ''}, ${count}) as detail`
    const [found = {}] = await tx.execute<Partial<Record<SearchNoun | 'detail', string[]>>>(
      sql`select ${sql.join([...best, details], sql`, `)}`,
    )
    const { detail: byDetail = [] } = found
    const groups = await Promise.all(
      wanted.map(async one => {
        const named = found[one] ?? []
        const ids = one === 'contact' ? [...new Set([...named, ...byDetail])] : named
        const from = show.offset ?? 0
        const shown = ids.slice(0, count).slice(from, from + show.limit)
        return {
          noun: one,
          count: Math.min(ids.length, count),
          more: ids.length > count,
          hits: await hitsOf(tx, one, { ids: shown }),
        }
      }),
    )
    return groups.filter(group => group.count > 0)
  })
}

/** So many are looked up at once. */
const MOST_RECENT = 12

/** Records by their numbers, issues and tasks by their ids, in this order; those that are not there, or not for this person, are left out. */
export async function recentRecords(
  permit: Permit<'search.read'>,
  records: readonly { noun: SearchNoun; number: string }[],
): Promise<{ noun: SearchNoun; hit: SearchHit }[]> {
  const wanted = records.slice(0, MOST_RECENT)
  if (wanted.length === 0) return []
  return as(permit, 'read', async tx => {
    const nouns = [...new Set(wanted.map(({ noun }) => noun))]
    const found = await Promise.all(
      nouns.map(async noun => {
        const numbers = wanted.filter(one => one.noun === noun).map(({ number }) => number)
        return (await hitsOf(tx, noun, { numbers })).map(hit => ({ noun, hit }))
      }),
    )
    const place = new Map(wanted.map(({ noun, number }, at) => [`${noun} ${number}`, at]))
    const placeOf = ({ noun, hit }: { noun: SearchNoun; hit: SearchHit }) =>
      place.get(`${noun} ${hit.number}`) ?? 0
    return found.flat().sort((one, other) => placeOf(one) - placeOf(other))
  })
}
