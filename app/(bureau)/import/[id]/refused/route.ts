import { getLocale, getTranslations } from 'next-intl/server'
import { route } from '@/access/route'
import { disposition, exportTypes } from '@/app/(bureau)/export-answer'
import { fieldWords, reasonWords } from '@/app/(bureau)/import/words'
import { getImport, importRowsOf, type PreviewRow } from '@/db/read/import'
import { text } from '@/domain/spreadsheet/cell'
import { xlsxStream } from '@/domain/spreadsheet/xlsx'
import type { Locale } from '@/domain/user/user'

const SIZE = 500

/** The rows that were refused, as they stand in the sheet, each with the reason behind it: mended, they come in again. */
export async function GET(_: Request, { params }: { params: Promise<{ id: string }> }) {
  const permit = await route('import.read')
  if (permit instanceof Response) return permit
  const { id } = await params
  const batch = /^\d{1,12}$/.test(id) ? await getImport(permit, Number(id)) : null
  if (!batch?.rowsKept) return new Response(null, { status: 404 })
  const [t, locale, say, words, duplicate] = await Promise.all([
    getTranslations('import'),
    getLocale() as Promise<Locale>,
    reasonWords(),
    fieldWords(batch.noun),
    getTranslations('duplicate'),
  ])
  const why = ({ errors, matches }: PreviewRow) =>
    errors.length > 0
      ? errors
          .map(
            ({ field, column, reason, values }) => `${column || words.label(field)}: ${say(reason, values)}`,
          )
          .join(' ')
      : `${duplicate('blocks', { count: matches?.length ?? 1 })} ${(matches ?? []).map(match => match.number ?? match.name).join(', ')}`
  async function* rows() {
    for (let page = 1; ; page += 1) {
      const chunk = await importRowsOf(permit as never, Number(id), {
        plans: ['bad', 'ask'],
        page,
        size: SIZE,
      })
      if (chunk.length > 0) yield chunk
      if (chunk.length < SIZE) return
    }
  }
  const name = `${batch.fileName.replace(/\.[^.]*$/, '')} ${t('refusedTitle')}`
  const body = xlsxStream({
    name: t('refusedTitle'),
    locale,
    about: [name],
    columns: [
      ...batch.columns.map(({ header }, at) => ({
        key: String(at),
        header,
        width: 20,
        cell: (row: PreviewRow) => text(row.cells[at]),
      })),
      { key: 'why', header: t('reasonColumn'), width: 60, cell: (row: PreviewRow) => text(why(row)) },
    ],
    rows: rows(),
    now: new Date(),
  })
  return new Response(body, {
    headers: {
      'Content-Type': exportTypes.xlsx,
      'Content-Disposition': disposition(`${name}.xlsx`, `import-${id}-refused.xlsx`),
      'Cache-Control': 'no-store',
      'X-Content-Type-Options': 'nosniff',
    },
  })
}
