import type { Tx } from '@/db/as'
import { applyImport } from '@/db/write/import-apply'
import { checkImport, ruleImport } from '@/db/write/import-check'
import { lookAlikeNouns } from '@/domain/duplicate/look-alike'
import type { ImportCounts } from '@/domain/import/batch'
import { ruleImportInput } from '@/domain/import/input'
import { done } from '@/domain/outcome'
import { job } from './job'

const permissions = lookAlikeNouns.map(noun => `${noun}.import` as const)

/** A sheet of thousands of rows is looked at, ruled on or brought in, while its owner does something else. */
export const importJob = job('import', permissions, async (permit, { id, verb, ...asked }, run) => {
  const input = { id: Number(id), good: asked.good === true }
  const finish = (tx: Tx, counts: ImportCounts) => run.finish(tx, { id: input.id, ...counts })
  const outcome =
    verb === 'apply'
      ? await applyImport(permit, input, run.progress, finish)
      : verb === 'rule'
        ? await ruleImport(permit, ruleImportInput.parse({ ...asked, id: input.id }), run.progress, finish)
        : await checkImport(permit, input, run.progress)
  return outcome.kind === 'done' ? done({ id: input.id, ...outcome.value.counts }) : outcome
})
