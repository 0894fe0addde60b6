import { readableNumber } from '@/db/as'
import { dateIn, yearOf } from '@/domain/calendar/date'
import { TIMEZONE } from './days'

/** The next readable number of the year in which a record was entered. */
export function numberer(noun: string) {
  const counts = new Map<number, number>()
  return (at: Date): string => {
    const year = yearOf(dateIn(TIMEZONE, at))
    const count = (counts.get(year) ?? 0) + 1
    counts.set(year, count)
    return readableNumber(noun, year, count)
  }
}

/** Where each series stands, so that the next record goes on after these. */
export function seriesOf(numbers: readonly string[]) {
  const last = new Map<string, { noun: string; year: number; last: number }>()
  for (const number of numbers) {
    const [noun = '', year = '', count = ''] = number.split('-')
    const key = `${noun}-${year}`
    last.set(key, { noun, year: Number(year), last: Math.max(last.get(key)?.last ?? 0, Number(count)) })
  }
  return [...last.values()]
}
