import { z } from 'zod'
import { chosen, recordNumber, version } from '@/domain/record/field'
import { cleanLine } from '@/domain/text/clean'
import { MOST_TAGS } from './tag'

const facts = {
  name: cleanLine(40),
  colour: z.coerce.number('input.not_offered').int('input.not_offered').min(0).max(7),
}
const ids = () =>
  z.preprocess(
    value => (value === undefined || value === null || value === '' ? [] : [value].flat()),
    z.array(z.coerce.number('input.not_offered').int('input.not_offered').positive()).max(MOST_TAGS),
  )

export const createTagInput = z.object(facts)
export type CreateTagInput = z.infer<typeof createTagInput>

export const editTagInput = z.object({ id: chosen(), version: version(), ...facts })
export type EditTagInput = z.infer<typeof editTagInput>

/** All that bears `id` bears `into` afterwards, and `id` is no more. */
export const mergeTagInput = z.object({ id: chosen(), into: chosen() })
export type MergeTagInput = z.infer<typeof mergeTagInput>

export const deleteTagInput = z.object({ id: chosen() })
export type DeleteTagInput = z.infer<typeof deleteTagInput>

const record = { number: recordNumber('LDC') }

/** The tags of a record, all of them: what is not named is taken off. */
export const setTagsInput = z.object({ ...record, tags: ids() })
export type SetTagsInput = z.infer<typeof setTagsInput>

/** Some tags more, some less; the others stay as they are. */
export const changeTagsInput = z.object({ ...record, add: ids(), remove: ids() })
export type ChangeTagsInput = z.infer<typeof changeTagsInput>
