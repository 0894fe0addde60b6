/** The columns of the list of leads and of its export, in their order of offer. An allow-list. */
export const leadColumns = [
  'number',
  'name',
  'contact',
  'country',
  'desk',
  'stage',
  'clock',
  'source',
  'next_step',
  'officer',
  'industry',
  'need',
  'intended',
  'intended_cny',
  'members',
  'tags',
  'introduced_by',
  'tell',
  'stage_since',
  'created',
  'updated',
] as const
export type LeadColumn = (typeof leadColumns)[number]

/** What stands in the table before anybody chooses (domain.md §9). */
export const defaultLeadColumns: readonly LeadColumn[] = leadColumns.slice(0, 10)

/** The column whose header sorts by each order. */
export const leadSortColumn = {
  clock: 'clock',
  updated: 'updated',
  number: 'number',
  name: 'name',
  amount: 'intended_cny',
  next_step: 'next_step',
} as const satisfies Record<string, LeadColumn>
