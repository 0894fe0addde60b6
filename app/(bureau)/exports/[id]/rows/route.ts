import { backgroundExport } from '@/access/background'
import { exportSources } from '@/app/(bureau)/export-sources'

/** The file of a list for a job of this process, as fast as the job takes it; nobody else is answered. */
export async function GET(_: Request, { params }: { params: Promise<{ id: string }> }) {
  const gate = await backgroundExport((await params).id)
  if (gate instanceof Response) return gate
  const { errand, permit } = gate
  const source = exportSources[errand.list]
  const [total, { words }] = await Promise.all([source.count(errand.search), source.asked(errand.search)])
  Object.assign(errand, { total, words })
  const { name, stream } = await source.file(permit, errand.search, errand.format, rows => {
    errand.rows += rows
  })
  errand.name = name
  return new Response(stream, { headers: { 'Cache-Control': 'no-store' } })
}
