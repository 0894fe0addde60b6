import { inGroup, isRegionGroup } from '@/domain/country/region-group'

/** A rule of the zone. `countries` holds codes and keys of region groups; none, and no industry, fits everything. */
export type DeskRoute = {
  id: number
  position: number
  countries: readonly string[]
  industryId: number | null
  deskId: number
}

type Routed = { country: string; industryId: number | null }

/** The desk of the first rule that fits, in the order of `position`; null when none does (general, and unrouted). */
export function routeLead(routes: readonly DeskRoute[], lead: Routed): number | null {
  const inOrder = [...routes].sort((a, b) => a.position - b.position || a.id - b.id)
  return inOrder.find(route => fits(route, lead))?.deskId ?? null
}

function fits(route: DeskRoute, lead: Routed): boolean {
  if (route.industryId !== null && route.industryId !== lead.industryId) return false
  if (route.countries.length === 0) return true
  return route.countries.some(place =>
    isRegionGroup(place) ? inGroup(lead.country, place) : place === lead.country,
  )
}
