import { and, count, desc, eq, isNull, type SQL } from 'drizzle-orm'
import { as, type Tx } from '@/db/as'
import { deals } from '@/db/schema/deal'
import { leads } from '@/db/schema/lead'
import type { Permit } from '@/domain/policy/permit'

/** How many of each a page shows; the lists of leads and deals have the rest. */
const MOST = 50

/**
 * Leads and deals of a company, contact or event, newest first, as far as the reader's reach goes: the row
 * policies leave out what is beyond, and the counts with it.
 */
export async function companyCases(permit: Permit<'company.read'>, companyId: number) {
  return as(permit, 'read', tx =>
    casesOf(tx, { leads: eq(leads.companyId, companyId), deals: eq(deals.companyId, companyId) }),
  )
}

export async function contactCases(permit: Permit<'contact.read'>, contactId: number) {
  return as(permit, 'read', tx =>
    casesOf(tx, { leads: eq(leads.contactId, contactId), deals: eq(deals.contactId, contactId) }),
  )
}

export type Cases = Awaited<ReturnType<typeof casesOf>>

export async function casesOf(tx: Tx, of: { leads: SQL; deals: SQL }) {
  const leadsOf = and(of.leads, isNull(leads.deletedAt))
  const dealsOf = and(of.deals, isNull(deals.deletedAt))
  const [leadCount] = await tx.select({ n: count() }).from(leads).where(leadsOf)
  const [dealCount] = await tx.select({ n: count() }).from(deals).where(dealsOf)
  return {
    leadCount: leadCount?.n ?? 0,
    dealCount: dealCount?.n ?? 0,
    leads: await tx
      .select({
        number: leads.number,
        name: leads.name,
        nameLocale: leads.nameLocale,
        stage: leads.stage,
        deskId: leads.deskId,
        caseOfficerId: leads.caseOfficerId,
        need: leads.need,
        intendedCny: leads.intendedCny,
        createdAt: leads.createdAt,
      })
      .from(leads)
      .where(leadsOf)
      .orderBy(desc(leads.id))
      .limit(MOST),
    deals: await tx
      .select({
        number: deals.number,
        name: deals.name,
        names: deals.names,
        stage: deals.stage,
        status: deals.status,
        stageSince: deals.stageSince,
        deskId: deals.deskId,
        caseOfficerId: deals.caseOfficerId,
        totalNotStated: deals.totalNotStated,
        totalMinor: deals.totalMinor,
        totalCurrency: deals.totalCurrency,
        totalCny: deals.totalCny,
      })
      .from(deals)
      .where(dealsOf)
      .orderBy(desc(deals.id))
      .limit(MOST),
  }
}
