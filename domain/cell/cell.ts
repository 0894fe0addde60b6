import type { BulkList } from '@/domain/bulk/bulk'
import type { CompanyColumn } from '@/domain/company/column'
import type { DealColumn } from '@/domain/deal/column'
import type { LeadColumn } from '@/domain/lead/column'

/**
 * The columns whose cells are changed in the list, with the inputs of the noun's own edit form that they stand for.
 * Stage, status and desk are none of them: these move by their verbs.
 */
const leads = {
  name: ['name'],
  country: ['country'],
  next_step: ['nextStep', 'nextStepOn'],
  officer: ['officerId'],
  industry: ['industryId'],
  need: ['need'],
  intended: ['intended', 'intendedCurrency'],
  intended_cny: ['intended', 'intendedCurrency'],
  introduced_by: ['introducedBy'],
  tags: ['tags'],
} as const satisfies Partial<Record<LeadColumn, readonly string[]>>

const deals = {
  name: ['name'],
  country: ['country'],
  total: ['total', 'totalCurrency'],
  total_cny: ['total', 'totalCurrency'],
  foreign: ['foreign', 'foreignCurrency'],
  foreign_cny: ['foreign', 'foreignCurrency'],
  next_step: ['nextStep', 'nextStepOn'],
  officer: ['officerId'],
  industry: ['industryId'],
  form: ['form'],
  high_tech: ['highTech'],
  content: ['content'],
  partner: ['partner'],
  intent_on: ['intentOn'],
  agreement_on: ['agreementOn'],
  approval_expected_on: ['approvalExpectedOn'],
  land: ['landM2'],
  jobs: ['jobs'],
  tags: ['tags'],
} as const satisfies Partial<Record<DealColumn, readonly string[]>>

const companies = {
  name: ['name'],
  country: ['country'],
  kind: ['kind'],
  industry: ['industryId'],
  in_zone: ['inZone'],
  segment: ['segment'],
  origin: ['origin'],
  credit_code: ['creditCode'],
  website: ['website'],
  tags: ['tags'],
} as const satisfies Partial<Record<CompanyColumn, readonly string[]>>

const fields: Record<BulkList, Record<string, readonly string[]>> = { leads, deals, companies }

/** The inputs of a cell; undefined for a column that is not changed in the list. */
export const cellInputs = (list: BulkList, column: string): readonly string[] | undefined =>
  Object.hasOwn(fields[list], column) ? fields[list][column] : undefined
