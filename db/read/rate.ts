import { asc, desc, eq, sql } from 'drizzle-orm'
import { as } from '@/db/as'
import { users } from '@/db/schema/user'
import { rates } from '@/db/schema/zone'
import type { Permit } from '@/domain/policy/permit'

export type RateLine = {
  id: number
  currency: string
  onDate: string
  /** Yuan for one unit, as a decimal without needless zeros. */
  rate: string
  source: string
  createdAt: Date
  createdBy: string | null
}

/** All rates, by currency, the latest first. */
export async function listRates(permit: Permit<'rate.create'>): Promise<RateLine[]> {
  return as(permit, 'read', tx =>
    tx
      .select({
        id: rates.id,
        currency: rates.currency,
        onDate: sql<string>`${rates.onDate}::text`,
        rate: sql<string>`trim_scale(${rates.rate})::text`,
        source: rates.source,
        createdAt: rates.createdAt,
        createdBy: users.name,
      })
      .from(rates)
      .leftJoin(users, eq(users.id, rates.createdBy))
      .orderBy(asc(rates.currency), desc(rates.onDate)),
  )
}
