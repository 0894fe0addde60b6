import type { ZodType } from 'zod'
import type { BulkPermission } from '@/domain/bulk/bulk'
import * as deal from '@/domain/deal/verb-input'
import { type ProposeHandOverInput, proposeHandOverInput } from '@/domain/hand-over/input'
import * as lead from '@/domain/lead/move-input'
import type { Outcome } from '@/domain/outcome'
import type { Permit } from '@/domain/policy/permit'
import { changeTagsInput } from '@/domain/tag/input'
import { holdDeal, loseDeal, reviveDeal, withdrawDeal } from './deal-status'
import { assignDeal, handOverDeal } from './deal-team'
import { proposeDealHandOver, proposeLeadHandOver } from './hand-over'
import { disqualifyLead, reopenLead } from './lead-close'
import { assignLead, handOverLead } from './lead-people'
import { changeTags } from './record-tags'

/** How one record is asked for and written: the form and the write of that verb, which decide here as they do there. */
type One = {
  schema: ZodType<{ number: string }>
  run: (permit: never, input: never) => Promise<Outcome<unknown, unknown>>
}

const one = <P extends BulkPermission, I extends { number: string }>(
  schema: ZodType<I>,
  run: (permit: Permit<P>, input: I) => Promise<Outcome<unknown, unknown>>,
): One => ({ schema, run })

export const bulkWrites: Record<BulkPermission, One> = {
  'lead.assign': one<'lead.assign', lead.AssignLeadInput>(lead.assignLeadInput, assignLead),
  'lead.hand_over': one<'lead.hand_over', lead.HandOverLeadInput>(lead.handOverLeadInput, handOverLead),
  'lead.propose_hand_over': one<'lead.propose_hand_over', ProposeHandOverInput>(
    proposeHandOverInput,
    proposeLeadHandOver,
  ),
  'deal.propose_hand_over': one<'deal.propose_hand_over', ProposeHandOverInput>(
    proposeHandOverInput,
    proposeDealHandOver,
  ),
  'lead.disqualify': one<'lead.disqualify', lead.DisqualifyLeadInput>(
    lead.disqualifyLeadInput,
    disqualifyLead,
  ),
  'lead.reopen': one<'lead.reopen', lead.ReopenLeadInput>(lead.reopenLeadInput, reopenLead),
  'lead.tag': { schema: changeTagsInput, run: changeTags },
  'deal.assign': one<'deal.assign', deal.AssignDealInput>(deal.assignDealInput, assignDeal),
  'deal.hand_over': one<'deal.hand_over', deal.HandOverDealInput>(deal.handOverDealInput, handOverDeal),
  'deal.hold': one<'deal.hold', deal.HoldDealInput>(deal.holdDealInput, holdDeal),
  'deal.lose': one<'deal.lose', deal.LoseDealInput>(deal.loseDealInput, loseDeal),
  'deal.withdraw': one<'deal.withdraw', deal.WithdrawDealInput>(deal.withdrawDealInput, withdrawDeal),
  'deal.revive': one<'deal.revive', deal.ReviveDealInput>(deal.reviveDealInput, reviveDeal),
  'deal.tag': { schema: changeTagsInput, run: changeTags },
  'company.tag': { schema: changeTagsInput, run: changeTags },
}
