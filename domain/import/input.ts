import { z } from 'zod'
import { ticked } from '@/domain/record/field'
import { importModes } from './batch'
import { encodings } from './raw'

const id = z.coerce.number().int().positive()

/** Which sheet, how its text is encoded, which column is which field (`column.3`: a field's key, or nothing), what the rows may do and empty cells mean. */
export const prepareImportInput = z
  .looseObject({
    id,
    sheet: z.string().max(200).optional(),
    encoding: z.enum(encodings, { error: 'input.not_offered' }).optional(),
    mode: z.enum(importModes, { error: 'input.not_offered' }).default('both'),
    clearEmpty: ticked(),
  })
  .transform(({ id, sheet, encoding, mode, clearEmpty, ...sent }) => {
    const columns = Object.entries(sent).flatMap(([key, value]) =>
      /^column\.\d{1,3}$/.test(key) && typeof value === 'string'
        ? [[Number(key.slice('column.'.length)), value.slice(0, 60)] as const]
        : [],
    )
    return {
      id,
      sheet: sheet || null,
      ...(encoding && { encoding }),
      mode,
      clearEmpty,
      columns: new Map(columns),
    }
  })
export type PrepareImportInput = z.output<typeof prepareImportInput>

export const importInput = z.object({ id })
export type ImportInput = z.infer<typeof importInput>

/** Rows that a person rules on: one, or (without `at`) all that wait. */
export const ruleImportInput = z
  .object({
    id,
    at: z.preprocess(value => value || undefined, z.coerce.number().int().positive().optional()),
    verdict: z.enum(['same', 'different', 'skip'], { error: 'input.required' }),
    reason: z.preprocess(
      value => (typeof value === 'string' ? value.trim() : value),
      z.string().max(500).optional(),
    ),
  })
  .superRefine(({ verdict, reason }, context) => {
    if (verdict === 'different' && !reason)
      context.addIssue({ code: 'custom', message: 'input.required', path: ['reason'] } as never)
  })
export type RuleImportInput = z.infer<typeof ruleImportInput>

/** `good`: the rows that are right, without the others; otherwise all or nothing. */
export const applyImportInput = z.object({
  id,
  good: z.preprocess(value => value === 'on' || value === true, z.boolean()),
})
export type ApplyImportInput = z.infer<typeof applyImportInput>
