/** The columns of the company table and of its export, in their order of offer. Counts are within the reader's reach. */
export const companyColumns = [
  'number',
  'name',
  'country',
  'kind',
  'industry',
  'in_zone',
  'contacts',
  'leads',
  'deals',
  'updated',
  'segment',
  'tags',
  'origin',
  'credit_code',
  'parent',
  'website',
  'created',
] as const
export type CompanyColumn = (typeof companyColumns)[number]

/** What stands in the table before anybody chooses. */
export const defaultCompanyColumns: readonly CompanyColumn[] = companyColumns.slice(0, 10)

export const companySortColumn = { name: 'name', number: 'number', updated: 'updated' } as const
