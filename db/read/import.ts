import { and, asc, desc, eq, inArray, sql } from 'drizzle-orm'
import { as } from '@/db/as'
import { importFiles, importRows, imports } from '@/db/schema/import'
import { type RowPlan, UNDO_DAYS } from '@/domain/import/batch'
import { HEAD_BYTES } from '@/domain/import/encoding'
import type { JobState } from '@/domain/job/job'
import type { Permit } from '@/domain/policy/permit'

const columns = {
  id: imports.id,
  noun: imports.noun,
  userId: imports.userId,
  fileName: imports.fileName,
  state: imports.state,
  counts: imports.counts,
  createdAt: imports.createdAt,
  appliedAt: imports.appliedAt,
  undoneAt: imports.undoneAt,
  undoneBy: imports.undoneBy,
}
export type ImportLine = Awaited<ReturnType<typeof listImports>>['rows'][number]

/** One's own imports, the director's view of all, newest first; 50 a page. */
export async function listImports(permit: Permit<'import.read'>, page = 1) {
  return as(permit, 'read', async tx => {
    const rows = await tx
      .select(columns)
      .from(imports)
      .orderBy(desc(imports.createdAt), desc(imports.id))
      .limit(51)
      .offset((page - 1) * 50)
    return { rows: rows.slice(0, 50), more: rows.length > 50 }
  })
}

/** `undoable`: applied, and not too long ago. `fileKept`: it can be read again. Null for none that this person sees. */
export async function getImport(permit: Permit<'import.read'>, id: number) {
  return as(permit, 'read', async tx => {
    const [row] = await tx
      .select({
        ...columns,
        sheets: imports.sheets,
        sheet: imports.sheet,
        columns: imports.columns,
        skipped: imports.skipped,
        encoding: imports.encoding,
        encodingHow: imports.encodingHow,
        linked: imports.linked,
        mode: imports.mode,
        clearEmpty: imports.clearEmpty,
        goodOnly: imports.goodOnly,
        job: imports.job,
        jobState: sql<JobState | null>`(select j.state from jobs j where j.id = ${imports.job})`,
        jobReason: sql<string | null>`(select j.reason from jobs j where j.id = ${imports.job})`,
        kept: imports.kept,
        undoable: sql<boolean>`state = 'applied' and applied_at > now() - make_interval(days => ${UNDO_DAYS})`,
        fileKept: sql<boolean>`exists (select from import_files f where f.import_id = ${imports.id})`,
        rowsKept: sql<boolean>`exists (select from import_rows r where r.import_id = ${imports.id})`,
      })
      .from(imports)
      .where(eq(imports.id, id))
    return row ?? null
  })
}
export type ImportRecord = NonNullable<Awaited<ReturnType<typeof getImport>>>

/** How the file of an import begins, in bytes; null where it is not kept any more. */
export async function importHead(permit: Permit<'import.read'>, id: number): Promise<Uint8Array | null> {
  return as(permit, 'read', async tx => {
    const [file] = await tx
      .select({ head: sql<Buffer>`substring(${importFiles.bytes} from 1 for ${HEAD_BYTES})` })
      .from(importFiles)
      .where(eq(importFiles.importId, id))
    return file?.head ?? null
  })
}

const row = {
  at: importRows.at,
  said: importRows.said,
  cells: importRows.cells,
  plan: importRows.plan,
  errors: importRows.errors,
  warnings: importRows.warnings,
  changes: importRows.changes,
  number: importRows.number,
  matches: importRows.matches,
  same: importRows.same,
  different: importRows.different,
}

/** Rows of the preview by what becomes of them, or all of which something is to be told, in the order of the sheet. */
export async function importRowsOf(
  permit: Permit<'import.read'>,
  id: number,
  { plans, page = 1, size = 50 }: { plans: readonly RowPlan[] | 'warned'; page?: number; size?: number },
) {
  const asked =
    plans === 'warned' ? sql`${importRows.warnings} <> '[]'` : inArray(importRows.plan, [...plans])
  return as(permit, 'read', tx =>
    tx
      .select(row)
      .from(importRows)
      .where(and(eq(importRows.importId, id), asked))
      .orderBy(asc(importRows.at))
      .limit(size)
      .offset((page - 1) * size),
  )
}
export type PreviewRow = Awaited<ReturnType<typeof importRowsOf>>[number]
