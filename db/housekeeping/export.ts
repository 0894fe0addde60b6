import { type ExportList, exportPermission } from '@/domain/export/export'
import { nextDue, type Rhythm, SCHEDULE_HOUR } from '@/domain/export/schedule'
import type { Chore } from './chore'

type Due = { id: string; list: ExportList; every: Rhythm['every']; on_day: number | null }

/** Exports whose day has come, from six in the zone's morning on; each is begun once a day, by its owner's rights. */
export const startDueExports: Chore = {
  name: 'exports',
  every: 60,
  async run(tx) {
    const [zone] = await tx<{ today: string; hour: number }[]>`select today, hour from zone_hour()`
    if (!zone || zone.hour < SCHEDULE_HOUR) return 0
    const { today } = zone
    const due = await tx<Due[]>`select id, list, every, on_day from due_exports(${today}::date)`
    for (const { id, list, every, on_day } of due) {
      const next = nextDue({ every, on: on_day }, today)
      await tx`select start_due_export(${id}, ${exportPermission[list]}, ${today}::date, ${next}::date)`
    }
    return due.length
  },
}

/** Files past their days: nothing refers to them any more, and the sweep takes them out of the store. */
export const removeOldExports: Chore = {
  name: 'export_files',
  every: 600,
  async run(tx) {
    const gone = await tx`update exports set digest = null, removed_at = now()
      where kept_until < now() and digest is not null`
    return gone.count
  },
}
