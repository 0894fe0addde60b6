import { type DealFilter, defaultDealFilter } from '@/domain/deal/filter'
import type { FigureAsked, StockKey } from './figure'

const stageOf: Record<StockKey, DealFilter['stages']> = {
  deals_in_negotiation: ['negotiation'],
  deals_in_entry_procedures: ['entry_procedures'],
}

/**
 * The list that a figure counts: its value and its rows come from one filter, and its link leads to that very list.
 * Active deals only. Approved in a period: the move to approved is effective in it and still stands at its end.
 */
export function figureFilter(asked: FigureAsked): DealFilter {
  const all = { ...defaultDealFilter, approved: 'all' as const }
  if ('asOf' in asked) return { ...all, asOf: asked.asOf, stages: stageOf[asked.key] }
  return { ...all, asOf: asked.to, stages: ['approved'], stageFrom: asked.from, stageTo: asked.to }
}
