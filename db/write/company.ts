import { eq, sql } from 'drizzle-orm'
import { record, type Tx, write } from '@/db/as'
import { companies } from '@/db/schema/company'
import { changesBetween } from '@/db/write/change'
import { companySearchText, insertCompany } from '@/db/write/company-insert'
import { lastChange } from '@/db/write/last-change'
import type { CreateCompanyInput, EditCompanyInput } from '@/domain/company/input'
import { nameKey } from '@/domain/name/name-key'
import { conflict, done, gone, type Outcome, refused } from '@/domain/outcome'
import type { Permit } from '@/domain/policy/permit'
import { companyFault } from './company-fault'
import { factsOf, HELD, lockCompany, valuesOf } from './company-lock'

export type CompanyDone = Outcome<{ number: string }>

export async function createCompany(
  permit: Permit<'company.create'>,
  { submission, different, ...fields }: CreateCompanyInput,
): Promise<CompanyDone> {
  return write(
    permit,
    async tx => {
      const fault = await companyFault(tx, fields, different, null)
      if (fault) return fault
      const { number } = await insertCompany(tx, permit, fields, different ? { different } : {})
      return done({ number })
    },
    submission,
  )
}

export async function editCompany(
  permit: Permit<'company.edit'>,
  { number, version, different, ...fields }: EditCompanyInput,
): Promise<CompanyDone> {
  return write(permit, async tx => {
    const found = await lockCompany(tx, number)
    if (!found || (found !== HELD && found.deletedAt)) return gone()
    if (found === HELD) return refused('common.not_permitted')
    if (found.version !== version)
      return conflict({
        values: valuesOf(found),
        shown: { parentId: await nameOf(tx, found.parentId) },
        version: found.version,
        ...(await lastChange(tx, found)),
      })
    const fault = await companyFault(tx, fields, different, found)
    if (fault) return fault
    const changes = changesBetween(factsOf(found), fields)
    // the log is read by people: a parent by its name
    if (changes.parentId)
      changes.parentId = [await nameOf(tx, found.parentId), await nameOf(tx, fields.parentId)]
    if (Object.keys(changes).length === 0) return done({ number })
    await tx
      .update(companies)
      .set({
        ...fields,
        nameKey: nameKey(fields.name),
        searchText: companySearchText(fields, number),
        version: version + 1,
        updatedAt: sql`now()`,
        updatedBy: permit.actor.id,
      })
      .where(eq(companies.id, found.id))
    await record(tx, 'company', found.id, { changes, ...(different ? { different } : {}) })
    return done({ number })
  })
}

async function nameOf(tx: Tx, id: number | null): Promise<string> {
  if (id === null) return ''
  const [found] = await tx.select({ name: companies.name }).from(companies).where(eq(companies.id, id))
  return found?.name ?? ''
}
