import { getFormatter, getLocale } from 'next-intl/server'
import { cache } from 'react'
import { reference } from '@/access/reference'
import { dateIn } from '@/domain/calendar/date'
import { countryName } from '@/domain/country/country'
import { isProvinceCode, provinceName } from '@/domain/country/province'
import { punctuation } from '@/domain/user/punctuation'
import { type Locale, nameIn } from '@/domain/user/user'

/** The names behind ids and codes, in the reader's language; once a request. */
export const naming = cache(async () => {
  const [ref, locale, format] = await Promise.all([
    reference(),
    getLocale() as Promise<Locale>,
    getFormatter(),
  ])
  const byId = <T extends { id: number }>(rows: readonly T[]) => new Map(rows.map(row => [row.id, row]))
  const desks = byId(ref.desks)
  const people = byId(ref.people)
  const industries = byId(ref.industries)
  return {
    ref,
    locale,
    ...punctuation(locale),
    today: ref.today,
    deskOfKey: (key: string) => {
      const desk = ref.desks.find(one => one.key === key)
      return desk ? nameIn(locale, desk.name, desk.names) : ''
    },
    desk: (id: number) => {
      const desk = desks.get(id)
      return {
        name: desk ? nameIn(locale, desk.name, desk.names) : '',
        colour: desk?.colour ?? 0,
        key: desk?.key ?? '',
      }
    },
    /** Empty for nobody. */
    person: (id: number | null) => {
      const person = id === null ? undefined : people.get(id)
      return person ? nameIn(locale, person.name, person.names) : ''
    },
    industry: (id: number | null) => {
      const industry = id === null ? undefined : industries.get(id)
      return industry ? nameIn(locale, industry.name, industry.names) : ''
    },
    country: (code: string) => countryName(code, locale, ref.countries),
    province: (code: string | null) => (code && isProvinceCode(code) ? provinceName(code, locale) : ''),
    /** A date as the reader writes it; the year only where it is another one than today's. */
    day: (date: string) =>
      format.dateTime(new Date(`${date}T00:00:00Z`), {
        timeZone: 'UTC',
        month: locale === 'en' ? 'short' : 'long',
        day: 'numeric',
        ...(date.slice(0, 4) !== ref.today.slice(0, 4) && { year: 'numeric' }),
      }),
    fullDay: (date: string) =>
      format.dateTime(new Date(`${date}T00:00:00Z`), { timeZone: 'UTC', dateStyle: 'medium' }),
    /** The day of a moment in the zone. */
    dateOf: (at: Date) => dateIn(ref.zone.timezone, at),
    dayOf: (at: Date) =>
      format.dateTime(at, {
        timeZone: ref.zone.timezone,
        month: locale === 'en' ? 'short' : 'long',
        day: 'numeric',
      }),
    /** A moment in a history: the year only where it is another one than today's. */
    shortMoment: (at: Date) =>
      format.dateTime(at, {
        timeZone: ref.zone.timezone,
        month: locale === 'en' ? 'short' : 'long',
        day: 'numeric',
        hour: '2-digit',
        minute: '2-digit',
        hourCycle: 'h23',
        ...(dateIn(ref.zone.timezone, at).slice(0, 4) !== ref.today.slice(0, 4) && { year: 'numeric' }),
      }),
    moment: (at: Date) =>
      format.dateTime(at, {
        timeZone: ref.zone.timezone,
        dateStyle: 'medium',
        timeStyle: 'short',
        hourCycle: 'h23',
      }),
  }
})
