import type { CountryEdits } from '@/domain/country/country'
import { countryName } from '@/domain/country/country'
import { isRegionGroup, regionGroupName } from '@/domain/country/region-group'
import type { Locale } from '@/domain/user/user'

/** A place of a rule as it is called: a region group, a country or region. */
export function placeName(place: string, locale: Locale, edits: CountryEdits): string {
  return isRegionGroup(place) ? regionGroupName(place, locale) : countryName(place, locale, edits)
}
