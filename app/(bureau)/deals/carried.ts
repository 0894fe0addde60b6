import { type DealFilter, dealSearch } from '@/domain/deal/filter'

/** The filter without page, size and columns: what an address carries on to a record and back. */
export const carried = (filter: DealFilter): string =>
  dealSearch(filter, { page: 1, size: null, columns: null })
