/** The nouns of a company. */

export const origins = ['this_city', 'this_province', 'elsewhere', 'abroad'] as const
export type Origin = (typeof origins)[number]

export const companyKinds = ['foreign', 'hk_mo_tw', 'domestic_private', 'state_owned'] as const
export type CompanyKind = (typeof companyKinds)[number]

export const segments = ['well_known_private', 'sme', 'large'] as const
export type Segment = (typeof segments)[number]

export const companySorts = ['name', 'number', 'updated'] as const
export type CompanySort = (typeof companySorts)[number]
