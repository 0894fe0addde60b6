import { createHash } from 'node:crypto'
import { and, desc, eq, sql } from 'drizzle-orm'
import { type Tx, write } from '@/db/as'
import { type ImportPermission, nounOf } from '@/db/import/permission'
import { type ReadFile, readTable } from '@/db/import/sheet'
import { importFiles, importMappings, importRows, imports } from '@/db/schema/import'
import { cleanFileName } from '@/domain/attachment/name'
import { type ImportColumn, noCounts } from '@/domain/import/batch'
import type { ImportInput, PrepareImportInput } from '@/domain/import/input'
import { mapColumns, type Remembered, shapeOf } from '@/domain/import/map-columns'
import { fieldOf, type ImportNoun } from '@/domain/import/noun'
import { type Encoding, encodingNames } from '@/domain/import/raw'
import type { Column, Table } from '@/domain/import/table'
import { done, gone, type Outcome, refused } from '@/domain/outcome'
import type { Permit } from '@/domain/policy/permit'

export type ImportDone = Outcome<{ id: number }>

/**
 * A file comes in: read once, so that what is wrong with it is said at once, and kept until it is applied; also where a
 * person has to say first how its text is encoded.
 */
export async function receiveImport(
  permit: Permit<ImportPermission>,
  { name, bytes, encoding }: { name: string; bytes: Uint8Array; encoding?: Encoding },
): Promise<ImportDone> {
  const noun = nounOf(permit)
  const fileName = cleanFileName(name)
  const read = await readTable(bytes, fileName, noun, { encoding })
  if (read.kind !== 'done') return read
  return write(permit, async tx => {
    const found = await placed(tx, noun, read.value)
    const [row] = await tx
      .insert(imports)
      .values({
        noun,
        userId: permit.actor.id,
        fileName,
        digest: createHash('sha256').update(bytes).digest('hex'),
        ...found,
      })
      .returning({ id: imports.id })
    if (!row) throw new Error('an import was inserted without an id')
    await tx.insert(importFiles).values({ importId: row.id, bytes: Buffer.from(bytes) })
    return done({ id: row.id })
  })
}

type Unticked<I extends { clearEmpty: boolean }> = Omit<I, 'clearEmpty'> & Partial<Pick<I, 'clearEmpty'>>

/** Another sheet, or the same text in another encoding, is found anew; columns that a person has chosen are remembered for sheets with the same heads. */
export async function prepareImport(
  permit: Permit<ImportPermission>,
  { id, sheet, encoding, mode, clearEmpty = false, columns }: Unticked<PrepareImportInput>,
): Promise<Outcome<{ id: number; moved: boolean; rows: number }>> {
  const noun = nounOf(permit)
  const known = await write(permit, async tx => heldImport(tx, permit, id))
  if (known.kind !== 'done') return known
  const anew = encoding !== undefined || (sheet !== null && sheet !== known.value.batch.sheet)
  const read = anew ? await readAnew(permit, id, { sheet, encoding }) : null
  if (read && read.kind !== 'done') return read
  return write(permit, async tx => {
    const held = await heldImport(tx, permit, id)
    if (held.kind !== 'done') return held
    const found = read ? await placed(tx, noun, read.value) : null
    const chosen = found?.columns ?? held.value.batch.columns.map(column => choose(column, columns, noun))
    const problem = found ? null : (openOf(held.value.batch) ?? problemOf(chosen, noun))
    if (problem) return problem
    await tx
      .update(imports)
      .set({
        counts: { ...noCounts, rows: held.value.batch.counts?.rows ?? 0 },
        ...found,
        columns: chosen,
        mode,
        clearEmpty,
        state: 'uploaded',
      })
      .where(eq(imports.id, id))
    await tx.delete(importRows).where(eq(importRows.importId, id))
    if (!found) await remember(tx, permit, noun, chosen)
    const rows = (found?.counts ?? held.value.batch.counts)?.rows ?? 0
    return done({ id, moved: found !== null, rows })
  })
}

async function readAnew(
  permit: Permit<ImportPermission>,
  id: number,
  { sheet, encoding }: Pick<PrepareImportInput, 'sheet' | 'encoding'>,
) {
  const held = await write(permit, async tx => heldFile(tx, permit, id))
  if (held.kind !== 'done') return held
  const { batch, bytes } = held.value
  return readTable(bytes, batch.fileName, nounOf(permit), { sheet, encoding: encoding ?? batch.encoding })
}

