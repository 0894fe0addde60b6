import { as } from '@/db/as'
import { dealSumsPerStage } from '@/db/deal-totals'
import { zoneRules } from '@/db/zone'
import type { Signing } from '@/domain/deal/filter-work'
import { figureFilter, signingFigure } from '@/domain/figure/deal'
import { addSums, emptySum, type Sum } from '@/domain/money/sum'
import type { Permit } from '@/domain/policy/permit'

export type DeskSigning = { kind: Signing; deskId: number; sum: Sum }

/**
 * Intents and investment agreements signed from one day to another, per desk, count and sum in CNY: of deals that are
 * active at the end. Desks without one are left out. Each leads to the list of its figure with `desk=…`.
 */
export async function signingsPerDesk(
  permit: Permit<'day.read'> | Permit<'deal.read'>,
  period: { from: string; to: string },
): Promise<DeskSigning[]> {
  return as(permit, 'read', async tx => {
    const zone = await zoneRules(tx)
    const found: DeskSigning[] = []
    for (const kind of ['intent', 'agreement'] as const) {
      const filter = figureFilter({ key: signingFigure[kind], ...period }, zone.today)
      const perDesk = new Map<number, Sum>()
      for (const { deskId, sum } of await dealSumsPerStage(tx, filter, zone))
        perDesk.set(deskId, addSums(perDesk.get(deskId) ?? emptySum, sum))
      for (const [deskId, sum] of perDesk) found.push({ kind, deskId, sum })
    }
    return found
  })
}
