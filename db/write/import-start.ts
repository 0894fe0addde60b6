import { eq } from 'drizzle-orm'
import { write } from '@/db/as'
import type { ImportPermission } from '@/db/import/permission'
import { imports } from '@/db/schema/import'
import { done } from '@/domain/outcome'
import type { Permit } from '@/domain/policy/permit'
import { heldImport, type ImportDone } from './import'
import { startJob } from './job'

/** A long sheet is checked or applied by a job, while its owner does something else. */
export async function startImport(
  permit: Permit<ImportPermission>,
  { id, verb, good }: { id: number; verb: 'check' | 'apply'; good: boolean },
): Promise<ImportDone> {
  return write(permit, async tx => {
    const held = await heldImport(tx, permit, id)
    if (held.kind !== 'done') return held
    const { fileName } = held.value.batch
    const job = await startJob(tx, permit, {
      kind: 'import',
      details: { id, verb, good, name: fileName, path: `/import/${id}` },
    })
    await tx
      .update(imports)
      .set({ state: verb === 'check' ? 'checking' : 'applying', job })
      .where(eq(imports.id, id))
    return done({ id })
  })
}
