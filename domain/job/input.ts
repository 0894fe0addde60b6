import { z } from 'zod'
import { chosen } from '@/domain/record/field'

export const jobInput = z.object({ id: chosen() })
export type JobInput = z.output<typeof jobInput>
