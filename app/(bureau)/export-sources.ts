import { may } from '@/access/page'
import { listClocks } from '@/db/read/clock'
import { listCompanies } from '@/db/read/company'
import { listContacts } from '@/db/read/contact-list'
import { countDeals } from '@/db/read/deal'
import { listEvents } from '@/db/read/event'
import { countLeads } from '@/db/read/lead-list'
import type { ExportPermission } from '@/db/write/export-log'
import { clockList } from '@/domain/clock/filter'
import { companyList } from '@/domain/company/filter'
import { contactList } from '@/domain/contact/filter'
import { dealList } from '@/domain/deal/filter'
import { eventList } from '@/domain/event/filter'
import type { ExportFormat, ExportList } from '@/domain/export/export'
import type { ColumnOf, List, ListFilter } from '@/domain/filter/list'
import { leadList } from '@/domain/lead/filter'
import type { Permit } from '@/domain/policy/permit'
import type { Book } from '@/domain/spreadsheet/book'
import { csvStream } from '@/domain/spreadsheet/csv'
import type { DeskBook } from '@/domain/spreadsheet/desk'
import { deskStream } from '@/domain/spreadsheet/desk-book'
import { xlsxStream } from '@/domain/spreadsheet/xlsx'
import { clockFields } from './clocks/clock-fields'
import { clockBook } from './clocks/export/clock-book'
import { companyFields } from './companies/company-fields'
import { companyBook } from './companies/export/company-book'
import { contactFields } from './contacts/contact-fields'
import { contactBook } from './contacts/export/contact-book'
import { dealFilterFields } from './deals/deal-filter-fields'
import { dealBook } from './deals/export/deal-book'
import { dealDesks } from './deals/export/deal-desks'
import { eventFields } from './events/event-fields'
import { eventBook } from './events/export/event-book'
import { leadBook } from './leads/export/lead-book'
import { leadDesks } from './leads/export/lead-desks'
import { leadFields } from './leads/lead-fields'
import { listAsked } from './list-asked'
import { fieldsInWords, type ListField } from './list-field'
import { naming } from './naming'

type Source = {
  /** The address as it is kept (with the columns that one sees now), and the filter in words. */
  asked: (search: string) => Promise<{ search: string; words: string }>
  /** How many rows it has for the reader; null where he may not read the list. */
  count: (search: string) => Promise<number | null>
  /** The file, named after the list and the day that it shows; `tell` hears of each few rows. */
  file: (
    permit: Permit<ExportPermission>,
    search: string,
    format: ExportFormat,
    tell: (rows: number) => void,
  ) => Promise<{ name: string; stream: ReadableStream<Uint8Array> }>
}

/** The lists as the background sees them: all that its own export does, from an address that was kept. */
export const exportSources: Record<ExportList, Source> = {
  deals: source(
    dealList,
    dealFilterFields,
    dealBook,
    async filter => {
      const permit = await may('deal.read')
      return permit && (await countDeals(permit, filter)).total.count
    },
    dealDesks,
  ),
  leads: source(
    leadList,
    leadFields,
    leadBook,
    async filter => {
      const permit = await may('lead.read')
      return permit && countLeads(permit, filter)
    },
    leadDesks,
  ),
  companies: source(companyList, companyFields, companyBook, async filter => {
    const permit = await may('company.read')
    return permit && (await listCompanies(permit, filter)).total
  }),
  contacts: source(contactList, contactFields, contactBook, async filter => {
    const permit = await may('contact.read')
    return permit && (await listContacts(permit, filter)).total
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
  desksOf?: (permit: Permit<P>, filter: F, columns: readonly ColumnOf<F>[]) => Promise<DeskBook<T>>,
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
    async file(granted, search, format, tell) {
      const permit = granted as unknown as Permit<P>
      const [{ filter, columns }, { today }] = await Promise.all([read(search), naming()])
      const told = await book(permit, filter, columns)
      const desks = format === 'desks' ? await desksOf?.(permit, filter, columns) : undefined
      const name = `${told.name} ${filter.asOf ?? today}`
      const rows = telling(told.rows, tell)
      const plain = () => (format === 'csv' ? csvStream({ ...told, rows }) : xlsxStream({ ...told, rows }))
      return { name, stream: desks ? deskStream(tellingDesks(desks, tell)) : plain() }
    },
  }
}

async function* telling<T>(chunks: AsyncIterable<readonly T[]>, tell: (rows: number) => void) {
  for await (const chunk of chunks) {
    tell(chunk.length)
    yield chunk
  }
}

const tellingDesks = <T>(desks: DeskBook<T>, tell: (rows: number) => void): DeskBook<T> => ({
  ...desks,
  desks: desks.desks.map(({ name, book }) => ({
    name,
    book: async () => {
      const made = await book()
      return { ...made, rows: telling(made.rows, tell) }
    },
  })),
})
