import { eq, sql } from 'drizzle-orm'
import { record, type Tx, write } from '@/db/as'
import { stateFact } from '@/db/fact'
import { handOvers } from '@/db/schema/hand-over'
import { leads } from '@/db/schema/lead'
import { zoneRules } from '@/db/zone'
import type { HandOverState } from '@/domain/hand-over/hand-over'
import type {
  AcceptHandOverInput,
  DeclineHandOverInput,
  WithdrawHandOverInput,
} from '@/domain/hand-over/input'
import { done, gone, invalidField, type Outcome, refused } from '@/domain/outcome'
import type { Permit } from '@/domain/policy/permit'
import { shareOf } from './hand-over'
import { clockColumns } from './lead-clock'
import { worker } from './lead-people'
import { decidersOf, notify, tellAssigned } from './notify'

type Answer = Promise<Outcome<{ number: string }>>
type Noun = 'lead' | 'deal'
type Offer = typeof handOvers.$inferSelect

/** The receiving head takes the lead: it is his desk's, whoever had it stays a member, progress begins anew. */
export async function acceptLeadHandOver(
  permit: Permit<'lead.accept_hand_over'>,
  input: AcceptHandOverInput,
): Answer {
  return accept(permit, 'lead', input)
}
export async function acceptDealHandOver(
  permit: Permit<'deal.accept_hand_over'>,
  input: AcceptHandOverInput,
): Answer {
  return accept(permit, 'deal', input)
}

export async function declineLeadHandOver(
  permit: Permit<'lead.decline_hand_over'>,
  input: DeclineHandOverInput,
): Answer {
  return close(permit, 'lead', 'declined', input)
}
export async function declineDealHandOver(
  permit: Permit<'deal.decline_hand_over'>,
  input: DeclineHandOverInput,
): Answer {
  return close(permit, 'deal', 'declined', input)
}

/** Taken back by whoever offered it, a head of the desk that has it, or the director. */
export async function withdrawLeadHandOver(
  permit: Permit<'lead.withdraw_hand_over'>,
  input: WithdrawHandOverInput,
): Answer {
  return close(permit, 'lead', 'withdrawn', input)
}
export async function withdrawDealHandOver(
  permit: Permit<'deal.withdraw_hand_over'>,
  input: WithdrawHandOverInput,
): Answer {
  return close(permit, 'deal', 'withdrawn', input)
}

function accept(permit: Permit, noun: Noun, { handOverId, version, officerId }: AcceptHandOverInput): Answer {
  return write(permit, async tx => {
    const found = await offered(tx, noun, handOverId)
    if (!found) return gone()
    const { offer, id } = found
    const { toDeskId, fromDeskId, proposedBy } = offer
    if (officerId !== null && !(await worker(tx, officerId))?.deskIds.includes(toDeskId))
      return invalidField('officerId', 'handover.invalid.officer_not_on_desk')
    const { name, officer: before } = await nowOf(tx, noun, id)
    const no = await settle(tx, handOverId, 'accepted', { version, officerId })
    if (no) return no
    const rules = await zoneRules(tx)
    if (noun === 'lead') {
      const [lead] = await tx.select().from(leads).where(eq(leads.id, id))
      if (lead) await tx.update(leads).set(clockColumns(lead, rules)).where(eq(leads.id, id))
    }
    await stateFact(tx, noun, id, {
      fact: 'desk',
      deskId: toDeskId,
      effectiveOn: rules.today,
      reason: offer.reason,
    })
    const changes = {
      desk: [fromDeskId, toDeskId],
      ...(before !== undefined && before !== officerId && { officer: [before, officerId] }),
    }
    await record(tx, noun, id, { changes, proposedBy, ...shareOf(offer.creditShare) })
    const details = { number: offer.number, name }
    await notify(tx, {
      kind: 'hand_over_accepted',
      to: [proposedBy, before ?? null, ...(await decidersOf(tx, fromDeskId))],
      noun,
      recordId: id,
      details,
    })
    await tellAssigned(
      tx,
      noun,
      { id, number: offer.number, name: name ?? offer.number },
      [officerId],
      'officer',
    )
    return done({ number: offer.number })
  })
}

function close(
  permit: Permit,
  noun: Noun,
  state: 'declined' | 'withdrawn',
  { handOverId, reason }: { handOverId: number; reason: string | null },
): Answer {
  return write(permit, async tx => {
    const found = await offered(tx, noun, handOverId)
    if (!found) return gone()
    const { offer, id } = found
    const { name, officer = null } = await nowOf(tx, noun, id)
    const no = await settle(tx, handOverId, state, { reason })
    if (no) return no
    const { fromDeskId, toDeskId, proposedBy } = offer
    await record(tx, noun, id, { fromDeskId, toDeskId, proposedBy, reason })
    if (state === 'declined')
      await notify(tx, {
        kind: 'hand_over_declined',
        to: [proposedBy, officer, ...(await decidersOf(tx, fromDeskId))],
        noun,
        recordId: id,
        details: { number: offer.number, name, text: reason ?? undefined },
      })
    return done({ number: offer.number })
  })
}

async function offered(tx: Tx, noun: Noun, handOverId: number): Promise<{ offer: Offer; id: number } | null> {
  const [offer] = await tx.select().from(handOvers).where(eq(handOvers.id, handOverId))
  const id = noun === 'lead' ? offer?.leadId : offer?.dealId
  return offer && id ? { offer, id } : null
}

/** By the definer function, since the record is not yet the decider's to write: null when done. */
async function settle(
  tx: Tx,
  id: number,
  state: HandOverState,
  {
    reason = null,
    version,
    officerId = null,
  }: { reason?: string | null; version?: number; officerId?: number | null },
): Promise<Outcome<never, never> | null> {
  const [row] = await tx.execute<{ said: string | null }>(
    sql`select settle_hand_over(${id}, ${state}, ${reason}, ${version ?? null}::int, ${officerId}::bigint) as said`,
  )
  if (row?.said === 'done') return null
  return refused(row?.said ? `handover.refused.${row.said}` : 'common.not_permitted')
}

/** Its name and who has it; nothing where the decider does not see the record (a head of later than the offer). */
async function nowOf(tx: Tx, noun: Noun, id: number): Promise<{ name?: string; officer?: number | null }> {
  const table = noun === 'lead' ? sql`leads` : sql`deals`
  const [row] = await tx.execute<{ name: string; officer: string | null }>(
    sql`select name, case_officer_id as officer from ${table} where id = ${id}`,
  )
  return row ? { name: row.name, officer: row.officer ? Number(row.officer) : null } : {}
}
