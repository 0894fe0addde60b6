import { eq, sql } from 'drizzle-orm'
import { record, write } from '@/db/as'
import { companies } from '@/db/schema/company'
import type { CompanyInput } from '@/domain/company/input'
import { done, gone, refused } from '@/domain/outcome'
import type { Permit } from '@/domain/policy/permit'
import { mayDelete, mayRestore } from '@/domain/record/deletion'
import type { CompanyDone } from './company'
import { withCreditCode } from './company-fault'
import { deletionOf, HELD, lockCompany } from './company-lock'

/** Out of sight, not out of the world. Not while a contact, lead, deal or another company names it. */
export async function deleteCompany(
  permit: Permit<'company.delete'>,
  { number }: CompanyInput,
): Promise<CompanyDone> {
  return write(permit, async tx => {
    const found = await lockCompany(tx, number)
    if (!found || (found !== HELD && found.deletedAt)) return gone()
    if (found === HELD || !mayDelete(permit.actor.role, deletionOf(found, permit.actor.id)))
      return refused('common.not_permitted')
    const [used] = await tx.execute<{ used: boolean }>(
      sql`select record_in_use('company', ${found.id}) as used`,
    )
    if (used?.used) return refused('company.in_use')
    await tx
      .update(companies)
      .set({ deletedAt: sql`now()`, deletedBy: permit.actor.id })
      .where(eq(companies.id, found.id))
    await record(tx, 'company', found.id, { name: found.name })
    return done({ number })
  })
}

export async function restoreCompany(
  permit: Permit<'company.restore'>,
  { number }: CompanyInput,
): Promise<CompanyDone> {
  return write(permit, async tx => {
    const found = await lockCompany(tx, number)
    if (!found) return gone()
    if (found === HELD || !mayRestore(permit.actor.role, deletionOf(found, permit.actor.id)))
      return refused('common.not_permitted')
    if (!found.deletedAt) return done({ number })
    if (found.mergedInto !== null) return refused('merge.refused.not_restored')
    const other = await withCreditCode(tx, found.creditCode, found.id)
    if (other) return refused('company.credit_code_taken', { values: other })
    await tx.update(companies).set({ deletedAt: null, deletedBy: null }).where(eq(companies.id, found.id))
    await record(tx, 'company', found.id, { name: found.name })
    return done({ number })
  })
}
