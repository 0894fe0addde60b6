import { and, asc, eq, gt, sql } from 'drizzle-orm'
import { as, record, reserveNumbers, type Tx, writeMany, zoneToday } from '@/db/as'
import { breathing } from '@/db/breathe'
import { importOf } from '@/db/import/noun'
import { type ImportPermission, nounOf } from '@/db/import/permission'
import { planRows } from '@/db/import/plan'
import type { Batch, Made, Planned, SheetRow } from '@/db/import/row'
import { changesFields, writeTags } from '@/db/import/tags'
import { importFiles, importRecords, importRows, imports } from '@/db/schema/import'
import { yearOf } from '@/domain/calendar/date'
import type { ImportCounts } from '@/domain/import/batch'
import type { ApplyImportInput } from '@/domain/import/input'
import { done, gone, type Outcome, refused } from '@/domain/outcome'
import type { Permit } from '@/domain/policy/permit'
import { heldImport } from './import'
import { asRead, batchOf, type Checked, countsOf, type Progress } from './import-check'
import { insertMany } from './many'

/** Rows that are read at a time. */
const SOME = 500
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
    const shown = await shownRows(tx, id)
    const rows = shown.map(({ row }) => row)
    const context = await batchOf(tx, permit, batch, rows, number)
    const noun = importOf(nounOf(permit))
    const plan = await planRows(context, noun, rows, true, (at, total) => progress(Math.floor(at / 2), total))
    const all: Planned<unknown>[] = [...plan.creates, ...plan.updates, ...plan.rest]
    const counts = countsOf(all)
    if (!(await isAsShown(shown, all))) return refused('import.refused.changed')
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
    await tx.execute(sql`select settle_indexes()`)
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

type ShownRow = { row: SheetRow; shown: string }

/** The rows as they were read and ruled on, each with what the preview showed of it; so many at a time. */
async function shownRows(tx: Tx, id: number): Promise<ShownRow[]> {
  const all: ShownRow[] = []
  for (let last = 0; ; last = all.at(-1)?.row.at ?? 0) {
    const rows = await tx
      .select({
        at: importRows.at,
        said: importRows.said,
        unread: importRows.unread,
        same: importRows.same,
        different: importRows.different,
        plan: importRows.plan,
        number: importRows.number,
        changes: importRows.changes,
        matches: importRows.matches,
      })
      .from(importRows)
      .where(and(eq(importRows.importId, id), gt(importRows.at, last)))
      .orderBy(asc(importRows.at))
      .limit(SOME)
    for (const { plan, number, changes, matches, ...read } of rows)
      all.push({ row: asRead(read), shown: essence({ plan, number, changes, matches }) })
    if (rows.length < SOME) return all
  }
}

/** True when every row comes to what the preview showed. */
async function isAsShown(shown: readonly ShownRow[], rows: readonly Planned<unknown>[]): Promise<boolean> {
  const expected = new Map(shown.map(({ row, shown }) => [row.at, shown]))
  const turn = breathing()
  for (const row of rows) {
    if (expected.get(row.at) !== essence(row)) return false
    await turn()
  }
  return shown.length === rows.length
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
  await insertMany(tx, importRecords, made, ({ at, noun, id, version, created, before }) => ({
    importId,
    at,
    noun,
    recordId: id,
    version,
    created,
    before,
  }))
}
