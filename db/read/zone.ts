import { as } from '@/db/as'
import { zones } from '@/db/schema/zone'
import type { Permit } from '@/domain/policy/permit'
import type { Names } from '@/domain/user/user'
import { type ZoneSettings, zoneSettings } from '@/domain/zone/zone'

export type ZoneSetting = {
  name: string
  names: Names
  timezone: string
  settings: ZoneSettings
  version: number
}

/** The zone as its settings page shows it; null only before set-up. */
export async function getZone(permit: Permit<'zone.edit'>): Promise<ZoneSetting | null> {
  return as(permit, 'read', async tx => {
    const [row] = await tx.select().from(zones)
    if (!row) return null
    const { name, names, timezone, version } = row
    return { name, names, timezone, version, settings: zoneSettings(row.settings) }
  })
}
