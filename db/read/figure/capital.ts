import { sql } from 'drizzle-orm'
import { as } from '@/db/as'
import { capitalIds, capitalRows } from '@/db/capital-row'
import { sumsIn } from '@/db/capital-sums'
import { zoneRules } from '@/db/zone'
import { type CapitalRow, totalOfRows } from '@/domain/capital/board'
import { type CapitalFilter, usualCapitalFilter } from '@/domain/capital/filter'
import { capitalFigureFilter } from '@/domain/figure/capital'
import type { CapitalFigureKey } from '@/domain/figure/figure'
import type { Sum } from '@/domain/money/sum'
import type { Permit } from '@/domain/policy/permit'

type Asked = Partial<Omit<CapitalFilter, 'set' | 'basis'>>

/** Figures of capital within the reader's reach, all from one snapshot: of what `asked` narrows them to, this year's without days. */
export async function capitalFigures<K extends CapitalFigureKey>(
  permit: Permit<'capital.list'>,
  keys: readonly K[],
  asked: Asked = {},
): Promise<Record<K, Sum>> {
  return as(permit, 'read', async tx => {
    const filters = keys.map(key => [key, capitalFigureFilter(key, asked)] as const)
    const sets = [...new Set(filters.map(([, { set }]) => set))]
    const sums = await sumsIn(tx, { ...usualCapitalFilter, ...asked }, await zoneRules(tx), sets)
    const found = filters.map(([key, { set, basis, bucket }]) => {
      const of = basis === null ? sums : sums.filter(sum => sum[basis])
      return [key, totalOfRows(of, { set, bucket })]
    })
    return Object.fromEntries(found) as Record<K, Sum>
  })
}

/** The parts, plans or arrivals behind a figure, in the order of its list. */
export async function capitalFigureRows(
  permit: Permit<'capital.list'>,
  key: CapitalFigureKey,
  asked: Asked = {},
  { limit = 100, offset = 0 } = {},
): Promise<CapitalRow[]> {
  return as(permit, 'read', async tx => {
    const filter = capitalFigureFilter(key, asked)
    const zone = await zoneRules(tx)
    const ids = await capitalIds(tx, filter, zone, sql`limit ${limit} offset ${offset}`)
    return capitalRows(tx, filter, zone, ids)
  })
}
