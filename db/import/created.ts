import { startOfDay } from '@/domain/calendar/date'
import { EARLIEST_CREATED } from '@/domain/import/batch'
import type { Said } from '@/domain/import/said'
import type { FieldErrors } from '@/domain/outcome'
import type { Batch } from './row'

const NOON = 12 * 3_600_000

/**
 * When a new record was first entered, as its ledger has it: noon of that day in the zone. Nothing for today, which is
 * now. The log has the moment of the import, and what is counted by that stays right.
 */
export function createdOf(
  { known }: Batch,
  { createdOn }: Said,
): { created: { createdAt?: Date }; errors: FieldErrors } {
  const { today, timezone } = known.rules
  if (!createdOn || createdOn === today) return { created: {}, errors: {} }
  if (createdOn > today) return { created: {}, errors: { createdOn: { reason: 'date.in_future' } } }
  if (createdOn < EARLIEST_CREATED) {
    const early = { reason: 'date.too_early', values: { on: EARLIEST_CREATED } }
    return { created: {}, errors: { createdOn: early } }
  }
  const createdAt = new Date(startOfDay(timezone, createdOn).getTime() + NOON)
  return { created: { createdAt }, errors: {} }
}
