import { and, desc, isNull, sql } from 'drizzle-orm'
import { as } from '@/db/as'
import { beginsLast, contains } from '@/db/contains'
import { companies } from '@/db/schema/company'
import type { Permit } from '@/domain/policy/permit'

export type CompanyPick = Awaited<ReturnType<typeof pickCompanies>>[number]

/** For a search box: at most 20 companies that have each word of the text, those that begin with it first; without a text the last changed. */
export async function pickCompanies(permit: Permit<'company.read'>, text: string) {
  return as(permit, 'read', tx =>
    tx
      .select({
        id: companies.id,
        number: companies.number,
        name: companies.name,
        names: companies.names,
        nameLocale: companies.nameLocale,
        country: companies.country,
      })
      .from(companies)
      .where(and(isNull(companies.deletedAt), contains('company', companies.id, text)))
      .orderBy(
        beginsLast(companies.searchText, text),
        sql`length(${companies.name})`,
        desc(companies.updatedAt),
      )
      .limit(20),
  )
}
