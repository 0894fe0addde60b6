import { type Tx, zoneToday } from '@/db/as'
import { zones } from '@/db/schema/zone'
import { type ZoneSettings, zoneSettings } from '@/domain/zone/zone'

export type ZoneRules = { timezone: string; today: string; settings: ZoneSettings }

/** What a rule needs of the zone: its time zone, its day, its limits. */
export async function zoneRules(tx: Tx): Promise<ZoneRules> {
  const [zone] = await tx.select({ timezone: zones.timezone, settings: zones.settings }).from(zones)
  return {
    timezone: zone?.timezone ?? 'Asia/Shanghai',
    settings: zoneSettings(zone?.settings),
    today: await zoneToday(tx),
  }
}
