import { sql } from 'drizzle-orm'
import type { Tx } from '@/db/as'
import { type NoticeDay, workCalendar } from '@/domain/calendar/china'
import type { WorkCalendar } from '@/domain/calendar/working-day'
import { type ZoneSettings, zoneSettings } from '@/domain/zone/zone'

export type ZoneRules = { timezone: string; today: string; settings: ZoneSettings; calendar: WorkCalendar }

type Row = {
  timezone: string
  today: string
  settings: Partial<ZoneSettings> | null
  entered: NoticeDay[] | null
}

/** What a rule needs of the zone: its time zone, its day, its limits, its working days; a few notices of some dozen days. */
export async function zoneRules(tx: Tx): Promise<ZoneRules> {
  const [zone] = await tx.execute<Row>(sql`
    select coalesce(timezone, 'Asia/Shanghai') as timezone, settings,
      to_char((now() at time zone coalesce(timezone, 'Asia/Shanghai'))::date, 'YYYY-MM-DD') as today,
      (select json_agg(json_build_object('year', year, 'date', date, 'works', works)) from work_days) as entered
    from (select 1) one left join zones on true`)
  if (!zone) throw new Error('a select of one row gave none')
  const { entered, settings, ...rest } = zone
  return { ...rest, settings: zoneSettings(settings), calendar: workCalendar(entered ?? []) }
}

/** The day and the hour on the clock of the zone. */
export async function zoneNow(tx: Tx): Promise<{ today: string; hour: number }> {
  const [row] = await tx.execute<{ today: string; hour: string }>(sql`
    select to_char(here, 'YYYY-MM-DD') as today, extract(hour from here) as hour
    from (select now() at time zone coalesce((select timezone from zones), 'Asia/Shanghai') as here) now`)
  if (!row) throw new Error('a select of one row gave none')
  return { today: row.today, hour: Number(row.hour) }
}
