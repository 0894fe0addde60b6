import { asc, count, eq, sql } from 'drizzle-orm'
import { type Tx, writeMany } from '@/db/as'
import { breathing } from '@/db/breathe'
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
import { heldFile, heldImport, problemOf } from './import'
import { insertMany, inTurns } from './many'

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
  const held = await writeMany(permit, {}, tx => heldFile(tx, permit, id))
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
    const turn = breathing()
    const rows: ReadRow[] = []
    for (const row of table.rows) {
      rows.push(readRow(row, batch.columns, noun, reading))
      await turn()
    }
    const plan = await planned(tx, permit, batch, rows.map(asRead), progress)
    const cells = new Map(rows.map(row => [row.at, row.cells]))
    await tx.delete(importRows).where(eq(importRows.importId, id))
    await insertMany(tx, importRows, plan, row => ({
      importId: id,
      at: row.at,
      said: row.ruling.said,
      unread: [...row.ruling.unread],
      cells: cells.get(row.at) ?? [],
      ...planOf(row, batch.columns),
    }))
    return checked(tx, id, countsOf(plan))
  })
}

/**
 * A person rules on what looks the same; what follows from it is looked at anew, in the rows that are tied to it. When
 * those are more than `most` it is refused as `large`: a job does it. `finish` runs in the same transaction.
 */
export async function ruleImport(
  permit: Permit<ImportPermission>,
  { id, at, verdict, reason }: RuleImportInput,
  progress: Progress = () => {},
  finish: (tx: Tx, counts: ImportCounts) => Promise<void> = async () => {},
  most = Number.POSITIVE_INFINITY,
): Promise<Outcome<Checked>> {
  return writeMany(permit, {}, async tx => {
    const held = await heldImport(tx, permit, id)
    if (held.kind !== 'done') return held
    const { batch } = held.value
    if (batch.state !== 'checked') return refused('import.refused.not_checked')
    if (!at && (batch.counts?.ask ?? 0) > most) return refused('import.refused.large')
    const ruled = await tx
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
      .returning({ at: importRows.at })
    const tied = await tiedTo(
      tx,
      id,
      ruled.map(row => row.at),
    )
    if (tied.length > most) return refused('import.refused.large')
    await keepPlan(tx, batch, await planned(tx, permit, batch, await sheetRows(tx, id, tied), progress))
    const outcome = await checked(tx, id, await countsIn(tx, id))
    await finish(tx, outcome.value.counts)
    return outcome
  })
}

/** These rows, and all that may come out otherwise when what is ruled of them changes. */
async function tiedTo(tx: Tx, id: number, ruled: readonly number[]): Promise<number[]> {
  const tied = new Set(ruled)
  for (let edge = [...ruled]; edge.length > 0; ) {
    const met = await tx.execute<{ at: number }>(sql`
      select distinct r.at from import_rows r cross join unnest(r.links) l
      where r.import_id = ${id} and l in (
        select unnest(e.links) from import_rows e join jsonb_array_elements_text(${JSON.stringify(edge)}::jsonb) a on e.at = a::int
        where e.import_id = ${id})`)
    edge = met.map(({ at }) => at).filter(at => !tied.has(at))
    for (const at of edge) tied.add(at)
  }
  return [...tied]
}

/** Rows as they were read and ruled on. */
async function sheetRows(tx: Tx, id: number, some: readonly number[]): Promise<SheetRow[]> {
  const rows = await tx
    .select({
      at: importRows.at,
      said: importRows.said,
      unread: importRows.unread,
      same: importRows.same,
      different: importRows.different,
    })
    .from(importRows)
    .where(
      sql`${importRows.importId} = ${id} and ${importRows.at} in (
        select a::int from jsonb_array_elements_text(${JSON.stringify(some)}::jsonb) a)`,
    )
    .orderBy(asc(importRows.at))
  return rows.map(asRead)
}

type Read = Pick<SheetRow, 'at' | 'said' | 'unread'> & { same?: string | null; different?: string | null }
export const asRead = ({ at, said, unread, same = null, different = null }: Read): SheetRow => ({
  at,
  said,
  unread,
  ruling: same as SheetRow['ruling'],
  different,
})

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
  progress: Progress,
): Promise<Planned<unknown>[]> {
  const noun = importOf(nounOf(permit))
  const plan = await planRows(await batchOf(tx, permit, batch, rows), noun, rows, false, progress)
  return [...plan.creates, ...plan.updates, ...plan.rest]
}

async function checked(tx: Tx, id: number, counts: ImportCounts) {
  await tx.update(imports).set({ state: 'checked', counts, checkedAt: sql`now()` }).where(eq(imports.id, id))
  return done({ id, counts })
}

async function countsIn(tx: Tx, id: number): Promise<ImportCounts> {
  const rows = await tx
    .select({
      plan: importRows.plan,
      count: count(),
      warned: sql<number>`(count(*) filter (where ${importRows.warnings} <> '[]'))::int`,
    })
    .from(importRows)
    .where(eq(importRows.importId, id))
    .groupBy(importRows.plan)
  const counts = { ...noCounts }
  for (const { plan, count, warned } of rows) {
    counts[plan] = count
    counts.rows += count
    counts.warned = (counts.warned ?? 0) + warned
  }
  return counts
}

export function countsOf(rows: readonly Planned<unknown>[]): ImportCounts {
  const counts = { ...noCounts, rows: rows.length }
  for (const { plan } of rows) counts[plan] += 1
  counts.warned = rows.filter(({ warnings }) => warnings.length > 0).length
  return counts
}

/** What becomes of a row, as it is kept beside it. */
const planOf = (row: Planned<unknown>, columns: readonly ImportColumn[]) => ({
  plan: row.plan,
  errors: errorsOf(row, columns),
  warnings: row.warnings.map(one => warningOf(one, row, columns)),
  changes: row.changes,
  number: row.number,
  matches: row.matches.map(({ id: _, ...match }) => match),
  links: row.links ?? [],
})

async function keepPlan(tx: Tx, { id, columns }: Imported, rows: readonly Planned<unknown>[]) {
  // what was left out was not looked at: its ties stay as they were
  const kept = (row: Planned<unknown>) => ({ at: row.at, ...planOf(row, columns), links: row.links })
  await inTurns(rows, kept, async chunk => {
    await tx.execute(sql`
      update import_rows r set plan = k.plan, errors = k.errors, warnings = k.warnings, changes = k.changes,
        number = k.number, matches = k.matches, links = coalesce(k.links, r.links)
      from jsonb_to_recordset(${JSON.stringify(chunk)}::jsonb) k(at int, plan text, errors jsonb, warnings jsonb,
        changes jsonb, number text, matches jsonb, links text[])
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
