import { sql } from 'drizzle-orm'
import { type Tx, zoneToday } from '@/db/as'
import { workDays, zones } from '@/db/schema/zone'
import { type NoticeDay, workCalendar } from '@/domain/calendar/china'
import type { WorkCalendar } from '@/domain/calendar/working-day'
import { type ZoneSettings, zoneSettings } from '@/domain/zone/zone'

export type ZoneRules = { timezone: string; today: string; settings: ZoneSettings; calendar: WorkCalendar }

/** What a rule needs of the zone: its time zone, its day, its limits, its working days. */
export async function zoneRules(tx: Tx): Promise<ZoneRules> {
  const [zone] = await tx.select({ timezone: zones.timezone, settings: zones.settings, entered }).from(zones)
  return {
    timezone: zone?.timezone ?? 'Asia/Shanghai',
    settings: zoneSettings(zone?.settings),
    today: await zoneToday(tx),
    calendar: workCalendar(zone?.entered ?? []),
  }
}

/* Of a few notices, some dozen days; in the same statement as the limits, for every write asks. */
const entered = sql<NoticeDay[] | null>`(
  select json_agg(json_build_object('year', ${workDays.year}, 'date', ${workDays.date}, 'works', ${workDays.works}))
  from ${workDays})`
