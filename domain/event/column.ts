/** The columns of the event table and of its export, in their order of offer. Counts and sums are within the reader's reach. */
export const eventColumns = [
  'number',
  'name',
  'kind',
  'starts',
  'ends',
  'country',
  'city',
  'desks',
  'leads',
  'deals',
  'deals_cny',
  'staff',
  'venue',
  'organiser',
] as const
export type EventColumn = (typeof eventColumns)[number]

/** What stands in the table before anybody chooses. */
export const defaultEventColumns: readonly EventColumn[] = eventColumns
  .slice(0, 11)
  .filter(column => column !== 'ends')

export const eventSortColumn = { starts: 'starts', number: 'number', name: 'name' } as const
