import { and, eq, isNull } from 'drizzle-orm'
import { as } from '@/db/as'
import { type FirstContact, firstContactWith } from '@/db/first-contact'
import { deals } from '@/db/schema/deal'
import { firstContactCases } from '@/db/schema/first-contact'
import { leads } from '@/db/schema/lead'
import type { Permit } from '@/domain/policy/permit'

export type FirstContactOf = FirstContact & { openCase: { id: number; dueOn: string } | null }

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
    return { ...contact, openCase }
  })
}
