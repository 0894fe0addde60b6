import { type IsoDate, yearOf } from '@/domain/calendar/date'
import { type Money, toCny } from '@/domain/money/money'
import type { Days } from './days'
import { rates } from './zone'

/** In yuan at the latest rate on or before that day; without one nothing is known. */
export function valueOn({ year }: Days, { minor, currency }: Money, on: IsoDate) {
  const set = on >= `${year}-07-01` ? '07-01' : yearOf(on) >= year ? '01-01' : null
  const rate = currency === 'CNY' ? '1' : set && rates[set][currency]
  return rate ? { rate, cny: toCny(minor, currency, rate) } : null
}
