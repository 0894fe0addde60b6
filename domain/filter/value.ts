import { type IsoDate, isIsoDate } from '@/domain/calendar/date'
import { type CountryCode, isCountryCode } from '@/domain/country/country'

/** One value of an address, read: undefined for what means nothing. */
export type Read<T> = (value: string) => T | undefined

export const day: Read<IsoDate> = value => (isIsoDate(value) ? value : undefined)
/** A day, or a moment of it in UTC, as a link to what was recorded since a review says it. */
export const dayOrMoment: Read<string> = value =>
  isIsoDate(value) || (/^[\d-]{10}T\d\d:\d\d:\d\d\.\d{3}Z$/.test(value) && !Number.isNaN(Date.parse(value)))
    ? value
    : undefined
export const country: Read<CountryCode> = value => (isCountryCode(value) ? value : undefined)

/** One of these words; without a list, any. */
export function oneWord<T extends string>(words?: readonly T[]): Read<T> {
  return value => (words ? words.find(word => word === value) : (value as T))
}

/** The id of a row; one of these, where a list is given. */
export function id(ids?: readonly number[]): Read<number> {
  return value => {
    const found = wholeNumber(1, Number.MAX_SAFE_INTEGER)(value)
    return found !== undefined && (!ids || ids.includes(found)) ? found : undefined
  }
}

export function wholeNumber(least: number, most: number): Read<number> {
  return value =>
    /^\d{1,15}$/.test(value) && Number(value) >= least && Number(value) <= most ? Number(value) : undefined
}

/** The readable number of a record, `E-2026-0003`. */
export function recordNumber(letter: string): Read<string> {
  const form = new RegExp(`^${letter}-\\d{4}-\\d{4,9}$`)
  return value => (form.test(value) ? value : undefined)
}

export const text =
  (most: number): Read<string> =>
  value =>
    value.length <= most ? value : undefined
