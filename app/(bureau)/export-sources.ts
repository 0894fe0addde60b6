import { may } from '@/access/page'
import { listClocks } from '@/db/read/clock'
import { listCompanies } from '@/db/read/company'
import { countDeals } from '@/db/read/deal'
import { listEvents } from '@/db/read/event'
import { countLeads } from '@/db/read/lead-list'
import type { ExportPermission } from '@/db/write/export-log'
import { clockList } from '@/domain/clock/filter'
import { companyList } from '@/domain/company/filter'
import { dealList } from '@/domain/deal/filter'
import { eventList } from '@/domain/event/filter'
import type { ExportList } from '@/domain/export/export'
import type { ColumnOf, List, ListFilter } from '@/domain/filter/list'
import { leadList } from '@/domain/lead/filter'
import type { Permit } from '@/domain/policy/permit'
import type { Book } from '@/domain/spreadsheet/book'
import { clockFields } from './clocks/clock-fields'
import { clockBook } from './clocks/export/clock-book'
import { companyFields } from './companies/company-fields'
import { companyBook } from './companies/export/company-book'
import { dealFilterFields } from './deals/deal-filter-fields'
import { dealBook } from './deals/export/deal-book'
import { eventFields } from './events/event-fields'
import { eventBook } from './events/export/event-book'
import { leadBook } from './leads/export/lead-book'
import { leadFields } from './leads/lead-fields'
import { listAsked } from './list-asked'
import { fieldsInWords, type ListField } from './list-field'
import { naming } from './naming'

export type ExportBook = { book: Book<unknown>; name: string }
type Source = {
  /** The address as it is kept (with the columns that one sees now), and the filter in words. */
  asked: (search: string) => Promise<{ search: string; words: string }>
  /** How many rows it has for the reader; null where he may not read the list. */
  count: (search: string) => Promise<number | null>
  /** The rows as a file, named after the list and the day that it shows. */
  bookOf: (permit: Permit<ExportPermission>, search: string) => Promise<ExportBook>
}

/** The lists as the background sees them: all that its own export does, from an address that was kept. */
export const exportSources: Record<ExportList, Source> = {
  deals: source(dealList, dealFilterFields, dealBook, async filter => {
    const permit = await may('deal.read')
    return permit && (await countDeals(permit, filter)).total.count
  }),
  leads: source(leadList, leadFields, leadBook, async filter => {
    const permit = await may('lead.read')
    return permit && countLeads(permit, filter)
  }),
  companies: source(companyList, companyFields, companyBook, async filter => {
    const permit = await may('company.read')
    return permit && (await listCompanies(permit, filter)).total
  }),
  events: source(eventList, eventFields, eventBook, async filter => {
    const permit = await may('event.read')
    return permit && (await listEvents(permit, filter)).total
  }),
  clocks: source(clockList, clockFields, clockBook, async filter => {
    const permit = await may('clock.read')
    return permit && (await listClocks(permit, filter, 25)).total
  }),
}

function source<F extends ListFilter & { asOf?: string | null }, P extends ExportPermission, T>(
  list: List<F>,
  fieldsOf: (filter: F) => Promise<ListField<F>[]>,
  book: (permit: Permit<P>, filter: F, columns: readonly ColumnOf<F>[]) => Promise<Book<T>>,
  count: (filter: F) => Promise<number | null>,
): Source {
  const read = (search: string) => listAsked(list, new URLSearchParams(search) as never)
  return {
    async asked(search) {
      const { filter, columns } = await read(search)
      const bare = { view: null, size: null, page: 1 } as Partial<F>
      return {
        search: list.search({ ...filter, columns }, bare),
        words: await fieldsInWords(await fieldsOf(filter)),
      }
    },
    async count(search) {
      const { filter } = await read(search)
      return count({ ...filter, page: 1, size: 25 })
    },
    async bookOf(permit, search) {
      const [{ filter, columns }, { today }] = await Promise.all([read(search), naming()])
      const made = await book(permit as unknown as Permit<P>, filter, columns)
      return { book: made as unknown as Book<unknown>, name: `${made.name} ${filter.asOf ?? today}` }
    },
  }
}
