import { eq, sql } from 'drizzle-orm'
import { record, type Tx, write } from '@/db/as'
import { activities, activityLinks } from '@/db/schema/activity'
import { deals } from '@/db/schema/deal'
import { leads } from '@/db/schema/lead'
import { type ZoneRules, zoneRules } from '@/db/zone'
import { twoWayKinds } from '@/domain/activity/activity'
import type { DeleteActivityInput, LogActivityInput, PlanNextStepInput } from '@/domain/activity/input'
import { startOfDay } from '@/domain/calendar/date'
import { conflict, done, gone, invalidField, type Outcome, refused } from '@/domain/outcome'
import type { Permit } from '@/domain/policy/permit'
import { type NextStep, type Said, saidIn } from './activity-said'
import { changesBetween } from './change'
import { lastChange } from './last-change'
import { clockColumns } from './lead-clock'
import { notify } from './notify'

type Parent =
  | { noun: 'lead'; row: typeof leads.$inferSelect }
  | { noun: 'deal'; row: typeof deals.$inferSelect }

/**
 * Notes what happened on a lead or deal, what it touches beside it, and what was said of the next step; colleagues whom it
 * names are told. It moves nothing: `offerContacted` says that a new lead was evidently reached, so that the screen can
 * offer the move.
 */
export async function logActivity(
  permit: Permit<'activity.create'>,
  { submission, ...input }: LogActivityInput,
): Promise<Outcome<{ activityId: number; offerContacted: boolean; said: Said }>> {
  return write(
    permit,
    async tx => {
      const parent = await lockParent(tx, input.record)
      if ('kind' in parent) return parent
      const rules = await zoneRules(tx)
      if (input.happenedOn > rules.today) return invalidField('happenedOn', 'date.in_future')
      const said = await saidIn(tx, input, rules.today)
      if (!('text' in said)) return said
      const { kind, next } = said
      if (next?.nextStepOn && next.nextStepOn < rules.today)
        return invalidField('nextStepOn', 'activity.next_step_past')
      const activityId = await addActivity(tx, permit, parent, said, input.happenedOn)
      const changes = await touch(tx, permit, parent, next, rules, input.happenedOn)
      await record(tx, parent.noun, parent.row.id, { activityId, activity: kind, changes })
      await tellMentioned(tx, parent, said)
      const offerContacted =
        twoWayKinds.includes(kind) && parent.noun === 'lead' && parent.row.stage === 'new'
      return done({ activityId, offerContacted, said })
    },
    submission,
  )
}

async function addActivity(tx: Tx, permit: Permit, parent: Parent, said: Said, happenedOn: string) {
  const { contacts, kind, text, next } = said
  const [activity] = await tx
    .insert(activities)
    .values({
      ...(parent.noun === 'lead' ? { leadId: parent.row.id } : { dealId: parent.row.id }),
      contactId: contacts[0] ?? parent.row.contactId,
      kind,
      happenedOn,
      text,
      nextStep: next?.nextStep ?? null,
      nextStepOn: next?.nextStepOn ?? null,
      createdBy: permit.actor.id,
    })
    .returning({ id: activities.id })
  if (!activity) throw new Error('an activity was inserted without an id')
  const own = {
    lead: parent.noun === 'lead' ? parent.row.id : 0,
    deal: parent.noun === 'deal' ? parent.row.id : 0,
  }
  const links = [...said.touched, ...contacts.slice(1).map(id => ({ noun: 'contact' as const, id }))].filter(
    ({ noun, id }) => own[noun as 'lead'] !== id,
  )
  if (links.length)
    await tx
      .insert(activityLinks)
      .values(links.map(({ noun, id }) => ({ activityId: activity.id, [`${noun}Id`]: id })))
  return activity.id
}

const tellMentioned = (tx: Tx, { noun, row }: Parent, { mentioned, text }: Said) =>
  notify(tx, {
    kind: 'mentioned',
    to: mentioned,
    noun,
    recordId: row.id,
    details: { number: row.number, name: row.name, text },
  })

