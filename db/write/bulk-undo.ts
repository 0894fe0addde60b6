import { eq, sql } from 'drizzle-orm'
import { record, type Tx, together } from '@/db/as'
import { type BulkAnswer, type BulkChanged, type BulkKept, bulkRows, holdRows } from '@/db/bulk-rows'
import { deals } from '@/db/schema/deal'
import { leads } from '@/db/schema/lead'
import { submissions } from '@/db/schema/zone'
import type { BulkPermission } from '@/domain/bulk/bulk'
import type { UndoBulkInput } from '@/domain/bulk/input'
import { done, gone, type Outcome } from '@/domain/outcome'
import type { Permit } from '@/domain/policy/permit'
import type { TagNoun } from '@/domain/tag/tag'
import { changeTags } from './record-tags'

type UndoPermit = Permit<Extract<BulkPermission, `${string}.assign` | `${string}.tag`>>

/**
 * Turns back one's own run: officers and teams as they were, tags off and on again. What somebody has changed since
 * stays, and is named.
 */
export async function undoBulk(
  permit: UndoPermit,
  { of, submission }: UndoBulkInput,
): Promise<Outcome<BulkAnswer>> {
  return together(permit, submission, async tx => {
    const before = await ownRun(tx, permit, of)
    if (!before) return gone()
    const { permission } = permit
    const noun = permission.split('.')[0] as TagNoun
    const numbers = before.changed.map(row => row.number)
    const held = await holdRows(tx, noun, numbers)
    const now = new Map((await bulkRows(tx, noun, { numbers })).map(row => [row.number, row]))
    const changed: BulkChanged[] = []
    const kept: BulkKept[] = []
    for (const row of before.changed) {
      const found = now.get(row.number)
      if (!found || !held.has(row.number))
        kept.push({ number: row.number, name: null, reason: 'bulk.kept.gone' })
      else if (found.version !== row.after)
        kept.push({ number: row.number, name: row.name, reason: 'bulk.kept.changed' })
      else {
        await turnBack(tx, permit, noun, row)
        changed.push({ ...found, after: found.version })
      }
    }
    await record(tx, 'bulk', null, { undone: of, changed: changed.length, kept: kept.length })
    return done({ permission, changed, kept })
  })
}

/** The policies give a person his own answers only. */
async function ownRun(tx: Tx, permit: UndoPermit, mark: string): Promise<BulkAnswer | null> {
  const [row] = await tx
    .select({ outcome: submissions.outcome, verb: submissions.verb })
    .from(submissions)
    .where(eq(submissions.id, mark))
  const value = (row?.outcome as { value?: BulkAnswer } | undefined)?.value
  return row?.verb === permit.permission && value?.permission === permit.permission ? value : null
}

async function turnBack(tx: Tx, permit: UndoPermit, noun: TagNoun, row: BulkChanged) {
  if (row.tags) {
    const { added: remove, removed: add } = row.tags
    const outcome = await changeTags(permit as never, { number: row.number, add, remove })
    if (outcome.kind !== 'done')
      throw new Error(`tags of ${row.number} were not turned back: ${outcome.kind}`)
    return
  }
  const table = noun === 'lead' ? leads : deals
  const [now] = await tx.select({ officer: table.caseOfficerId }).from(table).where(eq(table.id, row.id))
  const { officerId: caseOfficerId, teamIds, readerIds } = row
  await tx
    .update(table)
    .set({
      caseOfficerId,
      teamIds,
      readerIds,
      version: row.after + 1,
      updatedAt: sql`now()`,
      updatedBy: permit.actor.id,
    })
    .where(eq(table.id, row.id))
  await record(tx, noun, row.id, { changes: { officer: [now?.officer ?? null, caseOfficerId] } })
}
