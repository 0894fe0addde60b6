import { asc, eq, sql } from 'drizzle-orm'
import { type Tx, writeMany } from '@/db/as'
import { loadKnown } from '@/db/import/known'
import { importOf } from '@/db/import/noun'
import { type ImportPermission, nounOf } from '@/db/import/permission'
import { planRows } from '@/db/import/plan'
import type { Batch, Planned, SheetRow, Warning } from '@/db/import/row'
import { type ReadRow, readRow, readTable } from '@/db/import/sheet'
import { importRows, imports } from '@/db/schema/import'
import { countryNames } from '@/db/schema/zone'
import type { CountryEdits } from '@/domain/country/country'
import {
  type CellError,
  type CellWarning,
  type ImportColumn,
  type ImportCounts,
  noCounts,
} from '@/domain/import/batch'
import type { RuleImportInput } from '@/domain/import/input'
import { fieldOf } from '@/domain/import/noun'
import type { Said } from '@/domain/import/said'
import { done, type Outcome, refused } from '@/domain/outcome'
import type { Permit } from '@/domain/policy/permit'
import { heldImport, problemOf } from './import'
import { inChunksOf } from './many'

/** How far it is: rows done, of how many. */
export type Progress = (done: number, total: number) => void
export type Checked = { id: number; counts: ImportCounts }
type Imported = typeof imports.$inferSelect

/** The dry run: every row as it will be read, what becomes of it, and what is wrong with each cell. Writes no record. */
export async function checkImport(
  permit: Permit<ImportPermission>,
  { id }: { id: number },
  progress: Progress = () => {},
): Promise<Outcome<Checked>> {
  const noun = nounOf(permit)
  const held = await writeMany(permit, {}, tx => heldImport(tx, permit, id))
  if (held.kind !== 'done') return held
  const { batch, bytes } = held.value
  const read = await readTable(bytes, batch.fileName, noun, batch)
  if (read.kind !== 'done') return read
  const { table } = read.value
  if (!table) return refused('import.refused.sheet_open')
  const problem = problemOf(batch.columns, noun)
  if (problem) return problem
  return writeMany(permit, {}, async tx => {
    const again = await heldImport(tx, permit, id)
    if (again.kind !== 'done') return again
    const reading = { year: table.year, countries: await countriesOf(tx) }
    const rows: ReadRow[] = []
    for (const row of table.rows) {
      rows.push(readRow(row, batch.columns, noun, reading))
      if (rows.length % 200 === 0) await new Promise<void>(resolve => setImmediate(resolve))
    }
    await tx.delete(importRows).where(eq(importRows.importId, id))
    await inChunksOf(rows, chunk =>
      tx.insert(importRows).values(chunk.map(row => ({ ...row, importId: id }))),
    )
    return planned(
      tx,
      permit,
      batch,
      rows.map(row => ({ ...row, ruling: null, different: null })),
      progress,
    )
  })
}

/** A person rules on what looks the same; what follows from it is looked at anew. */
export async function ruleImport(
  permit: Permit<ImportPermission>,
  { id, at, verdict, reason }: RuleImportInput,
): Promise<Outcome<Checked>> {
  return writeMany(permit, {}, async tx => {
    const held = await heldImport(tx, permit, id)
    if (held.kind !== 'done') return held
    if (held.value.batch.state !== 'checked') return refused('import.refused.not_checked')
    await tx
      .update(importRows)
      .set({
        same: verdict === 'different' ? null : verdict,
        different: verdict === 'different' ? reason : null,
      })
      .where(
        at
          ? sql`${importRows.importId} = ${id} and ${importRows.at} = ${at} and ${importRows.matches} <> '[]'`
          : sql`${importRows.importId} = ${id} and ${importRows.plan} = 'ask'`,
      )
    return planned(tx, permit, held.value.batch, await sheetRows(tx, id))
  })
}

