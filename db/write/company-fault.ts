import { and, eq, isNull, ne, sql } from 'drizzle-orm'
import type { Tx } from '@/db/as'
import { companies } from '@/db/schema/company'
import type { CompanyFields } from '@/domain/company/company'
import type { Ruled } from '@/domain/duplicate/look-alike'
import { nameKey } from '@/domain/name/name-key'
import { type Invalid, invalidField } from '@/domain/outcome'
import { companyNames } from './company-insert'
import type { LockedCompany } from './company-lock'
import { checkLookAlikes, type Met } from './look-alike'

/**
 * What only the other records can tell: a code that another has, a name that another has or nearly has, a parent that is
 * not there or its own child. An edit asks about names only when it changes one.
 */
export async function companyFault(
  tx: Tx,
  fields: CompanyFields,
  said: Ruled,
  found: LockedCompany | null,
): Promise<{ fault: Invalid | null; met: Met[] }> {
  const code = fields.creditCode === found?.creditCode ? null : fields.creditCode
  const names = found && sameNames(fields, found) ? [] : companyNames(fields)
  const typed = { noun: 'company' as const, self: found?.id ?? null, names, creditCode: code }
  const { fault, found: met } = await checkLookAlikes(tx, typed, said)
  // a code is one company's, whatever a person says
  const taken = await withCreditCode(tx, code, found?.id ?? null)
  if (taken)
    return {
      fault: { ...invalidField('creditCode', 'company.credit_code_taken', taken), matches: fault?.matches },
      met,
    }
  if (fault) return { fault, met }
  if (fields.parentId && fields.parentId !== found?.parentId)
    return { fault: await parentFault(tx, fields.parentId, found?.id ?? null), met }
  return { fault: null, met }
}

const sameNames = (one: CompanyFields, other: CompanyFields) =>
  companyNames(one).map(nameKey).sort().join(' ') === companyNames(other).map(nameKey).sort().join(' ')

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

/** A parent that is not there, or that is below the company itself. */
export async function parentFault(tx: Tx, parentId: number, id: number | null) {
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
