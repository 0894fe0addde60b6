import { type DealFilter, defaultDealFilter } from '@/domain/deal/filter'
import type { Signing } from '@/domain/deal/filter-work'
import type { FigureAsked, FlowKey, StockKey } from './figure'

const stageOf: Record<StockKey, DealFilter['stages']> = {
  deals_in_negotiation: ['negotiation'],
  deals_in_entry_procedures: ['entry_procedures'],
}

/** The figures of signings: an intent (the entry document, or one beside it: once), and the agreement that an approval rests on. */
export const signingFigure = {
  intent: 'intents_signed_in_period',
  agreement: 'agreements_signed_in_period',
} as const satisfies Record<Signing, FlowKey>

const signedOf: Record<FlowKey, Signing | null> = {
  deals_approved_in_period: null,
  intents_signed_in_period: 'intent',
  agreements_signed_in_period: 'agreement',
}

/**
 * The list that a figure counts: its value and its rows come from one filter, and its link leads to that very list.
 * Active deals only. Approved in a period: the move to approved is effective in it and still stands at its end. Signed in
 * a period: on a day of it, whatever the stage. With `today` a period that has not ended asks for what stands now, which
 * is the same and needs no history.
 */
export function figureFilter(asked: FigureAsked, today?: string): DealFilter {
  const all = { ...defaultDealFilter, approved: 'all' as const }
  if ('asOf' in asked) return { ...all, asOf: asked.asOf, stages: stageOf[asked.key] }
  const signed = signedOf[asked.key]
  const asOf = today && asked.to >= today ? null : asked.to
  if (signed) return { ...all, asOf, signed, signedFrom: asked.from, signedTo: asked.to }
  return { ...all, asOf: asked.to, stages: ['approved'], stageFrom: asked.from, stageTo: asked.to }
}
