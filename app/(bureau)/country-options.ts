import type { SelectOption } from '@/components/inputs'
import { countryOptions } from '@/domain/country/country'
import { provinceOptions } from '@/domain/country/province'
import { naming } from './naming'

/** For select boxes: where most investors come from first, then all others by name; and the provinces. */
export async function placeOptions(): Promise<{ countries: SelectOption[]; provinces: SelectOption[] }> {
  const { ref, locale } = await naming()
  const { promoted, others } = countryOptions(locale, ref.countries)
  return {
    countries: [...promoted, ...others].map(({ code, name }) => ({ value: code, label: name })),
    provinces: provinceOptions(locale).map(({ code, name }) => ({ value: code, label: name })),
  }
}
