'use server'
import { action } from '@/access/action'
import { proposeDealHandOver, proposeLeadHandOver } from '@/db/write/hand-over'
import * as decide from '@/db/write/hand-over-decide'
import {
  acceptHandOverInput,
  declineHandOverInput,
  proposeHandOverInput,
  withdrawHandOverInput,
} from '@/domain/hand-over/input'

export const proposeLeadHandOverAction = action(
  'lead.propose_hand_over',
  proposeHandOverInput,
  proposeLeadHandOver,
)
export const proposeDealHandOverAction = action(
  'deal.propose_hand_over',
  proposeHandOverInput,
  proposeDealHandOver,
)

export const acceptLeadHandOverAction = action(
  'lead.accept_hand_over',
  acceptHandOverInput,
  decide.acceptLeadHandOver,
)
export const acceptDealHandOverAction = action(
  'deal.accept_hand_over',
  acceptHandOverInput,
  decide.acceptDealHandOver,
)
export const declineLeadHandOverAction = action(
  'lead.decline_hand_over',
  declineHandOverInput,
  decide.declineLeadHandOver,
)
export const declineDealHandOverAction = action(
  'deal.decline_hand_over',
  declineHandOverInput,
  decide.declineDealHandOver,
)
export const withdrawLeadHandOverAction = action(
  'lead.withdraw_hand_over',
  withdrawHandOverInput,
  decide.withdrawLeadHandOver,
)
export const withdrawDealHandOverAction = action(
  'deal.withdraw_hand_over',
  withdrawHandOverInput,
  decide.withdrawDealHandOver,
)
