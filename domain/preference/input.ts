import { z } from 'zod'

/** The lists whose columns and page size a person keeps. */
const keptLists = ['leads', 'deals', 'companies', 'contacts', 'events', 'clocks'] as const

const listOf = (value: unknown) => (typeof value === 'string' ? value.split(',').filter(Boolean) : value)

/** What is left out stays as it was; no columns at all means the default ones. */
export const savePreferenceInput = z.object({
  list: z.enum(keptLists),
  columns: z.preprocess(listOf, z.array(z.string().max(40)).max(60).optional()),
  size: z.preprocess(
    value => (value === '' ? undefined : value),
    z.coerce.number().int().min(1).max(200).optional(),
  ),
})
export type SavePreferenceInput = z.infer<typeof savePreferenceInput>
