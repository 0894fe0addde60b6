import { z } from 'zod'
import { chosen } from '@/domain/record/field'
import { leaverParts } from './leaver'

/** `0` takes a member off without another; '' leaves the case as it is, or to the choice for the whole group. */
const taker = () =>
  z.preprocess(
    value => (value === '' || value === undefined ? null : value),
    z.coerce.number('input.not_offered').int('input.not_offered').min(0, 'input.not_offered').nullable(),
  )

/** `D-2026-0001:12`: this case to that person. */
const pick = z
  .string()
  .regex(/^[LD]-\d{4}-\d{1,7}:\d{1,15}$/, 'input.not_offered')
  .transform(text => {
    const [number = '', id] = text.split(':')
    return { number, takerId: Number(id) }
  })

const picks = z.preprocess(
  value => (Array.isArray(value) ? value : value === undefined ? [] : [value]).filter(one => one !== ''),
  z.array(pick).max(500),
)

/** One group of a leaver's cases: who takes all of it, and who takes single ones. */
export const handOverGroupInput = z.object({
  leaverId: chosen(),
  part: z.enum(leaverParts),
  noun: z.enum(['lead', 'deal']),
  deskId: chosen(),
  takerId: taker(),
  picks,
})
export type HandOverGroupInput = z.infer<typeof handOverGroupInput>

/** All that lies ahead of this kind goes to one person. */
export const handOverEventsInput = z.object({ leaverId: chosen(), takerId: chosen() })
export type HandOverEventsInput = z.infer<typeof handOverEventsInput>
