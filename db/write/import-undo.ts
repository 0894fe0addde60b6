import { and, asc, eq, getTableColumns, isNull, sql } from 'drizzle-orm'
import { record, recordAll, type Tx, writeMany } from '@/db/as'
import { nounOf, type UndoPermission } from '@/db/import/permission'
import { putBack } from '@/db/import/put-back'
import { companies, contacts } from '@/db/schema/company'
import { deals } from '@/db/schema/deal'
import { importRecords, imports } from '@/db/schema/import'
import { leads } from '@/db/schema/lead'
import type { LookAlikeNoun } from '@/domain/duplicate/look-alike'
import { UNDO_DAYS } from '@/domain/import/batch'
import type { ImportInput } from '@/domain/import/input'
import { done, gone, type Outcome, refused } from '@/domain/outcome'
import type { Permit } from '@/domain/policy/permit'
import type { Progress } from './import-check'
import { inChunksOf, isOneOf } from './many'

export type Undone = { id: number; deleted: number; putBack: number; kept: string[] }
type Entry = typeof importRecords.$inferSelect

const tables = { company: companies, contact: contacts, lead: leads, deal: deals } as const
/* What names another goes before it. */
const order: readonly LookAlikeNoun[] = ['deal', 'lead', 'contact', 'company']

/**
 * Takes an import back, once, within 30 days, by whoever made it or the director: what it created is deleted (and can be
 * restored), what it changed is as before. What somebody has changed since, or another record names by now, stays and is
 * listed. `finish` runs in the same transaction. Of more records than `most` it is refused as `large`: a job does it.
 */
export async function undoImport(
  permit: Permit<UndoPermission>,
  { id }: ImportInput,
  progress: Progress = () => {},
  finish: (tx: Tx, undone: Undone) => Promise<void> = async () => {},
  most = Number.POSITIVE_INFINITY,
): Promise<Outcome<Undone>> {
  return writeMany(permit, { import: id }, async tx => {
    const held = await heldApplied(tx, permit, id)
    if (held.kind !== 'done') return held
    const { batch } = held.value
    if ((await tx.$count(importRecords, eq(importRecords.importId, id))) > most)
      return refused('import.refused.large')
    const entries = await tx
      .select()
      .from(importRecords)
      .where(eq(importRecords.importId, id))
      .orderBy(asc(importRecords.id))
    const undone: Undone = { id, deleted: 0, putBack: 0, kept: [] }
    let before = 0
    for (const noun of order) {
      const some = entries.filter(entry => entry.noun === noun)
      await undoNoun(tx, permit, { noun, entries: some, undone }, at => progress(before + at, entries.length))
      before += some.length
    }
    await tx
      .update(imports)
      .set({
        state: 'undone',
        undoneAt: sql`now()`,
        undoneBy: permit.actor.id,
        kept: undone.kept.slice(0, 1000),
      })
      .where(eq(imports.id, id))
    const { kept, ...counts } = undone
    await record(tx, 'import', null, { noun: batch.noun, file: batch.fileName, ...counts, kept: kept.length })
    await finish(tx, undone)
    return done(undone)
  })
}

/** An import that may still be taken back, held until the end of the transaction. */
export async function heldApplied(tx: Tx, permit: Permit<UndoPermission>, id: number) {
  const [batch] = await tx.select().from(imports).where(eq(imports.id, id))
  if (!batch || batch.noun !== nounOf(permit)) return gone()
  const [held] = await tx
    .select({
      ...getTableColumns(imports),
      late: sql<boolean>`applied_at < now() - make_interval(days => ${UNDO_DAYS})`,
    })
    .from(imports)
    .where(eq(imports.id, id))
    .for('update')
  if (!held) return refused('common.not_permitted')
  if (held.state !== 'applied') return refused('import.refused.undone')
  return held.late ? refused('import.refused.too_late') : done({ batch: held })
}

async function undoNoun(
  tx: Tx,
  permit: Permit<UndoPermission>,
  { noun, entries, undone }: { noun: LookAlikeNoun; entries: readonly Entry[]; undone: Undone },
  progress: (done: number) => void,
) {
  if (entries.length === 0) return
  const table = tables[noun]
  const ids = entries.map(({ recordId }) => recordId)
  const seen = await tx
    .select({ id: table.id, number: table.number })
    .from(table)
    .where(isOneOf(table.id, ids))
  const numbers = new Map(seen.map(({ id, number }) => [id, number]))
  // only what this permit writes comes back, held
  const rows = await tx
    .select({ id: table.id, version: table.version })
    .from(table)
    .where(and(isOneOf(table.id, ids), isNull(table.deletedAt)))
    .orderBy(asc(table.id))
    .for('update')
  const versions = new Map(rows.map(({ id, version }) => [id, version]))
  const untouched = entries.filter(({ recordId, version }) => versions.get(recordId) === version)
  const used = await usedOf(
    tx,
    noun,
    untouched.filter(({ created }) => created),
  )
  const created = untouched.filter(entry => entry.created && !used.has(entry.recordId))
  const changed = untouched.filter(entry => !entry.created)
  await deleteAll(tx, permit, noun, created, progress)
  await putBack(tx, permit, noun, changed)
  undone.deleted += created.length
  undone.putBack += changed.length
  const gone = new Set([...created, ...changed].map(({ recordId }) => recordId))
  for (const { recordId } of entries) if (!gone.has(recordId)) undone.kept.push(numbers.get(recordId) ?? '—')
}

/** Companies and contacts that another record names by now. */
async function usedOf(tx: Tx, noun: LookAlikeNoun, entries: readonly Entry[]): Promise<Set<number>> {
  if (noun !== 'company' && noun !== 'contact') return new Set()
  const ids = entries.map(({ recordId }) => recordId)
  const rows = await tx.execute<{ id: string }>(sql`
    select id from jsonb_array_elements_text(${JSON.stringify(ids)}::jsonb) i(id) where record_in_use(${noun}, id::bigint)`)
  return new Set(rows.map(({ id }) => Number(id)))
}

async function deleteAll(
  tx: Tx,
  { actor }: Permit,
  noun: LookAlikeNoun,
  entries: readonly Entry[],
  progress: (done: number) => void,
) {
  const table = tables[noun]
  const ids = entries.map(({ recordId }) => recordId)
  let far = 0
  await inChunksOf(ids, async some => {
    await tx
      .update(table)
      .set({ deletedAt: sql`now()`, deletedBy: actor.id, version: sql`version + 1` })
      .where(isOneOf(table.id, some))
    far += some.length
    progress(far)
    return []
  })
  await recordAll(
    tx,
    noun,
    ids.map(id => ({ id, details: {} })),
  )
}
