import { backgroundExport } from '@/access/background'
import type { Errand } from '@/access/errand'
import { exportSources } from '@/app/(bureau)/export-sources'
import { csvStream } from '@/domain/spreadsheet/csv'
import { xlsxStream } from '@/domain/spreadsheet/xlsx'

/** The file of a list for a job of this process, as fast as the job takes it; nobody else is answered. */
export async function GET(_: Request, { params }: { params: Promise<{ id: string }> }) {
  const gate = await backgroundExport((await params).id)
  if (gate instanceof Response) return gate
  const { errand, permit } = gate
  const source = exportSources[errand.list]
  errand.total = await source.count(errand.search)
  const { book, name } = await source.bookOf(permit, errand.search)
  errand.name = name
  errand.words = book.about[1] ?? ''
  const rows = told(book.rows, errand)
  const stream = errand.format === 'csv' ? csvStream({ ...book, rows }) : xlsxStream({ ...book, rows })
  return new Response(stream, { headers: { 'Cache-Control': 'no-store' } })
}

async function* told(chunks: AsyncIterable<readonly unknown[]>, errand: Errand) {
  for await (const chunk of chunks) {
    errand.rows += chunk.length
    yield chunk
  }
}
