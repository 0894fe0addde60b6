'use server'
import { getLocale } from 'next-intl/server'
import { z } from 'zod'
import { ask } from '@/access/ask'
import { reference } from '@/access/reference'
import type { ComboOption } from '@/components/combobox'
import { pickCompanies } from '@/db/read/company-pick'
import { pickEvents } from '@/db/read/event-pick'
import { countryName, isCountryCode } from '@/domain/country/country'
import { type Locale, nameIn } from '@/domain/user/user'

const text = z.string().max(200)

/** For the search box of a company: name, with number and country or region below. */
export const pickCompanyAction = ask('company.read', text, async (permit, query): Promise<ComboOption[]> => {
  const [found, locale, { countries }] = await Promise.all([
    pickCompanies(permit, query),
    getLocale(),
    reference(),
  ])
  return found.map(({ id, number, name, nameLocale, country }) => ({
    value: String(id),
    label: name,
    lang: nameLocale ?? undefined,
    note: [number, isCountryCode(country) ? countryName(country, locale as Locale, countries) : country].join(
      ' · ',
    ),
  }))
})

/** For the search box of an event: name, with its days and city below. */
export const pickEventAction = ask('event.read', text, async (permit, query): Promise<ComboOption[]> => {
  const [found, locale] = await Promise.all([pickEvents(permit, query), getLocale()])
  return found.map(({ id, name, names, startsOn, endsOn, city }) => ({
    value: String(id),
    label: nameIn(locale as Locale, name, names),
    note: `${startsOn === endsOn ? startsOn : `${startsOn} – ${endsOn}`} · ${city}`,
  }))
})
