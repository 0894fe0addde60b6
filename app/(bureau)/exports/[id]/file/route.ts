import { route } from '@/access/route'
import { disposition, exportTypes } from '@/app/(bureau)/export-answer'
import { openExport } from '@/db/read/export'
import { endingOf } from '@/domain/export/export'

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
      'Content-Type': exportTypes[ending],
      ...(file.bytes === null ? {} : { 'Content-Length': String(file.bytes) }),
      'Content-Disposition': disposition(`${file.name}.${ending}`, `export-${id}.${ending}`),
      'Cache-Control': 'no-store',
      'X-Content-Type-Options': 'nosniff',
    },
  })
}