/** The rows as they were read and ruled on. */
export async function sheetRows(tx: Tx, id: number): Promise<SheetRow[]> {
  const rows = await tx
    .select({
      at: importRows.at,
      said: importRows.said,
      unread: importRows.unread,
      same: importRows.same,
      different: importRows.different,
    })
    .from(importRows)
    .where(eq(importRows.importId, id))
    .orderBy(asc(importRows.at))
  return rows.map(({ same, ...row }) => ({ ...row, ruling: same as SheetRow['ruling'] }))
}

export async function batchOf(
  tx: Tx,
  permit: Permit<ImportPermission>,
  { mode, noun, clearEmpty, columns }: Imported,
  rows: readonly SheetRow[],
  number: Batch['number'] = () => '',
): Promise<Batch> {
  const blanks = clearEmpty
    ? columns.flatMap(({ field }) => (field !== null && fieldOf(noun, field)?.updates ? [field] : []))
    : []
  return { tx, permit, mode, blanks, known: await loadKnown(tx, rows), number }
}

async function planned(
  tx: Tx,
  permit: Permit<ImportPermission>,
  batch: Imported,
  rows: readonly SheetRow[],
  progress: Progress = () => {},
): Promise<Outcome<Checked>> {
  const noun = importOf(nounOf(permit))
  const plan = await planRows(await batchOf(tx, permit, batch, rows), noun, rows, false, progress)
  const all: Planned<unknown>[] = [...plan.creates, ...plan.updates, ...plan.rest]
  await keepPlan(tx, batch, all)
  const counts = countsOf(all)
  await tx
    .update(imports)
    .set({ state: 'checked', counts, checkedAt: sql`now()` })
    .where(eq(imports.id, batch.id))
  return done({ id: batch.id, counts })
}

export function countsOf(rows: readonly Planned<unknown>[]): ImportCounts {
  const counts = { ...noCounts, rows: rows.length }
  for (const { plan } of rows) counts[plan] += 1
  counts.warned = rows.filter(({ warnings }) => warnings.length > 0).length
  return counts
}

/** What becomes of each row, kept beside it. */
async function keepPlan(tx: Tx, { id, columns }: Imported, rows: readonly Planned<unknown>[]) {
  const kept = rows.map(row => ({
    at: row.at,
    plan: row.plan,
    errors: errorsOf(row, columns),
    warnings: row.warnings.map(one => warningOf(one, row, columns)),
    changes: row.changes,
    number: row.number,
    matches: row.matches.map(({ id: _, ...match }) => match),
  }))
  await inChunksOf(kept, async chunk => {
    await tx.execute(sql`
      update import_rows r set plan = k.plan, errors = k.errors, warnings = k.warnings, changes = k.changes,
        number = k.number, matches = k.matches
      from jsonb_to_recordset(${JSON.stringify(chunk)}::jsonb) k(at int, plan text, errors jsonb, warnings jsonb,
        changes jsonb, number text, matches jsonb)
      where r.import_id = ${id} and r.at = k.at`)
    return []
  })
}

/** Each error at its column, with what stands there. */
export function errorsOf(
  { errors, ruling }: Planned<unknown>,
  columns: readonly ImportColumn[],
): CellError[] {
  return Object.entries(errors).map(([field, { reason, values }]) => {
    const unread = ruling.unread.find(one => one.field === field && one.reason === reason)
    if (unread) return unread
    return { ...cellOf(field, ruling.said, columns), reason, values }
  })
}

function warningOf(
  { field, reason, values, match }: Warning,
  { ruling }: Planned<unknown>,
  columns: readonly ImportColumn[],
): CellWarning {
  const cell = { ...cellOf(field, ruling.said, columns), reason, values }
  if (!match) return cell
  const { id: _, ...shown } = match
  return { ...cell, match: shown }
}

function cellOf(field: string, said: Said, columns: readonly ImportColumn[]) {
  const column = columns.find(one => one.field === field)
  return { field, column: column?.header ?? '', value: said[field] ?? '' }
}

async function countriesOf(tx: Tx): Promise<CountryEdits> {
  const words = await tx.select({ code: countryNames.code, names: countryNames.names }).from(countryNames)
  return Object.fromEntries(words.map(({ code, names }) => [code, names])) as CountryEdits
}
