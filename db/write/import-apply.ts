import { eq, sql } from 'drizzle-orm'
import { as, record, reserveNumbers, type Tx, writeMany, zoneToday } from '@/db/as'
import { importOf } from '@/db/import/noun'
import { type ImportPermission, nounOf } from '@/db/import/permission'
import { planRows } from '@/db/import/plan'
import type { Batch, Made, Planned } from '@/db/import/row'
import { changesFields, writeTags } from '@/db/import/tags'
import { importFiles, importRecords, importRows, imports } from '@/db/schema/import'
import { yearOf } from '@/domain/calendar/date'
import type { ImportCounts } from '@/domain/import/batch'
import type { ApplyImportInput } from '@/domain/import/input'
import { done, gone, type Outcome, refused } from '@/domain/outcome'
import type { Permit } from '@/domain/policy/permit'
import { heldImport } from './import'
import { batchOf, type Checked, countsOf, type Progress, sheetRows } from './import-check'
import { inChunksOf } from './many'

const letters = { lead: ['L', 'K'], company: ['C'], contact: ['K'], deal: ['D', 'C'] } as const

/**
 * What the preview said, in one transaction: all of it or nothing. Rows that are refused hold everything, unless only the
 * `good` ones are asked for. What would come out otherwise than it was shown is refused, and nothing is written.
 * `finish` runs at the end, in the same transaction. With more rows than `most` it is refused as `large`: a job does it.
 */
export async function applyImport(
  permit: Permit<ImportPermission>,
  { id, good }: ApplyImportInput,
  progress: Progress = () => {},
  finish: (tx: Tx, counts: ImportCounts) => Promise<void> = async () => {},
  most = Number.POSITIVE_INFINITY,
): Promise<Outcome<Checked>> {
  if ((await rowsOf(permit, id)) > most) return refused('import.refused.large')
  const number = await numbersFor(permit, id)
  if (!number) return gone()
  return writeMany(permit, { import: id }, async tx => {
    const held = await heldImport(tx, permit, id)
    if (held.kind !== 'done') return held
    const { batch } = held.value
    if (batch.state !== 'checked' && batch.state !== 'applying') return refused('import.refused.not_checked')
    const rows = await sheetRows(tx, id)
    const context = await batchOf(tx, permit, batch, rows, number)
    const noun = importOf(nounOf(permit))
    const plan = await planRows(context, noun, rows, true, (at, total) => progress(Math.floor(at / 2), total))
    const all: Planned<unknown>[] = [...plan.creates, ...plan.updates, ...plan.rest]
    const counts = countsOf(all)
    if (!(await asShown(tx, id, all))) return refused('import.refused.changed')
    if (!good && counts.bad + counts.ask > 0) return refused('import.refused.bad_rows', { values: counts })
    const written = [
      ...(await noun.insert(context, whole(plan.creates))),
      ...(await noun.save(context, whole(plan.updates.filter(changesFields)))),
    ]
    const made = await writeTags(context, noun.noun, written, [...plan.creates, ...plan.updates])
    if (await metMeanwhile(context, plan.creates)) return refused('import.refused.changed')
    await keepMade(tx, id, made)
    await tx
      .update(imports)
      .set({ state: 'applied', counts, goodOnly: good, appliedAt: sql`now()` })
      .where(eq(imports.id, id))
    await tx.delete(importFiles).where(eq(importFiles.importId, id))
    await record(tx, 'import', null, { noun: noun.noun, file: batch.fileName, ...counts })
    await finish(tx, counts)
    return done({ id, counts })
  })
}

const rowsOf = (permit: Permit<ImportPermission>, id: number) =>
  as(permit, 'read', async tx => {
    const [row] = await tx.select({ counts: imports.counts }).from(imports).where(eq(imports.id, id))
    return row?.counts?.rows ?? 0
  })

/** Reserved before, in a transaction of their own: whoever enters a record meanwhile waits for nobody. */
async function numbersFor(permit: Permit<ImportPermission>, id: number): Promise<Batch['number'] | null> {
  const [batch, today] = await as(permit, 'read', async tx => {
    const [row] = await tx.select({ counts: imports.counts }).from(imports).where(eq(imports.id, id))
    return [row, await zoneToday(tx)] as const
  })
  if (!batch) return null
  const numbers = new Map<string, string[]>()
  const count = batch.counts?.create ?? 0
  for (const letter of letters[nounOf(permit)])
    if (count > 0) numbers.set(letter, await reserveNumbers(permit, letter, yearOf(today), count))
  return letter => {
    const next = numbers.get(letter)?.shift()
    if (!next) throw new Error(`more ${letter} numbers are used than were reserved`)
    return next
  }
}

const whole = <W>(rows: readonly Planned<W>[]) =>
  rows.filter((row): row is Planned<W> & { work: NonNullable<W> } => row.work !== null)

/** True when every row comes to what the preview showed. */
async function asShown(tx: Tx, id: number, rows: readonly Planned<unknown>[]): Promise<boolean> {
  const shown = await tx
    .select({
      at: importRows.at,
      plan: importRows.plan,
      number: importRows.number,
      changes: importRows.changes,
      matches: importRows.matches,
    })
    .from(importRows)
    .where(eq(importRows.importId, id))
  const mine = new Map(rows.map(row => [row.at, essence(row)]))
  return shown.length === rows.length && shown.every(row => mine.get(row.at) === essence(row))
}

type Shown = Pick<Planned<unknown>, 'plan' | 'number' | 'changes'> & {
  matches: readonly { noun: string; name: string; number: string | null; row?: number }[] | null
}

function essence({ plan, number, changes, matches }: Shown): string {
  const changed = Object.entries(changes ?? {}).map(([field, [from, to]]) => `${field}=${from}>${to}`)
  const met = (matches ?? []).map(match => `${match.noun} ${match.number ?? match.name} ${match.row ?? ''}`)
  return [plan, number, ...changed.sort(), ...met.sort()].join('\n')
}

/**
 * Whoever entered the same while this was running has entered it by now or waits: entries hold the gate together, an
 * import alone, and only for this last look and the commit.
 */
async function metMeanwhile({ tx, permit }: Batch, creates: readonly Planned<unknown>[]): Promise<boolean> {
  if (creates.length === 0) return false
  const [row] = await tx.execute<{ met: boolean }>(sql`select entered_meanwhile(${nounOf(permit)}) as met`)
  return row?.met ?? false
}

async function keepMade(tx: Tx, importId: number, made: readonly Made[]) {
  await inChunksOf(made, chunk =>
    tx.insert(importRecords).values(
      chunk.map(({ at, noun, id, version, created, before }) => ({
        importId,
        at,
        noun,
        recordId: id,
        version,
        created,
        before,
      })),
    ),
  )
}
