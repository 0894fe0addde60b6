import { z } from 'zod'
import { chosen, chosenOrNot, version } from '@/domain/record/field'
import { cleanLine } from '@/domain/text/clean'
import { placeOf, viewLists } from './view'

const place = z.string('input.required').transform((word, context) => {
  const found = placeOf(word)
  if (found) return found
  context.addIssue({ code: 'custom', message: 'input.not_offered' })
  return z.NEVER
})
/** The address of a list after its path; what in it means nothing is named as ignored whenever it is opened. */
const search = z
  .string()
  .max(4_000)
  .regex(/^(\?[^\s#]*)?$/, 'input.not_offered')

export const createViewInput = z.object({ list: z.enum(viewLists), name: cleanLine(60), search, place })
export type CreateViewInput = z.infer<typeof createViewInput>

/** Another name, another place, or (with `search`) another filter. */
export const editViewInput = z.object({
  id: chosen(),
  version: version(),
  name: cleanLine(60),
  place,
  search: search.optional(),
})
export type EditViewInput = z.infer<typeof editViewInput>

export const deleteViewInput = z.object({ id: chosen() })
export type DeleteViewInput = z.infer<typeof deleteViewInput>

/** The view where one begins; none is My day. */
export const setHomeInput = z.object({ id: chosenOrNot() })
export type SetHomeInput = z.infer<typeof setHomeInput>
