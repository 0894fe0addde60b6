import { addDays, type IsoDate } from '@/domain/calendar/date'
import { officeDay } from './days'
import type { DealRow } from './world'

/** When an approval is expected: of most that are in the procedures, of some that are negotiated; some have slipped. */
export function expectedOf(
  { stage, status }: Pick<DealRow, 'stage' | 'status'>,
  place: number,
  today: IsoDate,
) {
  const entered = stage === 'entry_procedures'
  if (status !== 'active' || stage === 'approved' || (entered ? place % 5 === 0 : place % 3 !== 0)) return {}
  const days = entered ? ((place * 37) % 150) - 12 : 45 + ((place * 53) % 320)
  return {
    approvalExpectedOn: officeDay(addDays(today, days)),
    approvalPutOff: place % 11 === 0 ? 3 : place % 4 === 0 ? 1 : 0,
  }
}
