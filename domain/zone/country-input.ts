import { z } from 'zod'
import { isCountryCode } from '@/domain/country/country'
import { optionalLine } from '@/domain/text/clean'
import { nameFields } from '@/domain/user/names-input'

/** The bureau's own words for a country or region; a language left empty keeps the default, all empty: none of its own. */
export const editCountryInput = z.object({
  code: z.string().refine(isCountryCode, 'input.not_offered'),
  name: optionalLine(100),
  ...nameFields(100),
})
export type EditCountryInput = z.output<typeof editCountryInput>
