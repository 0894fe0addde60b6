import { addDays, type IsoDate, latestOf } from '@/domain/calendar/date'
import { type Days, officeDay } from './days'
import type { Step } from './deal-plan'
import type { DealSpec } from './deal-spec'
import type { Kit } from './kit'

/*
 * The days of a deal up to the closing date. Amounts in another currency are stated in the year of the rates: not before
 * 4 January.
 */

const firstRate = ({ year }: Days): IsoDate => `${year}-01-04`

const earliest = (kit: Kit, { amount, foreign }: DealSpec): IsoDate =>
  (amount && amount.currency !== 'CNY') || foreign ? firstRate(kit.days) : '2000-01-01'

const later = (...dates: IsoDate[]) => latestOf(...dates) as IsoDate

/** In negotiation at the closing date: since up to 85 days. */
export function negotiatingSteps(kit: Kit, spec: DealSpec): Step[] {
  const { days, random } = kit
  const since = spec.since ? days.inYear(spec.since) : addDays(days.closing, -random.int(3, 84))
  return [{ kind: 'create', on: officeDay(since), total: spec.amount }]
}

/** In entry procedures: since up to 56 days. */
export function entrySteps(kit: Kit, spec: DealSpec): Step[] {
  const { days, random } = kit
  const enter = officeDay(spec.since ? days.inYear(spec.since) : addDays(days.closing, -random.int(4, 56)))
  const created = officeDay(later(addDays(enter, -random.int(28, 86)), earliest(kit, spec)))
  return [
    { kind: 'create', on: created, total: spec.amount },
    { kind: 'enter', on: enter },
  ]
}

/** Approved on that day: proposed the day before, some two months after it was met. */
export function approvedSteps(kit: Kit, spec: DealSpec, on: IsoDate, recordedOn?: IsoDate): Step[] {
  const { random } = kit
  const floor = earliest(kit, spec)
  const enter = officeDay(later(addDays(on, -random.int(24, 52)), addDays(floor, 16)))
  const created = officeDay(later(addDays(enter, -random.int(26, 84)), floor))
  return [
    { kind: 'create', on: created, total: spec.amount },
    { kind: 'enter', on: enter },
    {
      kind: 'propose',
      on,
      recordedOn: recordedOn ? officeDay(addDays(recordedOn, -1)) : officeDay(addDays(on, -1)),
    },
    { kind: 'approve', on, recordedOn },
  ]
}
