import { and, eq, inArray, or, type SQL, sql } from 'drizzle-orm'
import { type ActivityLink, linksOf } from '@/db/activity-link'
import { as, type Tx } from '@/db/as'
import { type HistoryPart, historyKeys, idsOf, inOrder, touches } from '@/db/history'
import { activities } from '@/db/schema/activity'
import { logEntries } from '@/db/schema/zone'
import type { ActivityKind } from '@/domain/activity/activity'
import type { Permit } from '@/domain/policy/permit'

type TimelineRecord = { noun: 'lead' | 'deal'; id: number }

/** What happened (activity) or was changed (log), by account id, `forId` for whom he stood in; `on` is a date, `at` the moment of recording. */
export type TimelineItem = { at: Date; by: number | null; forId: number | null; record: TimelineRecord } & (
  | {
      kind: 'activity'
      id: number
      activityKind: ActivityKind
      on: string
      text: string
      nextStep: string | null
      nextStepOn: string | null
      /** What else it touches, as far as the reader sees it; on a page that it only touches also its own record. */
      links: ActivityLink[]
    }
  | { kind: 'log'; id: number; verb: string; details: Record<string, unknown> }
)

/** Verbs whose line in the log only repeats what stands in the activity that it names. */
const told = ['activity.create', 'activity.delete']

/**
 * A page of the history of a record, newest first: an activity by its day, a change by its moment. `also`: records whose
 * history belongs to it (the lead that a deal came of), as far as the reader sees them. `older`: where the next page
 * begins, null on the last.
 */
export async function getTimeline(
  permit: Permit<'lead.read'> | Permit<'deal.read'>,
  record: TimelineRecord & { also?: readonly TimelineRecord[] },
  part?: HistoryPart,
): Promise<{ items: TimelineItem[]; older: string | null }> {
  const records = [{ noun: record.noun, id: record.id }, ...(record.also ?? [])]
  return as(permit, 'read', async tx => {
    const { keys, older } = await historyKeys(
      tx,
      {
        activities: or(...records.map(one => eq(keyOf(one), one.id)), touches(record.noun, record.id)) as SQL,
        log: and(
          or(...records.map(one => and(eq(logEntries.noun, one.noun), eq(logEntries.recordId, one.id)))),
          sql`not (${inArray(logEntries.verb, told)} and ${logEntries.details} ? 'activityId')`,
        ) as SQL,
      },
      part,
    )
    const done = await activitiesOf(tx, idsOf(keys, 'activity'), records)
    return { items: inOrder(keys, done, await changesOf(tx, idsOf(keys, 'log'))), older }
  })
}

const keyOf = ({ noun }: TimelineRecord) => (noun === 'lead' ? activities.leadId : activities.dealId)

async function activitiesOf(
  tx: Tx,
  ids: number[],
  records: readonly TimelineRecord[],
): Promise<TimelineItem[]> {
  const rows = ids.length ? await tx.select().from(activities).where(inArray(activities.id, ids)) : []
  const links = await linksOf(tx, ids)
  return rows.map(row => {
    const record = row.leadId
      ? { noun: 'lead' as const, id: row.leadId }
      : { noun: 'deal' as const, id: row.dealId as number }
    const ownPage = records.some(one => one.noun === record.noun && one.id === record.id)
    return {
      kind: 'activity',
      id: row.id,
      activityKind: row.kind,
      on: row.happenedOn,
      at: row.createdAt,
      by: row.createdBy,
      forId: row.forId,
      text: row.text,
      nextStep: row.nextStep,
      nextStepOn: row.nextStepOn,
      record,
      links: (links.get(row.id) ?? []).filter(
        link => (!link.own || !ownPage) && !records.some(one => one.noun === link.noun && one.id === link.id),
      ),
    }
  })
}

async function changesOf(tx: Tx, ids: number[]): Promise<TimelineItem[]> {
  const rows = ids.length ? await tx.select().from(logEntries).where(inArray(logEntries.id, ids)) : []
  return rows.map(row => ({
    kind: 'log',
    id: row.id,
    verb: row.verb,
    at: row.at,
    by: row.actorId,
    forId: typeof row.details.coverFor === 'number' ? row.details.coverFor : null,
    details: row.details,
    record: { noun: row.noun as 'lead' | 'deal', id: row.recordId as number },
  }))
}
