import { route } from '@/access/route'
import type { ExportPermission } from '@/db/write/export-log'
import type { ColumnOf, List, ListFilter } from '@/domain/filter/list'
import type { Permit } from '@/domain/policy/permit'
import type { Book } from '@/domain/spreadsheet/book'
import type { DeskBook } from '@/domain/spreadsheet/desk'
import { exportAnswer, exportFormat } from './export-answer'
import { listAsked } from './list-asked'
import { naming } from './naming'

/** GET of a list's file: the gate, the filter of the address, the book of its rows. 404 for a format that is not offered. */
export function listExport<F extends ListFilter & { asOf?: string | null }, P extends ExportPermission, T>(
  list: List<F>,
  permission: P,
  bookOf: (permit: Permit<P>, filter: F, columns: readonly ColumnOf<F>[]) => Promise<Book<T>>,
  desksOf?: (permit: Permit<P>, filter: F, columns: readonly ColumnOf<F>[]) => Promise<DeskBook<T>>,
) {
  return async (request: Request): Promise<Response> => {
    const permit = await route(permission)
    if (permit instanceof Response) return permit
    const params = new URL(request.url).searchParams
    const format = exportFormat(params.get('format'))
    if (!format || (format === 'desks' && !desksOf)) return new Response(null, { status: 404 })
    params.delete('format')
    const [{ filter, columns }, { today }] = await Promise.all([listAsked(list, params), naming()])
    const book = await bookOf(permit, filter, columns)
    const day = filter.asOf ?? today
    return exportAnswer(permit, {
      book,
      desks: format === 'desks' ? await desksOf?.(permit, filter, columns) : undefined,
      format,
      title: `${book.name} ${day}`,
      plainTitle: `${list.name}-${day}`,
      filter: Object.fromEntries(params),
    })
  }
}
