import type { Tx } from '@/db/as'
import { readReachAt } from '@/domain/lead/reach-at'
import type { Permit } from '@/domain/policy/permit'
import { insertContact } from './contact-insert'

/** The person on the card; one who left no name is called like the lead. Null where the card says nothing. */
export async function insertCard(
  tx: Tx,
  permit: Permit,
  card: { name: string; contactName: string | null; reachAt: string | null; companyId: number | null },
): Promise<{ id: number; name: string } | null> {
  if (!card.contactName && !card.reachAt) return null
  const read = (card.reachAt ? readReachAt(card.reachAt) : {}) as Partial<
    Record<'phone' | 'email' | 'wechat', string>
  >
  const name = card.contactName ?? card.name
  const { id } = await insertContact(tx, permit, {
    name,
    companyId: card.companyId,
    phones: read.phone ? [read.phone] : [],
    email: read.email ?? null,
    wechat: read.wechat ?? null,
  })
  return { id, name }
}
