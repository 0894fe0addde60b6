import type { IsoDate } from '@/domain/calendar/date'
import { type Parameters, type SearchParams, sayAddress, several, single, takeAddress } from './parameter'
import { id, oneWord, text, wholeNumber } from './value'

export const pageSizes = [25, 50, 100] as const
export type PageSize = (typeof pageSizes)[number]
export const defaultPageSize: PageSize = 50

/**
 * What the filters of all lists have in common. `columns` and `size` are null where the address does not say: then the
 * person's own choice counts.
 */
export type ListFilter<S extends string = string, C extends string = string> = {
  text: string | null
  sort: { key: S; descending: boolean }
  page: number
  size: PageSize | null
  columns: readonly C[] | null
  /** The kept view that one came by; what it asks for stands in the address beside it. */
  view: number | null
}
/** The filter of a list before anybody asks for anything, but for its order. */
export const unfiltered = { text: null, page: 1, size: null, columns: null, view: null } as const

export type SortOf<F extends ListFilter> = F['sort']['key']
export type ColumnOf<F extends ListFilter> = NonNullable<F['columns']>[number]

/** What an address may name. A list that is left out is not checked. */
export type Known = {
  today?: IsoDate
  deskKeys?: readonly string[]
  industryIds?: readonly number[]
  personIds?: readonly number[]
  tagIds?: readonly number[]
  viewIds?: readonly number[]
}

export type ListDeclaration<F extends ListFilter> = {
  /** In its address, and in what a person keeps of it. */
  name: string
  usual: F
  /** The names in the address beside those of every list. */
  fields: (known: Known) => Parameters<F>
  /** In their order of offer; an allow-list. */
  columns: readonly ColumnOf<F>[]
  /** What stands in the table before anybody chooses. */
  usualColumns: readonly ColumnOf<F>[]
  /** The column whose head sorts by each order. */
  sortColumn: Readonly<Record<SortOf<F>, ColumnOf<F>>>
  /** Orders that begin with the highest at the first click. */
  falling: readonly SortOf<F>[]
  /** Orders that run against what their column shows. */
  turned?: readonly SortOf<F>[]
  /** Takes out what does not go together, and names it. */
  settle?: (filter: F) => string[]
}

export type List<F extends ListFilter> = ListDeclaration<F> & {
  /** The filter that an address asks for. Never throws; names and values that mean nothing come back in `ignored`. */
  parse: (params: SearchParams, known?: Known) => { filter: F; ignored: string[] }
  /** The address of a filter with some changes, `?…` or empty. Any change but of the page begins again on page 1. */
  search: (filter: F, changes?: Partial<F>) => string
  /** True when nothing narrows the list beyond what it shows by itself; order, page and columns aside. */
  isUsual: (filter: F) => boolean
  /** Number and name, without which a row cannot be told, then the first choice in which anything is known. */
  shown: (...chosen: (readonly unknown[] | null | undefined)[]) => ColumnOf<F>[]
  /** What a click on a column's head asks for, and how the list stands by it now; undefined where it does not sort. */
  sortBy: (column: ColumnOf<F>, filter: F) => { to: F['sort']; now?: 'ascending' | 'descending' } | undefined
}

/** One list: its filter in the address and back, its columns and its orders, for table, totals and export. */
export function listOf<F extends ListFilter>(declaration: ListDeclaration<F>): List<F> {
  const { usual, fields, settle } = declaration
  const parameters = (known: Known): Parameters<F> => ({
    q: single<ListFilter, 'text'>('text', null, text(100)),
    ...fields(known),
    ...viewParameters(declaration, known),
  })
  const unchecked = parameters({})
  const search: List<F>['search'] = (filter, changes = {}) => {
    const page = Object.keys(changes).length > 0 ? 1 : filter.page
    return sayAddress(unchecked, { ...filter, page, ...changes })
  }
  return {
    ...declaration,
    parse(params, known = {}) {
      const filter = { ...usual }
      const ignored = takeAddress(parameters(known), filter, params)
      return { filter, ignored: [...ignored, ...(settle?.(filter) ?? [])] }
    },
    search,
    isUsual: filter => search({ ...filter, ...unfiltered, text: filter.text, sort: usual.sort }) === '',
    shown: (...chosen) => shownOf(declaration, chosen),
    sortBy: (column, filter) => sortBy(declaration, column, filter),
  }
}

const sortsOf = <F extends ListFilter>({ sortColumn }: ListDeclaration<F>) =>
  Object.keys(sortColumn) as SortOf<F>[]

function viewParameters<F extends ListFilter>(
  declaration: ListDeclaration<F>,
  { viewIds }: Known,
): Parameters<ListFilter> {
  const sort = oneWord(sortsOf(declaration))
  const sayOrder = ({ key, descending }: ListFilter['sort']) => `${descending ? '-' : ''}${key}`
  const columns = several<ListFilter, 'columns', string>('columns', oneWord<string>(declaration.columns))
  return {
    sort: {
      take: single<ListFilter, 'sort'>('sort', declaration.usual.sort, value => {
        const key = sort(value.replace(/^-/, ''))
        return key && { key, descending: value.startsWith('-') }
      }).take,
      say: filter => {
        const word = sayOrder(filter.sort)
        return word === sayOrder(declaration.usual.sort) ? '' : word
      },
    },
    page: single<ListFilter, 'page'>('page', 1, wholeNumber(1, 100_000)),
    size: single<ListFilter, 'size'>('size', null, value => pageSizes.find(size => String(size) === value)),
    columns: {
      take(filter, values) {
        const unread = columns.take(filter, values)
        if (filter.columns?.length === 0) filter.columns = null
        return unread
      },
      say: ({ columns }) => columns?.join(',') ?? '',
    },
    view: single<ListFilter, 'view'>('view', null, id(viewIds)),
  }
}

function shownOf<F extends ListFilter>(
  { columns, usualColumns }: ListDeclaration<F>,
  chosen: readonly (readonly unknown[] | null | undefined)[],
): ColumnOf<F>[] {
  const isKnown = (word: unknown): word is ColumnOf<F> => columns.includes(word as ColumnOf<F>)
  const known = chosen.map(words => (words ?? []).filter(isKnown)).find(words => words.length > 0)
  return [...new Set([...columns.slice(0, 2), ...(known ?? usualColumns)])]
}

function sortBy<F extends ListFilter>(list: ListDeclaration<F>, column: ColumnOf<F>, { sort }: F) {
  const key = sortsOf(list).find(one => list.sortColumn[one] === column)
  if (!key) return undefined
  if (sort.key !== key) return { to: { key, descending: list.falling.includes(key) } }
  const falls = list.turned?.includes(key) ? !sort.descending : sort.descending
  return {
    to: { key, descending: !sort.descending },
    now: falls ? ('descending' as const) : ('ascending' as const),
  }
}
