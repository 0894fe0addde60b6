import { z } from 'zod'
import { ticked } from '@/domain/record/field'
import { type BulkItem, itemOf, MOST_AT_ONCE } from './bulk'

/** What a form says once for all of them, in the words of the verb's own form; each verb takes its own. */
const fields = z.record(z.string(), z.unknown())

/**
 * Many records and what to do with them. `submission` is the mark of the run: in the log, and for the page that tells
 * what came of it. `whole`: all of them or none.
 */
export const bulkInput = z
  .looseObject({
    items: z.array(z.string()).max(MOST_AT_ONCE, 'bulk.too_many').default([]),
    whole: ticked(),
    submission: z.uuid(),
  })
  .transform(({ items, whole, submission, ...rest }, context) => {
    const found = items.map(itemOf)
    if (found.length === 0)
      context.addIssue({ code: 'custom', message: 'bulk.none', path: ['items'] } as never)
    if (found.includes(null))
      context.addIssue({ code: 'custom', message: 'input.not_offered', path: ['items'] } as never)
    const byNumber = new Map((found as BulkItem[]).map(item => [item?.number, item]))
    return { items: [...byNumber.values()], whole, mark: submission, fields: fields.parse(rest) }
  })
export type BulkInput = z.infer<typeof bulkInput>

/** The mark of a run that is to be turned back. */
export const undoBulkInput = z.object({ of: z.uuid(), submission: z.uuid() })
export type UndoBulkInput = z.infer<typeof undoBulkInput>
