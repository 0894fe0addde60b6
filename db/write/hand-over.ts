import { eq, sql } from 'drizzle-orm'
import { record, type Tx, write } from '@/db/as'
import { lockDeal, type TheirDeal } from '@/db/deal-lock'
import { deals } from '@/db/schema/deal'
import { handOvers } from '@/db/schema/hand-over'
import { leads } from '@/db/schema/lead'
import type { ProposeHandOverInput } from '@/domain/hand-over/input'
import { isOpen } from '@/domain/lead/stage'
import { done, invalidField, type Outcome, refused } from '@/domain/outcome'
import type { Permit } from '@/domain/policy/permit'
import { openDesk } from './lead-link'
import { lockLiveLead } from './lead-lock'
import { decidersOf, notify } from './notify'

type Answer<C = unknown> = Promise<Outcome<{ number: string }, C>>
type Case = {
  id: number
  number: string
  name: string
  deskId: number
  readerIds: number[]
  teamIds: number[]
}

/** Offered to another desk, with a reason. The heads who receive it become readers until it is decided. */
export async function proposeLeadHandOver(
  permit: Permit<'lead.propose_hand_over'>,
  input: ProposeHandOverInput,
): Answer {
  return write(
    permit,
    async tx => {
      const locked = await lockLiveLead(tx, input.number)
      if ('no' in locked) return locked.no
      const { lead } = locked
      if (!isOpen(lead.stage)) return refused('lead.refused.closed')
      if (lead.version !== input.version) return refused('handover.refused.changed')
      return offer(tx, permit, 'lead', lead, input)
    },
    input.submission,
  )
}

export async function proposeDealHandOver(
  permit: Permit<'deal.propose_hand_over'>,
  input: ProposeHandOverInput,
): Answer<TheirDeal> {
  return write(
    permit,
    async tx => {
      const held = await lockDeal(tx, input)
      if ('no' in held) return held.no
      if (held.proposal) return refused('deal.refused.proposal_waits')
      if (held.deal.status === 'lost' || held.deal.status === 'withdrawn')
        return refused('deal.refused.already_ended')
      return offer(tx, permit, 'deal', held.deal, input)
    },
    input.submission,
  )
}

async function offer(
  tx: Tx,
  permit: Permit,
  noun: 'lead' | 'deal',
  { id, number, name, deskId, readerIds, teamIds }: Case,
  { toDeskId, reason, creditShare }: ProposeHandOverInput,
): Answer<never> {
  if (!(await openDesk(tx, { id: toDeskId }))) return invalidField('toDeskId', 'input.not_offered')
  if (toDeskId === deskId) return refused(`${noun}.refused.same_desk`)
  const key = noun === 'lead' ? handOvers.leadId : handOvers.dealId
  const [open] = await tx
    .select({ id: handOvers.id })
    .from(handOvers)
    .where(sql`${eq(key, id)} and ${handOvers.state} = 'open'`)
  if (open) return refused('handover.refused.proposed_already')
  const heads = await headsOf(tx, toDeskId)
  const added = heads.filter(head => !readerIds.includes(head) && !teamIds.includes(head))
  const table = noun === 'lead' ? leads : deals
  await tx
    .update(table)
    .set({ readerIds: [...readerIds, ...added] })
    .where(eq(table.id, id))
  await tx.insert(handOvers).values({
    [`${noun}Id`]: id,
    number,
    fromDeskId: deskId,
    toDeskId,
    reason,
    creditShare,
    readerIds: added,
    proposedBy: permit.actor.id,
  })
  await record(tx, noun, id, { fromDeskId: deskId, toDeskId, reason, ...shareOf(creditShare) })
  const told = heads.length > 0 ? heads : await decidersOf(tx, toDeskId)
  await notify(tx, {
    kind: 'hand_over_proposed',
    to: told,
    noun,
    recordId: id,
    details: { number, name, text: reason },
  })
  return done({ number })
}

export const shareOf = (creditShare: number | null) => (creditShare === null ? {} : { creditShare })

/** The heads of a desk with an open account. */
async function headsOf(tx: Tx, deskId: number): Promise<number[]> {
  const rows = await tx.execute<{ id: string }>(sql`
    select m.user_id as id from desk_members m join users u on u.id = m.user_id
    where m.desk_id = ${deskId} and m.head and u.disabled_at is null order by 1`)
  return rows.map(row => Number(row.id))
}
