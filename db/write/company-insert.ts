import { nextNumber, record, type Tx, zoneToday } from '@/db/as'
import { companies } from '@/db/schema/company'
import { yearOf } from '@/domain/calendar/date'
import type { CompanyFields } from '@/domain/company/company'
import { matchKeys } from '@/domain/name/likeness'
import { nameKey } from '@/domain/name/name-key'
import { searchText } from '@/domain/name/search-text'
import type { Permit } from '@/domain/policy/permit'

export type NewCompany = Pick<CompanyFields, 'name' | 'country'> & Partial<CompanyFields>

/**
 * A company within the transaction of whatever creates it (its own form, a lead, a conversion, a deal), with its line in
 * the log (`why` goes there). The caller has cleaned the fields and looked for one that is the same.
 */
export async function insertCompany(
  tx: Tx,
  permit: Permit,
  fields: NewCompany,
  why: Record<string, unknown> = {},
): Promise<{ id: number; number: string }> {
  const { actor } = permit
  const number = await nextNumber(tx, 'C', yearOf(await zoneToday(tx)))
  const [row] = await tx
    .insert(companies)
    .values({
      ...fields,
      nameKey: nameKey(fields.name),
      matchKeys: companyMatchKeys(fields),
      searchText: companySearchText(fields, number),
      number,
      createdBy: actor.id,
      updatedBy: actor.id,
    })
    .returning({ id: companies.id })
  if (!row) throw new Error('a company was inserted without an id')
  await record(tx, 'company', row.id, { name: fields.name, ...why })
  return { id: row.id, number }
}

/** By what another of the same or a similar name finds it: each of its names. */
export const companyMatchKeys = (fields: Pick<NewCompany, 'name' | 'names'>): string[] =>
  matchKeys(companyNames(fields))

export const companyNames = ({ name, names }: Pick<NewCompany, 'name' | 'names'>): string[] => [
  name,
  ...Object.values(names ?? {}),
]

/** What a company is found by: every name, its number and its credit code. */
export function companySearchText(
  fields: Pick<NewCompany, 'name' | 'names' | 'creditCode'>,
  number: string,
): string {
  return searchText(fields.name, ...Object.values(fields.names ?? {}), number, fields.creditCode)
}
