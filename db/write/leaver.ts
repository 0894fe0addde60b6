import { type SQL, sql } from 'drizzle-orm'
import { type Tx, write, zoneToday } from '@/db/as'
import type { HandOverEventsInput, HandOverGroupInput } from '@/domain/leaver/input'
import { done, gone, invalidField, type Outcome, refused } from '@/domain/outcome'
import type { Permit } from '@/domain/policy/permit'
import { decidesFor } from '@/domain/policy/within'
import { worker } from './lead-people'
import { notify } from './notify'

/** How many were given, and how many of the group stay. */
export type GroupHandedOver = { given: number; left: number }

const open = {
  lead: sql`deleted_at is null and stage in ('new', 'contacted', 'qualified')`,
  deal: sql`deleted_at is null and status in ('active', 'on_hold')`,
}
const tables = { lead: sql`leads`, deal: sql`deals` }

/**
 * A leaver's open cases of one desk, in one transaction and one statement: each to the person picked for it, the others to
 * the one chosen for the group, or they stay. As case officer the leaver becomes a reader; so he does as a member.
 */
export async function handOverGroup(
  permit: Permit<'leaver.hand_over'>,
  input: HandOverGroupInput,
): Promise<Outcome<GroupHandedOver>> {
  return write(permit, async tx => {
    const { leaverId, part, noun, deskId, takerId, picks } = input
    if (!decidesFor(permit.actor, deskId)) return refused('common.not_permitted')
    const name = await leaverName(tx, leaverId)
    if (name === null) return gone()
    const takers = [...new Set([takerId, ...picks.map(pick => pick.takerId)])].filter(id => id !== null)
    if (takers.length === 0) return invalidField('takerId', 'handover.leaver.invalid.nobody')
    for (const id of takers) {
      if (id === 0 && part === 'member') continue
      const person = id === leaverId ? null : await worker(tx, id)
      if (!person) return invalidField('takerId', 'input.not_offered')
      if (part === 'officer' && !person.deskIds.includes(deskId))
        return invalidField('takerId', 'handover.leaver.invalid.other_desk')
    }
    const given = await give(tx, permit, input)
    for (const taker of takers) {
      const count = given.filter(id => id === taker).length
      if (taker === 0 || count === 0) continue
      await notify(tx, {
        kind: 'assigned',
        to: [taker],
        noun: 'user',
        recordId: leaverId,
        details: {
          name: `${name} (${count})`,
          as: part,
          path: part === 'officer' ? `/${noun}s?officer=${taker}` : `/${noun}s`,
        },
      })
    }
    const [rest] = await tx.execute<{ n: string }>(
      sql`select count(*) as n from ${tables[noun]} where ${ofGroup(input)}`,
    )
    return done({ given: given.length, left: Number(rest?.n ?? 0) })
  })
}

/** To whom each was given; 0 for one from which a member was taken off. */
async function give(tx: Tx, permit: Permit, input: HandOverGroupInput): Promise<number[]> {
  const { leaverId, part, noun, takerId, picks } = input
  const leaver = sql`array[${leaverId}::bigint]`
  const chosen = JSON.stringify(picks.map(pick => ({ number: pick.number, taker: pick.takerId })))
  const officer = part === 'officer'
  const rows = await tx.execute<{ taker: string }>(sql`
    with chosen as (select * from jsonb_to_recordset(${chosen}::text::jsonb) as c(number text, taker bigint)),
    held as (
      select t.id, t.team_ids as team, coalesce((select c.taker from chosen c where c.number = t.number limit 1), ${takerId}::bigint) as taker
      from ${tables[noun]} t where ${ofGroup(input)} order by t.id for update),
    given as (
      update ${tables[noun]} t set
        team_ids = united(without(t.team_ids, ${leaver}), array_remove(array[held.taker], 0)),
        reader_ids = united(without(t.reader_ids, array[held.taker]), ${leaver}),
        ${officer ? sql`case_officer_id = held.taker,` : sql``}
        version = t.version + 1, updated_at = now(), updated_by = ${permit.actor.id}
      from held where held.id = t.id and held.taker is not null
      returning t.id, held.team, t.team_ids, t.case_officer_id, held.taker),
    logged as (
      select id, taker, record(${noun}, id, jsonb_build_object('changes', ${changes(officer, leaverId)})) from given)
    select taker from logged`)
  return rows.map(row => Number(row.taker))
}

