import type { Actor } from '@/domain/policy/actor'
import { writingDesks } from '@/domain/policy/actor'
import { actsFor } from '@/domain/policy/within'
import type { HandOver } from './hand-over'

/** Who decides an offer and who takes it back: the same rules as settle_hand_over() in the database. */
export function handOverRights(
  actor: Actor,
  offer: Pick<HandOver, 'state' | 'fromDeskId' | 'toDeskId' | 'proposedBy'>,
): { decide: boolean; withdraw: boolean } {
  const open = offer.state === 'open'
  const heads = (deskId: number) => actor.role === 'manager' && writingDesks(actor).includes(deskId)
  const works = actor.role === 'manager' || actor.role === 'officer'
  return {
    decide: open && (actor.role === 'director' || heads(offer.toDeskId)),
    withdraw:
      open &&
      (actor.role === 'director' ||
        heads(offer.fromDeskId) ||
        (works && actsFor(actor).includes(offer.proposedBy))),
  }
}
