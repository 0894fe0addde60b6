import { and, asc, desc, eq, isNotNull, isNull, or, sql } from 'drizzle-orm'
import { as, type Tx } from '@/db/as'
import { sharesOf } from '@/db/first-contact'
import { deals } from '@/db/schema/deal'
import { duplicateRulings } from '@/db/schema/duplicate'
import { firstContactCases, firstContacts } from '@/db/schema/first-contact'
import { leads } from '@/db/schema/lead'
import type { CaseFilter } from '@/domain/first-contact/input'
import type { Permit } from '@/domain/policy/permit'

/** A page shows so many. */
export const CASES_SHOWN = 25
/** Pieces of evidence about one investor, the earliest first. */
const MOST_EVIDENCE = 40

type Asked = Pick<CaseFilter, 'state' | 'page'>

/** A page of contested first contacts, open (the most urgent first) or ruled (the newest first), with both desks' evidence. */
export async function listFirstContactCases(permit: Permit<'case.read'>, { state, page }: Asked) {
  return as(permit, 'read', async tx => {
    const which = state === 'open' ? isNull(firstContactCases.ruledAt) : isNotNull(firstContactCases.ruledAt)
    const cases = await tx
      .select({
        ...casesColumns,
        leadNumber: leads.number,
        dealNumber: deals.number,
      })
      .from(firstContactCases)
      .leftJoin(leads, and(eq(firstContactCases.noun, 'lead'), eq(leads.id, firstContactCases.recordId)))
      .leftJoin(deals, and(eq(firstContactCases.noun, 'deal'), eq(deals.id, firstContactCases.recordId)))
      .where(which)
      .orderBy(
        ...(state === 'open'
          ? [asc(firstContactCases.dueOn), asc(firstContactCases.id)]
          : [desc(firstContactCases.ruledAt), desc(firstContactCases.id)]),
      )
      .limit(CASES_SHOWN)
      .offset((page - 1) * CASES_SHOWN)
    const shares = await sharesOf(
      tx,
      cases.map(({ id }) => id),
    )
    const evidence = await evidenceOf(
      tx,
      cases.map(({ investor }) => investor),
    )
    const rows = cases.map(one => ({
      ...one,
      shares: shares.get(one.id) ?? [],
      evidence: evidence.filter(({ investor }) => investor === one.investor),
    }))
    return { rows, total: await tx.$count(firstContactCases, which) }
  })
}
export type FirstContactCase = Awaited<ReturnType<typeof listFirstContactCases>>['rows'][number]

const { id, investor, name, noun, claimantDeskId, holderDeskId, reason, openedAt, openedBy, dueOn } =
  firstContactCases
const { statement, statedAt, statedBy, winnerDeskId, ruling, ruledAt, ruledBy } = firstContactCases
const casesColumns = {
  id,
  investor,
  name,
  noun,
  claimantDeskId,
  holderDeskId,
  reason,
  openedAt,
  openedBy,
  dueOn,
  statement,
  statedAt,
  statedBy,
  winnerDeskId,
  ruling,
  ruledAt,
  ruledBy,
}

/* The row policies give a desk its own lines; the director has both sides'. */
async function evidenceOf(tx: Tx, investors: readonly string[]) {
  if (investors.length === 0) return []
  return tx
    .select({
      id: firstContacts.id,
      investor: firstContacts.investor,
      deskId: firstContacts.deskId,
      kind: firstContacts.kind,
      withName: firstContacts.withName,
      at: firstContacts.at,
      by: firstContacts.by,
      progressAt: firstContacts.progressAt,
      struckAt: firstContacts.struckAt,
      number: sql<string | null>`coalesce(${leads.number}, ${deals.number})`,
    })
    .from(firstContacts)
    .leftJoin(leads, eq(leads.id, firstContacts.leadId))
    .leftJoin(deals, eq(deals.id, firstContacts.dealId))
    .where(or(...[...new Set(investors)].map(one => eq(firstContacts.investor, one))))
    .orderBy(asc(firstContacts.at), asc(firstContacts.id))
    .limit(CASES_SHOWN * MOST_EVIDENCE)
}

/** A page of look-alikes that were asked about (open) and ruled on, newest first, as far as the reader sees one of the two. */
export async function listDuplicateRulings(permit: Permit<'case.read'>, { state, page }: Asked) {
  const which = state === 'open' ? isNull(duplicateRulings.verdict) : isNotNull(duplicateRulings.verdict)
  return as(permit, 'read', async tx => {
    const rows = await tx
      .select({
        id: duplicateRulings.id,
        noun: duplicateRulings.noun,
        typed: duplicateRulings.typed,
        otherNoun: duplicateRulings.otherNoun,
        otherName: duplicateRulings.otherName,
        otherDeskId: duplicateRulings.otherDeskId,
        how: duplicateRulings.how,
        verdict: duplicateRulings.verdict,
        reason: duplicateRulings.reason,
        askedAt: duplicateRulings.askedAt,
        askedBy: duplicateRulings.askedBy,
        ruledAt: duplicateRulings.ruledAt,
        ruledBy: duplicateRulings.ruledBy,
        number: sql<string | null>`coalesce(${leads.number}, ${deals.number})`,
        deskId: sql<string | null>`coalesce(${leads.deskId}, ${deals.deskId})`,
        teamIds: sql<string[] | null>`coalesce(${leads.teamIds}, ${deals.teamIds})`,
      })
      .from(duplicateRulings)
      .leftJoin(leads, and(eq(duplicateRulings.otherNoun, 'lead'), eq(leads.id, duplicateRulings.otherId)))
      .leftJoin(deals, and(eq(duplicateRulings.otherNoun, 'deal'), eq(deals.id, duplicateRulings.otherId)))
      .where(which)
      .orderBy(desc(duplicateRulings.askedAt), desc(duplicateRulings.id))
      .limit(CASES_SHOWN)
      .offset((page - 1) * CASES_SHOWN)
    return { rows, total: await tx.$count(duplicateRulings, which) }
  })
}
export type DuplicateRuling = Awaited<ReturnType<typeof listDuplicateRulings>>['rows'][number]
