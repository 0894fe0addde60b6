import { applyImport } from '@/db/write/import-apply'
import { checkImport } from '@/db/write/import-check'
import { lookAlikeNouns } from '@/domain/duplicate/look-alike'
import { done } from '@/domain/outcome'
import { job } from './job'

const permissions = lookAlikeNouns.map(noun => `${noun}.import` as const)

/** A sheet of thousands of rows is looked at, or brought in, while its owner does something else. */
export const importJob = job('import', permissions, async (permit, { id, verb, good }, run) => {
  const input = { id: Number(id), good: good === true }
  const outcome =
    verb === 'apply'
      ? await applyImport(permit, input, run.progress, (tx, counts) =>
          run.finish(tx, { id: input.id, ...counts }),
        )
      : await checkImport(permit, input, run.progress)
  return outcome.kind === 'done' ? done({ id: input.id, ...outcome.value.counts }) : outcome
})