/** Nothing of it stays but that it was there. */
export async function discardImport(
  permit: Permit<ImportPermission>,
  { id }: ImportInput,
): Promise<ImportDone> {
  return write(permit, async tx => {
    const held = await heldImport(tx, permit, id)
    if (held.kind !== 'done') return held
    await tx.delete(importRows).where(eq(importRows.importId, id))
    await tx.delete(importFiles).where(eq(importFiles.importId, id))
    await tx.update(imports).set({ state: 'discarded' }).where(eq(imports.id, id))
    return done({ id })
  })
}

/** One's own import of this noun that is not applied yet and whose file is kept, held until the end of the transaction. */
export async function heldImport(tx: Tx, permit: Permit<ImportPermission>, id: number) {
  const [batch] = await tx.select().from(imports).where(eq(imports.id, id)).for('update')
  if (!batch || batch.noun !== nounOf(permit) || batch.userId !== permit.actor.id) return gone()
  if (['applied', 'undone', 'discarded'].includes(batch.state)) return refused('import.refused.over')
  const kept = await tx.$count(importFiles, eq(importFiles.importId, id))
  return kept > 0 ? done({ batch }) : refused('import.refused.file_gone')
}

/** The same with what stands in its file. */
export async function heldFile(tx: Tx, permit: Permit<ImportPermission>, id: number) {
  const held = await heldImport(tx, permit, id)
  if (held.kind !== 'done') return held
  const [file] = await tx
    .select({ bytes: importFiles.bytes })
    .from(importFiles)
    .where(eq(importFiles.importId, id))
  return done({ ...held.value, bytes: new Uint8Array(file?.bytes ?? []) })
}

/** The table that is read, its columns mapped as this person had such a sheet last, else as anybody had. */
async function placed(tx: Tx, noun: ImportNoun, { table, ...file }: ReadFile) {
  if (!table) return { ...file, sheet: null, columns: [], skipped: [], counts: null }
  const shape = shapeOf(table.columns, noun)
  const [kept] = await tx
    .select({ mapping: importMappings.mapping })
    .from(importMappings)
    .where(and(eq(importMappings.noun, noun), eq(importMappings.shape, shape)))
    .orderBy(sql`${importMappings.userId} = viewer_id() desc`, desc(importMappings.usedAt))
    .limit(1)
  return {
    ...file,
    sheet: table.sheet,
    columns: columnsOf(table, noun, kept?.mapping),
    counts: { ...noCounts, rows: table.rows.length },
    skipped: table.skipped.slice(0, 200),
  }
}

const columnsOf = (table: Table, noun: ImportNoun, remembered: Remembered = {}): ImportColumn[] =>
  mapColumns(table.columns, noun, remembered).columns.map(({ column, field, how }) => ({
    at: column.at,
    header: column.header,
    unit: column.unit,
    samples: column.samples.slice(0, 3),
    field,
    how,
  }))

function choose(column: ImportColumn, chosen: ReadonlyMap<number, string>, noun: ImportNoun): ImportColumn {
  const key = chosen.get(column.at)
  if (key === undefined) return column
  const field = fieldOf(noun, key)
  return { ...column, field: field && field.kind.is !== 'derived' ? key : null, how: 'remembered' }
}

/** What a person has to say first: which encoding, which of several sheets. */
function openOf({ columns, encodingHow, sheets }: typeof imports.$inferSelect) {
  if (columns.length > 0) return null
  return encodingHow === 'open'
    ? refused('sheet.refused.encoding_unknown', {
        values: { encodings: Object.values(encodingNames).join(', ') },
      })
    : refused('sheet.refused.several_tables', { values: { list: sheets.join(', ') } })
}

/** A field in two columns: a person says which of them. */
export function problemOf(columns: readonly ImportColumn[], noun: ImportNoun) {
  const taken = new Map<string, string>()
  for (const { field, header } of columns) {
    if (field === null) continue
    const other = taken.get(field)
    if (other !== undefined && !fieldOf(noun, field)?.many)
      return refused('sheet.column.twice', { values: { columns: `${other} | ${header}` } })
    taken.set(field, header)
  }
  return taken.size === 0 ? refused('import.refused.no_column') : null
}

async function remember(
  tx: Tx,
  permit: Permit<ImportPermission>,
  noun: ImportNoun,
  columns: readonly (ImportColumn & Partial<Column>)[],
) {
  const shape = shapeOf(columns as never, noun)
  const mapping = Object.fromEntries(columns.map(({ header, field }) => [header, field ?? '']))
  await tx
    .insert(importMappings)
    .values({ userId: permit.actor.id, noun, shape, mapping })
    .onConflictDoUpdate({
      target: [importMappings.userId, importMappings.noun, importMappings.shape],
      set: { mapping, usedAt: sql`now()` },
    })
}
