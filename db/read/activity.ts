import { and, count, desc, eq, inArray, isNull, or, type SQL, sql } from 'drizzle-orm'
import { as, type Tx } from '@/db/as'
import { activities } from '@/db/schema/activity'
import { logEntries } from '@/db/schema/zone'
import { zoneRules } from '@/db/zone'
import type { ActivityKind } from '@/domain/activity/activity'
import { addDays, startOfDay } from '@/domain/calendar/date'
import type { Permit } from '@/domain/policy/permit'

type TimelineRecord = { noun: 'lead' | 'deal'; id: number }

/** What happened (activity) or was changed (log), by account id; `on` is a date, `at` the moment of recording. */
export type TimelineItem = { at: Date; by: number | null; record: TimelineRecord } & (
  | {
      kind: 'activity'
      id: number
      activityKind: ActivityKind
      on: string
      text: string
      nextStep: string | null
      nextStepOn: string | null
    }
  | { kind: 'log'; id: number; verb: string; details: Record<string, unknown> }
)

/** Verbs whose line in the log only repeats what stands in the activity that it names. */
const told = ['activity.create', 'activity.delete']

/**
 * The history of a record, newest first: an activity by its day, a change by its moment. `also`: records whose history
 * belongs to it (the lead that a deal came of), as far as the reader sees them.
 */
export async function getTimeline(
  permit: Permit<'lead.read'> | Permit<'deal.read'>,
  record: TimelineRecord & { also?: readonly TimelineRecord[] },
  most = 200,
): Promise<{ items: TimelineItem[]; activities: number; changes: number }> {
  const records = [{ noun: record.noun, id: record.id }, ...(record.also ?? [])]
  return as(permit, 'read', async tx => {
    const ofActivity = and(
      isNull(activities.deletedAt),
      or(...records.map(one => eq(keyOf(one), one.id))),
    ) as SQL
    const ofLog = and(
      or(...records.map(one => and(eq(logEntries.noun, one.noun), eq(logEntries.recordId, one.id)))),
      sql`not (${inArray(logEntries.verb, told)} and ${logEntries.details} ? 'activityId')`,
    ) as SQL
    const done = await activitiesWhere(tx, ofActivity, most)
    const changed = await changesWhere(tx, ofLog, most)
    const [a] = await tx.select({ n: count() }).from(activities).where(ofActivity)
    const [c] = await tx.select({ n: count() }).from(logEntries).where(ofLog)
    const items = [...done, ...changed].sort(byMoment((await zoneRules(tx)).timezone)).slice(0, most)
    return { items, activities: a?.n ?? 0, changes: c?.n ?? 0 }
  })
}

const keyOf = ({ noun }: TimelineRecord) => (noun === 'lead' ? activities.leadId : activities.dealId)

/** By moment; an activity of an earlier day stands at the end of that day. */
function byMoment(timezone: string) {
  const momentOf = (item: TimelineItem) => {
    const at = item.at.getTime()
    return item.kind === 'log' ? at : Math.min(at, startOfDay(timezone, addDays(item.on, 1)).getTime() - 1)
  }
  return (one: TimelineItem, other: TimelineItem) => momentOf(other) - momentOf(one) || other.id - one.id
}

async function activitiesWhere(tx: Tx, where: SQL, most: number): Promise<TimelineItem[]> {
  const rows = await tx
    .select()
    .from(activities)
    .where(where)
    .orderBy(desc(activities.happenedOn), desc(activities.id))
    .limit(most)
  return rows.map(row => ({
    kind: 'activity',
    id: row.id,
    activityKind: row.kind,
    on: row.happenedOn,
    at: row.createdAt,
    by: row.createdBy,
    text: row.text,
    nextStep: row.nextStep,
    nextStepOn: row.nextStepOn,
    record: row.leadId ? { noun: 'lead', id: row.leadId } : { noun: 'deal', id: row.dealId as number },
  }))
}

async function changesWhere(tx: Tx, where: SQL, most: number): Promise<TimelineItem[]> {
  const rows = await tx.select().from(logEntries).where(where).orderBy(desc(logEntries.id)).limit(most)
  return rows.map(row => ({
    kind: 'log',
    id: row.id,
    verb: row.verb,
    at: row.at,
    by: row.actorId,
    details: row.details,
    record: { noun: row.noun as 'lead' | 'deal', id: row.recordId as number },
  }))
}
