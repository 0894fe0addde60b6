import { route } from '@/access/route'
import { disposition } from '@/app/(bureau)/export-answer'
import { openExport } from '@/db/read/export'
import { endingOf } from '@/domain/export/export'

const types = {
  xlsx: 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
  csv: 'text/csv; charset=utf-8',
} as const

/** A file that was made in the background, for whoever had it made. */
export async function GET(_: Request, { params }: { params: Promise<{ id: string }> }) {
  const permit = await route('export.read')
  if (permit instanceof Response) return permit
  const { id } = await params
  const file = /^\d{1,15}$/.test(id) ? await openExport(permit, Number(id)) : null
  if (!file) return new Response(null, { status: 404 })
  const ending = endingOf(file.format)
  return new Response(file.body, {
    headers: {
      'Content-Type': types[ending],
      ...(file.bytes === null ? {} : { 'Content-Length': String(file.bytes) }),
      'Content-Disposition': disposition(`${file.name}.${ending}`, `export-${id}.${ending}`),
      'Cache-Control': 'no-store',
      'X-Content-Type-Options': 'nosniff',
    },
  })
}
