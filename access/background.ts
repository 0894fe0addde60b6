import { headers } from 'next/headers'
import type { ExportPermission } from '@/db/write/export-log'
import { exportPermission } from '@/domain/export/export'
import type { Permit } from '@/domain/policy/permit'
import { type Errand, errandIn } from './errand'
import { route } from './route'

/** The gate of the page that writes a file for a job: its errand with a permit of whoever started it, or the answer to give. */
export async function backgroundExport(
  exportId: string,
): Promise<{ errand: Errand; permit: Permit<ExportPermission> } | Response> {
  const errand = errandIn(await headers())
  if (String(errand?.exportId) !== exportId || !errand) return new Response(null, { status: 404 })
  const permit = await route(exportPermission[errand.list])
  return permit instanceof Response ? permit : { errand, permit }
}
