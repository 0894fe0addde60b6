import { getPreference } from '@/db/read/preference'
import { defaultEventColumns, type EventColumn, isEventColumn } from '@/domain/event/column'
import {
  defaultPageSize,
  type EventFilter,
  type PageSize,
  pageSizes,
  parseEventFilter,
} from '@/domain/event/filter'
import type { SearchParams } from '@/domain/filter/parameter'
import type { Permit } from '@/domain/policy/permit'
import { naming } from '../naming'

export type EventListAsked = {
  /** With the person's own page size where the address does not say. */
  filter: EventFilter & { size: PageSize }
  columns: readonly EventColumn[]
  ignored: string[]
}

/** What list and file begin with: the filter of the address, one's own choices. */
export async function askedFor(permit: Permit, params: SearchParams): Promise<EventListAsked> {
  const [{ ref }, own] = await Promise.all([naming(), getPreference(permit, 'events')])
  const { filter, ignored } = parseEventFilter(params, { deskKeys: ref.desks.map(desk => desk.key) })
  const kept = (own.columns ?? []).filter(isKnown)
  const size = filter.size ?? pageSizes.find(one => one === own.size) ?? defaultPageSize
  const columns = filter.columns ?? (kept.length > 0 ? kept : defaultEventColumns)
  return { filter: { ...filter, size }, columns, ignored }
}

const isKnown = (word: unknown): word is EventColumn => typeof word === 'string' && isEventColumn(word)
