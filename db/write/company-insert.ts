import { nextNumber, recordAll, type Tx, zoneToday } from '@/db/as'
import { companies } from '@/db/schema/company'
import { yearOf } from '@/domain/calendar/date'
import type { CompanyFields } from '@/domain/company/company'
import { matchKeys } from '@/domain/name/likeness'
import { nameKey } from '@/domain/name/name-key'
import { searchText } from '@/domain/name/search-text'
import type { Permit } from '@/domain/policy/permit'
import { insertNumbered } from './many'

export type NewCompany = Pick<CompanyFields, 'name' | 'country'> &
  Partial<CompanyFields> & { createdAt?: Date }
export type NewRecord = { id: number; number: string }

/**
 * A company within the transaction of whatever creates it (its own form, a lead, a conversion, a deal), with its line in
 * the log (`why` goes there). The caller has cleaned the fields and looked for one that is the same.
 */
export async function insertCompany(
  tx: Tx,
  permit: Permit,
  fields: NewCompany,
  why: Record<string, unknown> = {},
): Promise<NewRecord> {
  const number = await nextNumber(tx, 'C', yearOf(await zoneToday(tx)))
  const [made] = await insertCompanies(tx, permit, [{ ...fields, number, why }])
  return made as NewRecord
}

/** The same for many, with numbers that were reserved for them; in their order. */
export async function insertCompanies(
  tx: Tx,
  { actor }: Permit,
  rows: readonly (NewCompany & { number: string; why?: Record<string, unknown> })[],
): Promise<NewRecord[]> {
  const by = { createdBy: actor.id, updatedBy: actor.id }
  const made = await insertNumbered(tx, companies, rows, ({ why: _, ...fields }) => ({
    ...fields,
    nameKey: nameKey(fields.name),
    matchKeys: companyMatchKeys(fields),
    searchText: companySearchText(fields, fields.number),
    ...by,
  }))
  await recordAll(
    tx,
    'company',
    made.map(({ id }, at) => ({ id, details: { name: rows[at]?.name, ...rows[at]?.why } })),
  )
  return made
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
