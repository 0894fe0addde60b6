import { type DealStage, dealStages } from '@/domain/deal/deal'
import type { SearchParams } from '@/domain/filter/parameter'

export const cardsAtFirst = 20
const most = 500

/** How many cards of a column are shown: `shown=negotiation.40,approved.60` beside the filter in the address. */
export type Shown = Partial<Record<DealStage, number>>

export function takeShown(params: SearchParams): { shown: Shown; rest: SearchParams } {
  const { shown: asked = '', ...rest } = params as Record<string, string | string[] | undefined>
  const found: Shown = {}
  for (const part of [asked].flat().join(',').split(',')) {
    const [word, count] = part.split('.')
    const stage = dealStages.find(one => one === word)
    const cards = Math.min(most, Math.trunc(Number(count)))
    if (stage && cards > cardsAtFirst) found[stage] = cards
  }
  return { shown: found, rest }
}

/** The board's address with so many cards in a column. */
export function shownHref(search: string, shown: Shown, stage: DealStage, cards: number): string {
  const params = new URLSearchParams(search)
  const all = Object.entries({ ...shown, [stage]: Math.min(most, cards) })
  params.set('shown', all.map(([key, count]) => `${key}.${count}`).join(','))
  return `/deals/board?${params}`
}
