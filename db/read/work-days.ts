import { asc } from 'drizzle-orm'
import { as } from '@/db/as'
import { workDays, zones } from '@/db/schema/zone'
import { knownFrom, knownTo } from '@/domain/calendar/china'
import type { Permit } from '@/domain/policy/permit'

export type EnteredNotice = { year: number; off: string[]; works: string[] }
export type WorkDays = {
  /** Years whose notices are built in. */
  known: { from: number; to: number }
  entered: EnteredNotice[]
  /** Of the zone: what an entry is saved upon. */
  version: number
}

/** The notices that the office has entered, by year, the latest first. */
export async function getWorkDays(permit: Permit<'zone.edit'>): Promise<WorkDays> {
  return as(permit, 'read', async tx => {
    const [zone] = await tx.select({ version: zones.version }).from(zones)
    const days = await tx.select().from(workDays).orderBy(asc(workDays.date))
    const years = [...new Set(days.map(day => day.year))].sort((one, other) => other - one)
    const of = (year: number, works: boolean) =>
      days.filter(day => day.year === year && day.works === works).map(day => day.date)
    return {
      known: { from: knownFrom, to: knownTo },
      entered: years.map(year => ({ year, off: of(year, false), works: of(year, true) })),
      version: zone?.version ?? 1,
    }
  })
}