const changes = (officer: boolean, leaverId: number): SQL =>
  officer
    ? sql`jsonb_build_object('officer', jsonb_build_array(${leaverId}::bigint, taker))`
    : sql`jsonb_build_object('members', jsonb_build_array(to_jsonb(${membersIn(sql`team`)}), to_jsonb(${membersIn(sql`team_ids`)})))`

const membersIn = (team: SQL): SQL => sql`without(${team}, array[coalesce(case_officer_id, 0)])`

const ofGroup = ({ leaverId, part, noun, deskId }: HandOverGroupInput): SQL => sql`
  id = any((select leaver_case_ids(${noun}, ${leaverId}))::bigint[]) and team_ids @> array[${leaverId}::bigint]
  and desk_id = ${deskId} and ${open[noun]}
  and ${part === 'officer' ? sql`case_officer_id = ${leaverId}` : sql`case_officer_id is distinct from ${leaverId}`}`

/** The events that lie ahead and that the permit reaches: somebody else goes. */
export async function handOverEvents(
  permit: Permit<'leaver.hand_over'>,
  { leaverId, takerId }: HandOverEventsInput,
): Promise<Outcome<GroupHandedOver>> {
  return write(permit, async tx => {
    if ((await leaverName(tx, leaverId)) === null) return gone()
    if (takerId === leaverId || !(await worker(tx, takerId)))
      return invalidField('takerId', 'input.not_offered')
    const leaver = sql`array[${leaverId}::bigint]`
    const ahead = sql`staff_ids @> ${leaver} and ends_on >= ${await zoneToday(tx)} and deleted_at is null`
    const rows = await tx.execute(sql`
      with held as (select id, staff_ids as staff from events where ${ahead} order by id for update),
      given as (
        update events e set staff_ids = united(without(e.staff_ids, ${leaver}), array[${takerId}::bigint]),
          version = e.version + 1, updated_at = now(), updated_by = ${permit.actor.id}
        from held where held.id = e.id returning e.id, held.staff, e.staff_ids)
      select id, record('event', id, jsonb_build_object('changes', jsonb_build_object('staffIds',
        jsonb_build_array(to_jsonb(staff), to_jsonb(staff_ids))))) from given`)
    const [rest] = await tx.execute<{ n: string }>(sql`select count(*) as n from events where ${ahead}`)
    const left = Number(rest?.n ?? 0)
    return rows.length === 0 && left > 0
      ? refused('common.not_permitted')
      : done({ given: rows.length, left })
  })
}

/** The open tasks that the permit reaches: somebody else does them. */
export async function handOverTasks(
  permit: Permit<'leaver.hand_over'>,
  { leaverId, takerId }: HandOverEventsInput,
): Promise<Outcome<GroupHandedOver>> {
  return write(permit, async tx => {
    const name = await leaverName(tx, leaverId)
    if (name === null) return gone()
    if (takerId === leaverId || !(await worker(tx, takerId)))
      return invalidField('takerId', 'input.not_offered')
    const theirs = sql`assignee_id = ${leaverId} and done_at is null and deleted_at is null`
    const rows = await tx.execute(sql`
      with held as (select id from tasks where ${theirs} order by id for update),
      given as (
        update tasks t set assignee_id = ${takerId}, version = t.version + 1, updated_at = now(), updated_by = ${permit.actor.id}
        from held where held.id = t.id returning t.id)
      select id, record('task', id, jsonb_build_object('changes', jsonb_build_object('assigneeId',
        jsonb_build_array(${leaverId}::bigint, ${takerId}::bigint)))) from given`)
    const [rest] = await tx.execute<{ n: string }>(sql`select count(*) as n from tasks where ${theirs}`)
    const left = Number(rest?.n ?? 0)
    // none within sight is as none at all
    if (rows.length === 0) return left > 0 ? refused('common.not_permitted') : gone()
    await notify(tx, {
      kind: 'task_assigned',
      to: [takerId],
      noun: 'user',
      recordId: leaverId,
      details: { name: `${name} (${rows.length})`, path: '/tasks' },
    })
    return done({ given: rows.length, left })
  })
}

async function leaverName(tx: Tx, id: number): Promise<string | null> {
  const [person] = await tx.execute<{ name: string }>(
    sql`select name from users where id = ${id} and role in ('officer', 'manager')`,
  )
  return person?.name ?? null
}
