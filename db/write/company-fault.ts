import { and, eq, isNull, ne, sql } from 'drizzle-orm'
import type { Tx } from '@/db/as'
import { companies } from '@/db/schema/company'
import type { CompanyFields } from '@/domain/company/company'
import { nameKey } from '@/domain/name/name-key'
import { invalidField } from '@/domain/outcome'
import type { LockedCompany } from './company-lock'

/** What only the other records can tell: a code or name that another has, a parent that is not there or its own child. */
export async function companyFault(
  tx: Tx,
  fields: CompanyFields,
  different: string | null,
  found: LockedCompany | null,
) {
  if (fields.creditCode && fields.creditCode !== found?.creditCode) {
    const other = await withCreditCode(tx, fields.creditCode, found?.id ?? null)
    if (other) return invalidField('creditCode', 'company.credit_code_taken', other)
  }
  const key = nameKey(fields.name)
  if (!different && key !== (found && nameKey(found.name))) {
    const [same] = await tx
      .select({ number: companies.number, name: companies.name })
      .from(companies)
      .where(and(eq(companies.nameKey, key), isNull(companies.deletedAt), others(found?.id ?? null)))
    if (same) return invalidField('different', 'company.same_name', same)
  }
  if (fields.parentId && fields.parentId !== found?.parentId)
    return parentFault(tx, fields.parentId, found?.id ?? null)
  return null
}

const others = (id: number | null) => (id === null ? undefined : ne(companies.id, id))

/** Until this transaction ends nobody else takes the code. */
export async function withCreditCode(tx: Tx, code: string | null, id: number | null) {
  if (!code) return null
  await tx.execute(sql`select pg_advisory_xact_lock(4120264, hashtext(${code}))`)
  const [other] = await tx
    .select({ number: companies.number, name: companies.name })
    .from(companies)
    .where(and(eq(companies.creditCode, code), isNull(companies.deletedAt), others(id)))
  return other ?? null
}

async function parentFault(tx: Tx, parentId: number, id: number | null) {
  const [parent] = await tx
    .select({ id: companies.id })
    .from(companies)
    .where(and(eq(companies.id, parentId), isNull(companies.deletedAt)))
  if (!parent) return invalidField('parentId', 'input.not_offered')
  if (id === null) return null
  const [circle] = await tx.execute(sql`
    with recursive above(id, depth) as (
      select ${parentId}::bigint, 1
      union all
      select c.parent_id, a.depth + 1 from above a join companies c on c.id = a.id where c.parent_id is not null and a.depth < 50
    ) select 1 from above where id = ${id} limit 1`)
  return circle ? invalidField('parentId', 'company.parent_circle') : null
}
