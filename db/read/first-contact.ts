import { and, desc, eq, isNotNull, isNull } from 'drizzle-orm'
import { as, type Tx } from '@/db/as'
import { type FirstContact, firstContactWith } from '@/db/first-contact'
import { deals } from '@/db/schema/deal'
import { firstContactCases } from '@/db/schema/first-contact'
import { handOvers } from '@/db/schema/hand-over'
import { leads } from '@/db/schema/lead'
import type { Sharing } from '@/domain/first-contact/first-contact'
import type { Permit } from '@/domain/policy/permit'

export type FirstContactOf = FirstContact & {
  openCase: { id: number; dueOn: string } | null
  /** The shares that were agreed when it was last handed over. */
  agreed: Sharing | null
}

/** First contact with the investor of one lead or deal; null where the reader does not see that record. */
export async function firstContactOf(
  permit: Permit<'lead.read'> | Permit<'deal.read'>,
  noun: 'lead' | 'deal',
  id: number,
): Promise<FirstContactOf | null> {
  return as(permit, 'read', async tx => {
    const table = noun === 'lead' ? leads : deals
    const [seen] = await tx.select({ id: table.id }).from(table).where(eq(table.id, id))
    if (!seen) return null
    const contact = await firstContactWith(tx, noun, id)
    const [openCase = null] = contact.investor
      ? await tx
          .select({ id: firstContactCases.id, dueOn: firstContactCases.dueOn })
          .from(firstContactCases)
          .where(and(eq(firstContactCases.investor, contact.investor), isNull(firstContactCases.ruledAt)))
      : []
    return { ...contact, openCase, agreed: await agreedOn(tx, noun, id) }
  })
}

async function agreedOn(tx: Tx, noun: 'lead' | 'deal', id: number): Promise<Sharing | null> {
  const { fromDeskId, toDeskId, creditShare, decidedAt } = handOvers
  const [last] = await tx
    .select({ fromDeskId, toDeskId, creditShare, decidedAt })
    .from(handOvers)
    .where(
      and(
        eq(noun === 'lead' ? handOvers.leadId : handOvers.dealId, id),
        eq(handOvers.state, 'accepted'),
        isNotNull(creditShare),
      ),
    )
    .orderBy(desc(handOvers.id))
    .limit(1)
  if (!last?.decidedAt || last.creditShare === null) return null
  const shares = [
    { deskId: last.toDeskId, percent: last.creditShare },
    { deskId: last.fromDeskId, percent: 100 - last.creditShare },
  ]
  return { shares: shares.filter(({ percent }) => percent > 0), at: last.decidedAt }
}
