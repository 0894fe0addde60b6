/**
 * The columns of the deal table and of its export, in their order of offer. `total` and `foreign` are in their own
 * currency, `…_cny` in one unit (万元). `days_in_stage` counts to today, or to the day of an as-of list.
 */
export const dealColumns = [
  'number',
  'name',
  'company',
  'country',
  'desk',
  'stage',
  'days_in_stage',
  'total',
  'total_cny',
  'foreign_cny',
  'next_step',
  'officer',
  'status',
  'stage_since',
  'industry',
  'form',
  'high_tech',
  'content',
  'partner',
  'members',
  'leader',
  'issues',
  'tags',
  'source',
  'event',
  'foreign',
  'intent_on',
  'agreement_on',
  'approval_on',
  'approval_expected_on',
  'land',
  'jobs',
  'clock',
  'created',
  'updated',
] as const
export type DealColumn = (typeof dealColumns)[number]

/** What stands in the table before anybody chooses (domain.md §9). */
export const defaultDealColumns: readonly DealColumn[] = dealColumns.slice(0, 12)

/** The column whose header sorts by each order; the days in a stage are its date, turned round. */
export const dealSortColumn = {
  number: 'number',
  name: 'name',
  total: 'total_cny',
  stage_since: 'days_in_stage',
  next_step: 'next_step',
  updated: 'updated',
} as const satisfies Record<string, DealColumn>
