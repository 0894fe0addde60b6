import type { Tx } from '@/db/as'
import type { ImportPermission, UndoPermission } from '@/db/import/permission'
import { applyImport } from '@/db/write/import-apply'
import { checkImport, ruleImport } from '@/db/write/import-check'
import { undoImport } from '@/db/write/import-undo'
import type { JobRun } from '@/db/write/job'
import { lookAlikeNouns } from '@/domain/duplicate/look-alike'
import type { ImportCounts } from '@/domain/import/batch'
import { ruleImportInput } from '@/domain/import/input'
import { done } from '@/domain/outcome'
import type { Permit } from '@/domain/policy/permit'
import { job } from './job'

const permissions = lookAlikeNouns.flatMap(noun => [`${noun}.import`, `${noun}.undo_import`] as const)

/** A sheet of thousands of rows is looked at, ruled on, brought in or taken back, while its owner does something else. */
export const importJob = job('import', permissions, (permit, { id, ...asked }, run) =>
  permit.permission.endsWith('.undo_import')
    ? undone(permit as Permit<UndoPermission>, Number(id), run)
    : carriedOut(permit as Permit<ImportPermission>, { ...asked, id: Number(id) }, run),
)

type Asked = { id: number; verb?: unknown; good?: unknown }

async function carriedOut(permit: Permit<ImportPermission>, { verb, ...asked }: Asked, run: JobRun) {
  const input = { id: asked.id, good: asked.good === true }
  const finish = (tx: Tx, counts: ImportCounts) => run.finish(tx, { id: input.id, ...counts })
  const outcome =
    verb === 'apply'
      ? await applyImport(permit, input, run.progress, finish)
      : verb === 'rule'
        ? await ruleImport(permit, ruleImportInput.parse(asked), run.progress, finish)
        : await checkImport(permit, input, run.progress)
  return outcome.kind === 'done' ? done({ id: input.id, ...outcome.value.counts }) : outcome
}

async function undone(permit: Permit<UndoPermission>, id: number, run: JobRun) {
  const outcome = await undoImport(permit, { id }, run.progress, (tx, { deleted, putBack, kept }) =>
    run.finish(tx, { id, deleted, putBack, kept: kept.length }),
  )
  return outcome.kind === 'done' ? done({ id }) : outcome
}
