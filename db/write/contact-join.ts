import { and, eq, isNull, sql } from 'drizzle-orm'
import { record, type Tx } from '@/db/as'
import { companies, contacts } from '@/db/schema/company'
import { done, gone, type Outcome } from '@/domain/outcome'
import type { Permit } from '@/domain/policy/permit'
import type { Met } from './look-alike'

/** The person is on file: no second card. One without a company joins the one from whose page he was typed. */
export async function joinCompany(
  tx: Tx,
  permit: Permit,
  { id, number }: Met,
  companyId: number | null,
): Promise<Outcome<{ number: string }>> {
  if (number === null) return gone()
  if (companyId === null) return done({ number })
  const joined = await tx
    .update(contacts)
    .set({ companyId, version: sql`version + 1`, updatedAt: sql`now()`, updatedBy: permit.actor.id })
    .where(and(eq(contacts.id, id), isNull(contacts.companyId), isNull(contacts.deletedAt)))
    .returning({ id: contacts.id })
  const [company] = await tx
    .select({ name: companies.name })
    .from(companies)
    .where(eq(companies.id, companyId))
  if (joined.length)
    await record(tx, 'contact', id, { changes: { companyId: [null, company?.name ?? null] } })
  return done({ number })
}
