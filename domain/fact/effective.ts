import type { IsoDate } from '@/domain/calendar/date'
import { type Invalid, invalidField } from '@/domain/outcome'

/**
 * A line of a dated fact begins not in the future and not before the line that stands (domain.md §1). Null when it may
 * begin on that day; else what is wrong, at `field`.
 */
export function refuseEffective(
  on: IsoDate,
  { today, began }: { today: IsoDate; began: IsoDate | null },
  field = 'effectiveOn',
): Invalid | null {
  if (on > today) return invalidField(field, 'date.in_future')
  if (began && on < began) return invalidField(field, 'date.before_last', { on: began })
  return null
}
