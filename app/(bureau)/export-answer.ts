import { type ExportPermission, logExport } from '@/db/write/export-log'
import { type ExportFormat, endingOf, exportFormats } from '@/domain/export/export'
import type { Permit } from '@/domain/policy/permit'
import type { Book } from '@/domain/spreadsheet/book'
import { csvStream } from '@/domain/spreadsheet/csv'
import type { DeskBook } from '@/domain/spreadsheet/desk'
import { deskStream } from '@/domain/spreadsheet/desk-book'
import { xlsxStream } from '@/domain/spreadsheet/xlsx'

export const exportTypes = {
  xlsx: 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
  csv: 'text/csv; charset=utf-8',
} as const

/** The `format` of an address; null for anything that is not offered. */
export const exportFormat = (value: string | null): ExportFormat | null =>
  exportFormats.find(one => one === value) ?? null

export type ExportFile<T> = {
  book: Book<T>
  /** The same by desk, for the format of that name. */
  desks?: DeskBook<T>
  format: ExportFormat
  /** In the reader's language, without its ending: `招商项目 2026-06-30`. */
  title: string
  /** In ASCII, for programs that read no other: `deals-2026-06-30`. */
  plainTitle: string
  /** The filter as it stands in the address; it goes into the log line. */
  filter: Record<string, unknown>
}

/**
 * The download. Rows flow as the browser takes them; the log line is written after the last row and before the end of
 * the file, so that no whole file leaves without it. One that is given up half-way is logged as broken.
 */
export function exportAnswer<T>(permit: Permit<ExportPermission>, file: ExportFile<T>): Response {
  const { book, desks, format, filter } = file
  const log = (rows: number, broken: boolean) =>
    logExport(permit, { format, rows, filter, ...(broken ? { broken } : {}) })
  const stream = () => {
    if (desks) return deskStream(desks, log)
    const rows = counted(book.rows, log)
    return format === 'csv' ? csvStream({ ...book, rows }) : xlsxStream({ ...book, rows })
  }
  const ending = endingOf(format)
  return new Response(stream(), {
    headers: {
      'Content-Type': exportTypes[ending],
      'Content-Disposition': disposition(`${file.title}.${ending}`, `${file.plainTitle}.${ending}`),
      'Cache-Control': 'no-store',
      'X-Content-Type-Options': 'nosniff',
    },
  })
}

async function* counted<T>(
  chunks: AsyncIterable<readonly T[]>,
  log: (rows: number, broken: boolean) => Promise<void>,
): AsyncGenerator<readonly T[]> {
  let rows = 0
  let whole = false
  try {
    for await (const chunk of chunks) {
      rows += chunk.length
      yield chunk
    }
    whole = true
  } finally {
    await log(rows, !whole)
  }
}

/** RFC 6266 with RFC 5987: the name in any script, and one in ASCII for those who cannot read it. */
export function disposition(name: string, plain: string): string {
  const safe = name.replace(/[\\/:*?"<>|\p{Cc}]/gu, ' ')
  const encoded = encodeURIComponent(safe).replace(
    /['()*]/g,
    c => `%${c.charCodeAt(0).toString(16).toUpperCase()}`,
  )
  return `attachment; filename="${plain.replace(/[^\w.-]/g, '-')}"; filename*=UTF-8''${encoded}`
}
