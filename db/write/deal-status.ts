import { record, type Tx, write } from '@/db/as'
import { type HeldDeal, lockDeal, saveDeal, type TheirDeal } from '@/db/deal-lock'
import { stateFact } from '@/db/fact'
import type { DealStatus, EndReason } from '@/domain/deal/deal'
import { decideEnd, decideHold, decideRevival } from '@/domain/deal/status'
import type {
  HoldDealInput,
  LoseDealInput,
  ReviveDealInput,
  WithdrawDealInput,
} from '@/domain/deal/verb-input'
import { done, type Outcome } from '@/domain/outcome'
import type { Permit } from '@/domain/policy/permit'
import type { DealSaved } from './deal-edit'

type Answer = Promise<Outcome<DealSaved, TheirDeal>>
type StatusPermit = Permit<'deal.hold' | 'deal.lose' | 'deal.withdraw' | 'deal.revive'>

/** Work stops until the day of review. */
export const holdDeal = (permit: Permit<'deal.hold'>, input: HoldDealInput): Answer =>
  changeStatus(permit, input, ({ state }, when) => decideHold(state, input.reviewOn, when))

/** It went elsewhere, or came to nothing. */
export const loseDeal = (permit: Permit<'deal.lose'>, input: LoseDealInput): Answer =>
  changeStatus(permit, input, ({ state }, when) => decideEnd(state, 'lost', when))

/** Taken back, by the investor or by us. */
export const withdrawDeal = (permit: Permit<'deal.withdraw'>, input: WithdrawDealInput): Answer =>
  changeStatus(permit, input, ({ state }, when) => decideEnd(state, 'withdrawn', when))

/** Work goes on, and the clock of progress begins anew. */
export const reviveDeal = (permit: Permit<'deal.revive'>, input: ReviveDealInput): Answer =>
  changeStatus(permit, input, ({ state }, when) => decideRevival(state, when))

type Input = {
  number: string
  version: number
  effectiveOn: string | null
  reasonCode?: EndReason
  reason: string | null
  lostTo?: string | null
  reviewOn?: string
}
type Decide = (
  held: HeldDeal,
  when: { today: string; effectiveOn: string | null },
) => ReturnType<typeof decideHold>

async function changeStatus(permit: StatusPermit, input: Input, decide: Decide): Answer {
  return write(permit, async tx => {
    const held = await lockDeal(tx, input)
    if ('no' in held) return held.no
    const decided = decide(held, { today: held.zone.today, effectiveOn: input.effectiveOn })
    return decided.kind === 'done' ? done(await stand(tx, permit, held, input, decided.value)) : decided
  })
}

async function stand(
  tx: Tx,
  permit: StatusPermit,
  { deal }: HeldDeal,
  { reasonCode = undefined, reason, lostTo = null, reviewOn = undefined }: Input,
  { from, to, effectiveOn }: { from: DealStatus; to: DealStatus; effectiveOn: string },
): Promise<DealSaved> {
  const ended = to !== 'active'
  const version = await saveDeal(tx, permit, deal, {
    status: to,
    statusSince: effectiveOn,
    statusReason: reasonCode ?? null,
    statusText: ended ? reason : null,
    lostTo,
    reviewOn: reviewOn ?? null,
    ...(!ended && { progress: true }),
  })
  await stateFact(tx, 'deal', deal.id, { fact: 'status', value: to, effectiveOn, reasonCode, reason })
  const told = { reasonCode, reason, lostTo, reviewOn }
  const said = Object.fromEntries(Object.entries(told).filter(([, value]) => value))
  await record(tx, 'deal', deal.id, { changes: { status: [from, to] }, effectiveOn, ...said })
  return { number: deal.number, version }
}
