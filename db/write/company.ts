import { eq, sql } from 'drizzle-orm'
import { record, type Tx } from '@/db/as'
import { companies } from '@/db/schema/company'
import { changesBetween } from '@/db/write/change'
import { companyMatchKeys, companySearchText, insertCompany } from '@/db/write/company-insert'
import type { CompanyFields } from '@/domain/company/company'
import type { CreateCompanyInput, EditCompanyInput } from '@/domain/company/input'
import { ruledOf } from '@/domain/duplicate/input'
import { nameKey } from '@/domain/name/name-key'
import { conflict, done, gone, type Outcome, refused } from '@/domain/outcome'
import type { Permit } from '@/domain/policy/permit'
import { companyFault } from './company-fault'
import { companyName, factsOf, HELD, lockCompany, theirCompany } from './company-lock'
import { keepRulings, writeUnlike } from './duplicate'

export type CompanyDone = Outcome<{ number: string }>

export async function createCompany(
  permit: Permit<'company.create'>,
  { submission, ruled, attach, different, asks, ...fields }: CreateCompanyInput,
): Promise<CompanyDone> {
  const said = ruledOf({ ruled, attach, different, asks })
  return writeUnlike(
    permit,
    async tx => {
      const { fault, met } = await companyFault(tx, fields, said, null)
      if (fault) return fault
      const { id, number } = await insertCompany(tx, permit, fields, different ? { different } : {})
      await keepRulings(tx, permit, { noun: 'company', id, name: fields.name }, met, said)
      return done({ number })
    },
    submission,
  )
}

export async function editCompany(
  permit: Permit<'company.edit'>,
  { number, version, ruled, attach, different, asks, ...fields }: EditCompanyInput,
): Promise<CompanyDone> {
  const said = ruledOf({ ruled, attach, different, asks })
  return writeUnlike(permit, async tx => {
    const found = await lockCompany(tx, number)
    if (!found || (found !== HELD && found.deletedAt)) return gone()
    if (found === HELD) return refused('common.not_permitted')
    if (found.version !== version) return conflict(await theirCompany(tx, found))
    const { fault, met } = await companyFault(tx, fields, said, found)
    if (fault) return fault
    const changes = changesBetween(factsOf(found), fields)
    // the log is read by people: a parent by its name
    if (changes.parentId)
      changes.parentId = [await companyName(tx, found.parentId), await companyName(tx, fields.parentId)]
    if (Object.keys(changes).length === 0) return done({ number })
    await saveCompany(tx, permit, { ...found, number }, fields)
    await record(tx, 'company', found.id, { changes, ...(different ? { different } : {}) })
    await keepRulings(tx, permit, { noun: 'company', id: found.id, name: fields.name }, met, said)
    return done({ number })
  })
}

/** What a company is now, as its next version; the caller has checked it and writes the line of the log. */
export function saveCompany(
  tx: Tx,
  permit: Permit,
  { id, number, version }: { id: number; number: string; version: number },
  fields: CompanyFields,
) {
  return tx
    .update(companies)
    .set({
      ...companyColumns(fields, number),
      version: version + 1,
      updatedAt: sql`now()`,
      updatedBy: permit.actor.id,
    })
    .where(eq(companies.id, id))
}

/** Its fields with what it is compared and found by. */
export const companyColumns = (fields: CompanyFields, number: string) => ({
  ...fields,
  nameKey: nameKey(fields.name),
  matchKeys: companyMatchKeys(fields),
  searchText: companySearchText(fields, number),
})
