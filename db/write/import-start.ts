import { eq } from 'drizzle-orm'
import { write } from '@/db/as'
import type { ImportPermission } from '@/db/import/permission'
import { imports } from '@/db/schema/import'
import type { RuleImportInput } from '@/domain/import/input'
import { done } from '@/domain/outcome'
import type { Permit } from '@/domain/policy/permit'
import { heldImport, type ImportDone } from './import'
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
    const { fileName } = held.value.batch
    const job = await startJob(tx, permit, {
      kind: 'import',
      details: { ...asked, name: fileName, path: `/import/${id}` },
    })
    await tx.update(imports).set({ state: meanwhile[verb], job }).where(eq(imports.id, id))
    return done({ id })
  })
}
