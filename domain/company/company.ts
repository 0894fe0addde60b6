import type { Locale, Names } from '@/domain/user/user'

/** The nouns of a company. */

export const origins = ['this_city', 'this_province', 'elsewhere', 'abroad'] as const
export type Origin = (typeof origins)[number]

export const companyKinds = ['foreign', 'hk_mo_tw', 'domestic_private', 'state_owned'] as const
export type CompanyKind = (typeof companyKinds)[number]

export const segments = ['well_known_private', 'sme', 'large'] as const
export type Segment = (typeof segments)[number]

export type CompanySort = 'name' | 'number' | 'updated'

/** What a person states about a company; the rest (number, keys, who and when) is kept by the write. */
export type CompanyFields = {
  name: string
  names: Names
  /** The language that the name is written in. */
  nameLocale: Locale | null
  country: string
  province: string | null
  origin: Origin | null
  kind: CompanyKind | null
  segment: Segment | null
  industryId: number | null
  creditCode: string | null
  website: string | null
  parentId: number | null
  inZone: boolean
  note: string | null
}
