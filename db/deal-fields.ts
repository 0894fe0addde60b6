import { eq } from 'drizzle-orm'
import type { Tx } from '@/db/as'
import { moneyOfRow, type RateOf, ratesOn, valuedBy } from '@/db/rate'
import { companies, contacts } from '@/db/schema/company'
import { deals } from '@/db/schema/deal'
import { events } from '@/db/schema/event'
import type { DealFields, Total } from '@/domain/deal/fields'
import type { Money } from '@/domain/money/money'
import { searchText } from '@/domain/name/search-text'

export type DealEntity = typeof deals.$inferSelect

/** The fields of a stored deal, as forms know them. */
export function fieldsOfDeal(deal: Omit<DealEntity, 'searchText'>): DealFields {
  return {
    name: deal.name,
    companyId: deal.companyId,
    contactId: deal.contactId,
    partner: deal.partner,
    target: deal.target,
    country: deal.country,
    province: deal.province,
    industryId: deal.industryId,
    highTech: deal.highTech,
    form: deal.form,
    content: deal.content,
    source: deal.source,
    eventId: deal.eventId,
    total: { notStated: deal.totalNotStated, money: moneyOfRow(deal.totalMinor, deal.totalCurrency) },
    foreign: moneyOfRow(deal.foreignMinor, deal.foreignCurrency),
    entryDocumentKind: deal.entryDocumentKind,
    entryDocumentOn: deal.entryDocumentOn,
    entryDocumentReference: deal.entryDocumentReference,
    intentOn: deal.intentOn,
    intentReference: deal.intentReference,
    agreementOn: deal.agreementOn,
    agreementReference: deal.agreementReference,
    approvalExpectedOn: deal.approvalExpectedOn,
    landM2: deal.landM2,
    jobs: deal.jobs,
    outputCny: deal.outputCny,
    taxCny: deal.taxCny,
    note: deal.note,
  }
}

/** The columns of some fields; amounts are valued at the rate of `on`, the day on which they were stated. */
export async function dealColumnsOf<F extends Partial<DealFields>>(tx: Tx, fields: F, on: string) {
  return dealColumnsBy(await ratesOn(tx, amountsOf(fields, on)), fields, on)
}

/** What needs a rate. */
export const amountsOf = ({ total, foreign }: Partial<DealFields>, on: string) => [
  { money: total?.money, on },
  { money: foreign, on },
]

export function dealColumnsBy<F extends Partial<DealFields>>(rateOf: RateOf, fields: F, on: string) {
  const { total, foreign, ...same } = fields
  return {
    ...same,
    ...(total && totalBy(rateOf, total, on)),
    ...(foreign !== undefined && foreignBy(rateOf, foreign, on)),
  }
}

export async function totalColumns(tx: Tx, total: Total, on: string) {
  return totalBy(await ratesOn(tx, [{ money: total.money, on }]), total, on)
}

function totalBy(rateOf: RateOf, { notStated, money }: Total, on: string) {
  const amount = money && valuedBy(rateOf, money, on)
  return {
    totalNotStated: notStated,
    totalMinor: amount?.minor ?? null,
    totalCurrency: amount?.currency ?? null,
    totalRate: amount?.rate ?? null,
    totalCny: amount?.cny ?? null,
    totalOn: amount || notStated ? on : null,
  }
}

function foreignBy(rateOf: RateOf, money: Money | null, on: string) {
  const amount = money && valuedBy(rateOf, money, on)
  return {
    foreignMinor: amount?.minor ?? null,
    foreignCurrency: amount?.currency ?? null,
    foreignRate: amount?.rate ?? null,
    foreignCny: amount?.cny ?? null,
    foreignOn: amount ? on : null,
  }
}

/** What a deal is found by; the names of its company are looked up with it, for they change by themselves. */
export function dealSearchText(
  deal: Pick<DealEntity, 'name' | 'partner' | 'target'> & { names?: DealEntity['names'] },
  number: string,
): string {
  return searchText(deal.name, ...Object.values(deal.names ?? {}), number, deal.partner, deal.target)
}

/** The names behind the ids of a deal, for the log and for a conflict. */
export async function linkedNames(
  tx: Tx,
  { companyId, contactId, eventId }: Pick<DealFields, 'companyId' | 'contactId' | 'eventId'>,
) {
  const [company] = await tx
    .select({ name: companies.name })
    .from(companies)
    .where(eq(companies.id, companyId))
  const [contact] = contactId
    ? await tx.select({ name: contacts.name }).from(contacts).where(eq(contacts.id, contactId))
    : []
  const [event] = eventId
    ? await tx.select({ name: events.name }).from(events).where(eq(events.id, eventId))
    : []
  return { company: company?.name ?? null, contact: contact?.name ?? null, event: event?.name ?? null }
}
