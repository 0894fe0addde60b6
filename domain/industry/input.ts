import { z } from 'zod'
import { cleanLine } from '@/domain/text/clean'
import { nameFields } from '@/domain/user/names-input'
import { sections } from './industry'

const industry = { name: cleanLine(100), ...nameFields(100), section: z.enum(sections) }

export const createIndustryInput = z.object(industry)
export type CreateIndustryInput = z.output<typeof createIndustryInput>

export const editIndustryInput = z.object({
  id: z.coerce.number().int().positive(),
  version: z.coerce.number().int().positive(),
  ...industry,
  /** A checkbox sends `on` or nothing. */
  active: z
    .union([z.literal('on'), z.boolean()])
    .optional()
    .transform(value => value === 'on' || value === true),
})
export type EditIndustryInput = z.output<typeof editIndustryInput>
