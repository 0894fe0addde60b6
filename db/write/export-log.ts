import { as, record } from '@/db/as'
import type { ExportFormat } from '@/domain/export/export'
import type { Permit } from '@/domain/policy/permit'
import type { Permission } from '@/domain/policy/table'

export type ExportPermission = Extract<Permission, `${string}.export`>
export type ExportLine = {
  format: ExportFormat | 'docx'
  rows: number
  /** The filter as it stood in the address. */
  filter: Record<string, unknown>
  /** True when the download was given up before its end. */
  broken?: boolean
}

/** Who took what out, and how many rows. The verb (`deal.export`) and the person are the permit's. */
export async function logExport(permit: Permit<ExportPermission>, line: ExportLine): Promise<void> {
  await as(permit, 'write', tx => record(tx, 'export', null, line))
}
