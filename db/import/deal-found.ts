import { and, eq, getTableColumns, inArray, isNull } from 'drizzle-orm'
import type { Tx } from '@/db/as'
import type { DealEntity } from '@/db/deal-fields'
import { companies, contacts } from '@/db/schema/company'
import { dealFacts, deals } from '@/db/schema/deal'
import { events } from '@/db/schema/event'
import type { Batch } from './row'

type Linked = { company: string; contact: string; event: string }
/** `days`: when each stage was reached last, and since when its total holds. */
export type FoundDeal = DealEntity & { linked: Linked; days: Record<string, string> }

/** Deals by their numbers, with the names of what they are linked to. */
export async function findDeals(
  { tx }: Batch,
  numbers: readonly string[],
  hold: boolean,
): Promise<FoundDeal[]> {
  if (numbers.length === 0) return []
  const query = tx
    .select(getTableColumns(deals))
    .from(deals)
    .where(and(inArray(deals.number, [...numbers]), isNull(deals.deletedAt)))
  const found = hold ? await query.orderBy(deals.id).for('update') : await query
  if (found.length === 0) return []
  const ids = found.map(({ id }) => id)
  const named = await tx
    .select({ id: deals.id, company: companies.name, contact: contacts.name, event: events.name })
    .from(deals)
    .innerJoin(companies, eq(companies.id, deals.companyId))
    .leftJoin(contacts, eq(contacts.id, deals.contactId))
    .leftJoin(events, eq(events.id, deals.eventId))
    .where(inArray(deals.id, ids))
  const namesOf = new Map(named.map(one => [one.id, one]))
  const days = await daysOf(tx, ids)
  return found.map(deal => {
    const names = namesOf.get(deal.id)
    return {
      ...deal,
      linked: { company: names?.company ?? '', contact: names?.contact ?? '', event: names?.event ?? '' },
      days: days.get(deal.id) ?? {},
    }
  })
}

async function daysOf(tx: Tx, ids: readonly number[]): Promise<Map<number, FoundDeal['days']>> {
  const { dealId: id, fact, value, effectiveOn: on, supersededAt } = dealFacts
  const rows = await tx
    .select({ id, fact, value, on })
    .from(dealFacts)
    .where(and(inArray(id, [...ids]), inArray(fact, ['stage', 'total_investment']), isNull(supersededAt)))
    .orderBy(on, dealFacts.id)
  const days = new Map<number, FoundDeal['days']>()
  for (const { id, fact, value, on } of rows)
    days.set(id, { ...days.get(id), [fact === 'stage' ? (value ?? '') : 'total']: on })
  return days
}
