/**
 * A case is offered to another desk. Open until the receiving head decides or the giver takes it back; it lapses when
 * the case moves on by itself: closed, deleted, placed elsewhere by the director.
 */
export const handOverStates = ['open', 'accepted', 'declined', 'withdrawn', 'lapsed'] as const
export type HandOverState = (typeof handOverStates)[number]

/** What a record shows of an offer, and a list of them; `name` is null where the reader does not see the record. */
export type HandOver = {
  id: number
  noun: 'lead' | 'deal'
  number: string
  name: string | null
  fromDeskId: number
  toDeskId: number
  reason: string
  /** Of the receiving desk, in whole per cent, as proposed; null where nothing was said. */
  creditShare: number | null
  proposedBy: number
  proposedAt: Date
  state: HandOverState
  decidedBy: number | null
  decidedAt: Date | null
  decisionReason: string | null
  /** Of the record as it stands now; null out of sight. */
  version: number | null
}
