import type { People } from './people'
import type { DealRow } from './world'

/** Cadres of the zone without an account; nobody is called so. */
const cadres = ['郑维康', '何静宜', '孟昭然'] as const

/** From a hundred million on a leader answers for it: the director for the largest, a cadre for the others. */
const FROM_CNY = 10_000_000_000n

export function leaders<R extends Pick<DealRow, 'totalCny' | 'status' | 'leaderId' | 'leaderName'>>(
  people: People,
  deals: readonly R[],
): R[] {
  const large = deals.filter(deal => deal.status === 'active' && (deal.totalCny ?? 0n) >= FROM_CNY)
  return deals.map(deal => {
    const at = large.indexOf(deal)
    if (at < 0) return deal
    return at % 4 === 0
      ? { ...deal, leaderId: people.director }
      : { ...deal, leaderName: cadres[at % cadres.length] ?? null }
  })
}
