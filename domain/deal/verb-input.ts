import { z } from 'zod'
import { isoDate } from '@/domain/calendar/date-field'
import { dealStages, endReasons } from '@/domain/deal/deal'
import {
  chosen,
  chosenOrNot,
  dateOrNot,
  recordNumber,
  submission,
  ticked,
  version,
} from '@/domain/record/field'
import { cleanLine, cleanNote, optionalLine, optionalNote } from '@/domain/text/clean'
import { amountField, amountIn, currencyField } from './amount-field'

const one = { number: recordNumber('D'), version: version() }
/** Today, when left out. Never in the future, nor before the line that stands. */
const effectiveOn = dateOrNot()

export const moveDealInput = z.object({
  ...one,
  to: z.enum(dealStages),
  effectiveOn,
  reason: optionalNote(2_000),
  submission: submission(),
})
export type MoveDealInput = z.infer<typeof moveDealInput>

/** One's own last move, within ten minutes and before anybody else acts. */
export const undoMoveDealInput = z.object({ number: recordNumber('D') })
export type UndoMoveDealInput = z.infer<typeof undoMoveDealInput>

/** One's own last move took effect on another day; as long as it can be undone. */
export const redateDealInput = z.object({ number: recordNumber('D'), effectiveOn: isoDate() })
export type RedateDealInput = z.infer<typeof redateDealInput>

export const moveBackDealInput = z.object({
  ...one,
  to: z.enum(dealStages),
  effectiveOn,
  reason: cleanNote(2_000),
})
export type MoveBackDealInput = z.infer<typeof moveBackDealInput>

/** What an approval consists of; `effectiveOn` is the day from which it counts. */
export const proposeDealInput = z.object({
  ...one,
  approvalAuthority: cleanLine(200),
  approvalNumber: cleanLine(200),
  approvalOn: isoDate(),
  agreementOn: isoDate(),
  agreementReference: cleanLine(200),
  effectiveOn: isoDate(),
  submission: submission(),
})
export type ProposeDealInput = z.infer<typeof proposeDealInput>

export const confirmDealInput = z.object({ number: recordNumber('D'), proposalId: chosen() })
export type ConfirmDealInput = z.infer<typeof confirmDealInput>

export const returnDealInput = z.object({
  number: recordNumber('D'),
  proposalId: chosen(),
  reason: cleanNote(2_000),
})
export type ReturnDealInput = z.infer<typeof returnDealInput>

const ending = { ...one, effectiveOn, reasonCode: z.enum(endReasons, { error: 'input.required' }) }

export const holdDealInput = z.object({ ...ending, reason: optionalNote(2_000), reviewOn: isoDate() })
export type HoldDealInput = z.infer<typeof holdDealInput>

export const loseDealInput = z.object({ ...ending, reason: cleanNote(2_000), lostTo: optionalLine(200) })
export type LoseDealInput = z.infer<typeof loseDealInput>

export const withdrawDealInput = z.object({ ...ending, reason: cleanNote(2_000) })
export type WithdrawDealInput = z.infer<typeof withdrawDealInput>

export const reviveDealInput = z.object({ ...one, effectiveOn, reason: cleanNote(2_000) })
export type ReviveDealInput = z.infer<typeof reviveDealInput>

export const assignDealInput = z.object({ ...one, officerId: chosen() })
export type AssignDealInput = z.infer<typeof assignDealInput>

export const addMemberDealInput = z.object({ ...one, memberId: chosen() })
export type AddMemberDealInput = z.infer<typeof addMemberDealInput>
export const removeMemberDealInput = z.object({ ...one, memberId: chosen() })

/** Somebody with an account, or the name of a cadre without one; neither takes the one that stands away. */
export const setLeaderDealInput = z
  .object({ ...one, leaderId: chosenOrNot(), leaderName: optionalLine(100) })
  .transform(({ leaderId, leaderName, ...input }) => ({
    ...input,
    leaderId,
    leaderName: leaderId === null ? leaderName : null,
  }))
export type SetLeaderDealInput = z.infer<typeof setLeaderDealInput>

/** Without an officer it waits among the unassigned until the receiving head assigns one. */
export const handOverDealInput = z.object({
  ...one,
  deskId: chosen(),
  officerId: chosenOrNot(),
  effectiveOn,
  reason: cleanNote(2_000),
})
export type HandOverDealInput = z.infer<typeof handOverDealInput>

export const deleteDealInput = z.object({ number: recordNumber('D'), reason: optionalNote(2_000) })
export type DeleteDealInput = z.infer<typeof deleteDealInput>
export const restoreDealInput = z.object({ number: recordNumber('D') })
export type RestoreDealInput = z.infer<typeof restoreDealInput>

/** The total that stands was wrong from the day on which it was stated: another line takes its place, with a reason. */
export const correctDealInput = z
  .object({
    ...one,
    total: amountField(),
    totalCurrency: currencyField(),
    totalNotStated: ticked(),
    statedOn: dateOrNot(),
    reason: cleanNote(2_000),
  })
  .transform(({ total, totalCurrency, totalNotStated, ...input }, context) => {
    const money = amountIn(total, totalCurrency, 'total', context)
    if (money ? totalNotStated : !totalNotStated) {
      const message = money ? 'deal.invalid.stated_and_not' : 'input.required'
      context.addIssue({ code: 'custom', message, path: ['total'] } as never)
    }
    return { ...input, total: { notStated: totalNotStated, money } }
  })
export type CorrectDealInput = z.infer<typeof correctDealInput>
