import { and, asc, desc, eq, isNull, sql } from 'drizzle-orm'
import { as, type Tx } from '@/db/as'
import { companies, contactDetails, contacts } from '@/db/schema/company'
import { deals } from '@/db/schema/deal'
import { events } from '@/db/schema/event'
import { leadAppraisals, leadFacts, leads } from '@/db/schema/lead'
import type { Permit } from '@/domain/policy/permit'
import { leadColumnsOfRow } from './lead-row'

export type LeadRecord = NonNullable<Awaited<ReturnType<typeof getLead>>>

/**
 * One lead with what its page shows; a deleted one too (`deletedAt`: the page decides who may see it to restore it).
 * `details` is null where the reader's role has them masked, or where there are none.
 */
export async function getLead(permit: Permit<'lead.read'>, number: string) {
  return as(permit, 'read', async tx => {
    const [lead] = await tx
      .select({ ...leadColumnsOfRow, ...more })
      .from(leads)
      .leftJoin(companies, eq(companies.id, leads.companyId))
      .leftJoin(contacts, eq(contacts.id, leads.contactId))
      .leftJoin(contactDetails, eq(contactDetails.contactId, leads.contactId))
      .leftJoin(events, eq(events.id, leads.eventId))
      .where(eq(leads.number, number))
    if (!lead) return null
    const [stages, deal] = [await stagesOf(tx, lead.id), await dealOf(tx, lead.id)]
    return { ...lead, stages, deal, appraisals: await appraisalsOf(tx, lead.id) }
  })
}

const more = {
  version: leads.version,
  intendedRate: leads.intendedRate,
  reachedName: leads.reachedName,
  firstContactAt: leads.firstContactAt,
  toldHow: leads.toldHow,
  toldText: leads.toldText,
  verdict: leads.verdict,
  verdictReason: leads.verdictReason,
  scores: leads.scores,
  disqualifyReason: leads.disqualifyReason,
  disqualifyText: leads.disqualifyText,
  lastProgressAt: leads.lastProgressAt,
  note: leads.note,
  createdBy: leads.createdBy,
  updatedBy: leads.updatedBy,
  deletedAt: leads.deletedAt,
  deletedBy: leads.deletedBy,
  mergedInto: leads.mergedInto,
  hasMerged: sql<boolean>`exists (select 1 from merges m where m.noun = 'lead' and m.kept_id = leads.id and m.undone_at is null)`,
  createdWithinDay: sql<boolean>`${leads.createdAt} > now() - interval '1 day'`,
  deletedWithinDay: sql<boolean>`coalesce(${leads.deletedAt} > now() - interval '1 day', false)`,
  details: {
    phones: contactDetails.phones,
    email: contactDetails.email,
    wechat: contactDetails.wechat,
  },
}

/** The lines of the stage, oldest first: when each began and ended. */
function stagesOf(tx: Tx, id: number) {
  return tx
    .select({ stage: leadFacts.value, from: leadFacts.effectiveOn, until: leadFacts.effectiveUntil })
    .from(leadFacts)
    .where(and(eq(leadFacts.leadId, id), eq(leadFacts.fact, 'stage'), isNull(leadFacts.supersededAt)))
    .orderBy(asc(leadFacts.effectiveOn), asc(leadFacts.id))
}

/** The latest appraisals, newest first: the one that waits, verdicts, and what was returned. */
function appraisalsOf(tx: Tx, id: number) {
  return tx
    .select()
    .from(leadAppraisals)
    .where(eq(leadAppraisals.leadId, id))
    .orderBy(desc(leadAppraisals.id))
    .limit(10)
}

/** The deal that came of it, if the reader may see it. */
async function dealOf(tx: Tx, id: number) {
  const [deal] = await tx
    .select({ number: deals.number, name: deals.name })
    .from(deals)
    .where(and(eq(deals.leadId, id), isNull(deals.deletedAt)))
    .limit(1)
  return deal ?? null
}
