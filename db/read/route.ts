import { asc } from 'drizzle-orm'
import { as } from '@/db/as'
import { deskRoutes } from '@/db/schema/desk'
import type { Permit } from '@/domain/policy/permit'
import type { DeskRoute } from '@/domain/route/route'

export type RouteSetting = DeskRoute & { version: number }

/** The rules in the order in which they decide; whoever enters a lead is shown what they propose. */
export async function listRoutes(permit: Permit): Promise<RouteSetting[]> {
  return as(permit, 'read', tx =>
    tx
      .select({
        id: deskRoutes.id,
        position: deskRoutes.position,
        countries: deskRoutes.countries,
        industryId: deskRoutes.industryId,
        deskId: deskRoutes.deskId,
        version: deskRoutes.version,
      })
      .from(deskRoutes)
      .orderBy(asc(deskRoutes.position), asc(deskRoutes.id)),
  )
}
