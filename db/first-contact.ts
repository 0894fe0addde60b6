import { and, desc, eq, inArray, isNotNull, sql } from 'drizzle-orm'
import type { Tx } from '@/db/as'
import { creditShares, firstContactCases } from '@/db/schema/first-contact'
import { zoneRules } from '@/db/zone'
import {
  type Claim,
  type ContactEvidence,
  type FirstContactRuling,
  holderOf,
  type Share,
} from '@/domain/first-contact/first-contact'

/** A claim as it may be told: of another desk neither how nor with whom. */
export type KnownClaim = Claim & { kind: ContactEvidence | null; withName: string | null }
export type FirstContact = {
  investor: string | null
  claims: KnownClaim[]
  holder: KnownClaim | null
  ruled: FirstContactRuling | null
  days: number
}
type Row = {
  investor: string
  desk_id: string
  by_id: string
  at: string
  progress_at: string
  kind: ContactEvidence | null
  with_name: string | null
}

/** Who has met the investor of this lead or deal, and whose the first contact is. The caller has seen the record. */
export async function firstContactWith(tx: Tx, noun: 'lead' | 'deal', id: number): Promise<FirstContact> {
  const rows = await tx.execute<Row>(sql`select * from first_contacts_of(${noun}, ${id})`)
  const investor = rows[0]?.investor ?? null
  const claims = rows.map(row => ({
    deskId: Number(row.desk_id),
    byId: Number(row.by_id),
    at: new Date(row.at),
    progressAt: new Date(row.progress_at),
    kind: row.kind,
    withName: row.with_name,
  }))
  const [{ settings }, ruled, now] = [
    await zoneRules(tx),
    investor ? await rulingOf(tx, investor) : null,
    await nowOf(tx),
  ]
  const days = settings.firstContactDays
  return { investor, claims, ruled, days, holder: holderOf(claims, ruled, now, days) }
}

async function nowOf(tx: Tx): Promise<Date> {
  const [row] = await tx.execute<{ now: string }>(sql`select now() as now`)
  return new Date(String(row?.now))
}

/** The last ruling on this investor that this person may see. */
async function rulingOf(tx: Tx, investor: string): Promise<FirstContactRuling | null> {
  const [ruled] = await tx
    .select({
      id: firstContactCases.id,
      deskId: firstContactCases.winnerDeskId,
      at: firstContactCases.ruledAt,
    })
    .from(firstContactCases)
    .where(and(eq(firstContactCases.investor, investor), isNotNull(firstContactCases.ruledAt)))
    .orderBy(desc(firstContactCases.ruledAt))
    .limit(1)
  if (!ruled?.deskId || !ruled.at) return null
  const shares = (await sharesOf(tx, [ruled.id])).get(ruled.id) ?? []
  return { deskId: ruled.deskId, shares, at: ruled.at }
}

export async function sharesOf(tx: Tx, caseIds: readonly number[]): Promise<Map<number, Share[]>> {
  const found = new Map<number, Share[]>()
  if (caseIds.length === 0) return found
  const rows = await tx
    .select()
    .from(creditShares)
    .where(inArray(creditShares.caseId, [...caseIds]))
    .orderBy(desc(creditShares.percent), creditShares.deskId)
  for (const { caseId, deskId, percent } of rows)
    found.set(caseId, [...(found.get(caseId) ?? []), { deskId, percent }])
  return found
}
