import { knownNames } from '@/app/(bureau)/list-asked'
import { type HistoryPlace, readPlace } from '@/domain/activity/place'
import { type DealFilter, parseDealFilter } from '@/domain/deal/filter'
import type { SearchParams } from '@/domain/filter/parameter'
import { carried } from '../carried'
import { type Act, acts } from './act'

export type RecordAsked = {
  /** The list that one came from. */
  filter: DealFilter
  search: string
  /** The question that is open over the page. */
  act: Act | null
  /** Where in its history one is; null at the newest. */
  before: HistoryPlace | null
  /** Addresses of this record: as it is, and with a question open. */
  here: string
  actHref: (act: Act) => string
}

/** What the address of a record says: the list that one came from, and what one is about to do. */
export async function recordAsked(number: string, params: SearchParams): Promise<RecordAsked> {
  const { act, propose, before, ...rest } = params as Record<string, string | string[] | undefined>
  const { filter } = parseDealFilter(rest, await knownNames())
  const search = carried(filter)
  const here = `/deals/${number}${search}`
  return {
    filter,
    search,
    act: propose === undefined ? (acts.find(one => one === act) ?? null) : 'propose',
    before: readPlace(before),
    here,
    actHref: one => `${here}${search ? '&' : '?'}act=${one}`,
  }
}
