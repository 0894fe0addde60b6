import { and, eq, inArray } from 'drizzle-orm'
import { type Tx, write } from '@/db/as'
import type { ImportPermission, UndoPermission } from '@/db/import/permission'
import { imports } from '@/db/schema/import'
import { jobs } from '@/db/schema/job'
import type { ImportInput, RuleImportInput } from '@/domain/import/input'
import { done } from '@/domain/outcome'
import type { Permit } from '@/domain/policy/permit'
import { heldImport, type ImportDone } from './import'
import { heldApplied } from './import-undo'
import { startJob } from './job'

type Asked = { id: number } & (
  | { verb: 'check' }
  | { verb: 'apply'; good: boolean }
  | ({ verb: 'rule' } & RuleImportInput)
)
const meanwhile = { check: 'checking', apply: 'applying', rule: 'checked' } as const

/** A long sheet is checked, ruled on or applied by a job, while its owner does something else. */
export async function startImport(permit: Permit<ImportPermission>, asked: Asked): Promise<ImportDone> {
  const { id, verb } = asked
  return write(permit, async tx => {
    const held = await heldImport(tx, permit, id)
    if (held.kind !== 'done') return held
    const job = await begun(tx, permit, held.value.batch, asked)
    await tx.update(imports).set({ state: meanwhile[verb], job }).where(eq(imports.id, id))
    return done({ id })
  })
}

/** A large import is taken back by a job; one that is about to be is not begun again. */
export async function startUndo(permit: Permit<UndoPermission>, { id }: ImportInput): Promise<ImportDone> {
  return write(permit, async tx => {
    const held = await heldApplied(tx, permit, id)
    if (held.kind !== 'done') return held
    const { batch } = held.value
    const open = and(eq(jobs.id, batch.job ?? 0), inArray(jobs.state, ['waiting', 'running']))
    if ((await tx.$count(jobs, open)) > 0) return done({ id })
    const job = await begun(tx, permit, batch, { id, verb: 'undo' })
    await tx.update(imports).set({ job }).where(eq(imports.id, id))
    return done({ id })
  })
}

const begun = (
  tx: Tx,
  permit: Permit<ImportPermission | UndoPermission>,
  { id, fileName }: typeof imports.$inferSelect,
  asked: Record<string, unknown>,
) => startJob(tx, permit, { kind: 'import', details: { ...asked, name: fileName, path: `/import/${id}` } })