/** The next step said anew, or put off: as any colleague of the desk may who covers. No progress by itself. */
export async function planNextStep(
  permit: Permit<'activity.create'>,
  { record: number, version, ...next }: PlanNextStepInput,
): Promise<Outcome<{ record: string }, unknown>> {
  return write(permit, async tx => {
    const parent = await lockParent(tx, number)
    if ('kind' in parent) return parent
    if (version !== undefined && parent.row.version !== version)
      return conflict(await theirStep(tx, parent.row))
    const rules = await zoneRules(tx)
    if (next.nextStepOn < rules.today) return invalidField('nextStepOn', 'activity.next_step_past')
    const changes = await touch(tx, permit, parent, next, rules)
    if (Object.keys(changes).length) await record(tx, parent.noun, parent.row.id, { changes })
    return done({ record: number })
  })
}

/** What the other has saved of it. */
async function theirStep(tx: Tx, row: Parent['row']) {
  const { nextStep, nextStepOn, version } = row
  return { values: { nextStep, nextStepOn }, version, ...(await lastChange(tx, row)) }
}

/** Struck from the timeline: by whoever wrote it, or by one whose reach is more than their own. `restore` brings it back. */
export async function deleteActivity(
  permit: Permit<'activity.delete'>,
  { id, restore }: DeleteActivityInput,
): Promise<Outcome<{ id: number }>> {
  return write(permit, async tx => {
    const [seen] = await tx.select().from(activities).where(eq(activities.id, id))
    if (!seen) return gone()
    if (permit.reach === 'own' && seen.createdBy !== permit.actor.id) return refused('common.not_permitted')
    const struck = await tx
      .update(activities)
      .set(
        restore
          ? { deletedAt: null, deletedBy: null }
          : { deletedAt: sql`now()`, deletedBy: permit.actor.id },
      )
      .where(eq(activities.id, id))
      .returning({ id: activities.id })
    if (struck.length === 0) return refused('common.not_permitted')
    const [noun, parentId] = seen.leadId ? (['lead', seen.leadId] as const) : (['deal', seen.dealId] as const)
    await record(tx, noun, parentId, {
      activityId: id,
      activity: seen.kind,
      text: seen.text,
      restored: restore,
    })
    return done({ id })
  })
}

/** The lead or deal of this number, held; seen but not writable is refused. */
async function lockParent(tx: Tx, number: string): Promise<Parent | Outcome<never>> {
  if (number.startsWith('L')) {
    const [seen] = await tx.select({ deletedAt: leads.deletedAt }).from(leads).where(eq(leads.number, number))
    if (!seen || seen.deletedAt) return gone()
    const [row] = await tx.select().from(leads).where(eq(leads.number, number)).for('update')
    return row ? { noun: 'lead', row } : refused('common.not_permitted')
  }
  const [seen] = await tx.select({ deletedAt: deals.deletedAt }).from(deals).where(eq(deals.number, number))
  if (!seen || seen.deletedAt) return gone()
  const [row] = await tx.select().from(deals).where(eq(deals.number, number)).for('update')
  return row ? { noun: 'deal', row } : refused('common.not_permitted')
}

/** Writes the next step and, with `progressOn`, the progress; the version rises only when a field of the record changed. */
async function touch(
  tx: Tx,
  permit: Permit,
  parent: Parent,
  next: NextStep | null,
  rules: ZoneRules,
  progressOn?: string,
) {
  const { row } = parent
  const changes = next ? changesBetween({ nextStep: row.nextStep, nextStepOn: row.nextStepOn }, next) : {}
  const changed = Object.keys(changes).length > 0
  if (!changed && !progressOn) return changes
  const lastProgressAt = progressOn
    ? laterOf(row.lastProgressAt, momentOf(progressOn, rules))
    : row.lastProgressAt
  const set = {
    ...next,
    lastProgressAt,
    version: row.version + (changed ? 1 : 0),
    updatedAt: sql`now()`,
    updatedBy: permit.actor.id,
  }
  if (parent.noun === 'deal') await tx.update(deals).set(set).where(eq(deals.id, row.id))
  else
    await tx
      .update(leads)
      .set({ ...set, ...clockColumns({ ...parent.row, lastProgressAt }, rules) })
      .where(eq(leads.id, row.id))
  return changes
}

const momentOf = (day: string, { today, timezone }: ZoneRules) =>
  day === today ? new Date() : startOfDay(timezone, day)

const laterOf = (one: Date, other: Date) => (one > other ? one : other)
