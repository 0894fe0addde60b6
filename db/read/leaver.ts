import { type SQL, sql } from 'drizzle-orm'
import { as, type Tx, zoneToday } from '@/db/as'
import type { Leaver, LeaverEvent, LeaverGroup, LeaverPart } from '@/domain/leaver/leaver'
import type { Permit } from '@/domain/policy/permit'

/** So many of a group are shown one by one; the choice for the group holds for the rest as well. */
const SHOWN = 50
const MOST_EVENTS = 100

type CaseRow = {
  noun: 'lead' | 'deal'
  part: LeaverPart
  desk: string
  number: string
  name: string
  stage: string
  total: string
}

/** All that an officer or a head still has, by group; null where there is no such person, for a head: on his desks. */
export async function getLeaver(permit: Permit<'leaver.read'>, id: number): Promise<Leaver | null> {
  return as(permit, 'read', async tx => {
    const [person] = await tx.execute<{ login: string; disabled: boolean }>(sql`
      select login, disabled_at is not null as disabled from users where id = ${id} and role in ('officer', 'manager') and ${onDesksOf(permit)}`)
    if (!person) return null
    const groups = groupsOf(await casesOf(tx, id))
    const [counts] = await tx.execute<{ officer_of: number; member_of: number }>(
      sql`select * from open_case_counts(${id})`,
    )
    const seen = groups.reduce((sum, group) => sum + group.total, 0)
    return {
      id,
      ...person,
      groups,
      beyond: Number(counts?.officer_of ?? 0) + Number(counts?.member_of ?? 0) - seen,
      events: await eventsOf(tx, id),
      tasks: await tasksOf(tx, id),
      proposals: await proposalsOf(tx, id),
    }
  })
}

function onDesksOf({ actor, reach }: Permit): SQL {
  return reach === 'all'
    ? sql`true`
    : sql`exists (select from desk_members m where m.user_id = users.id and m.desk_id = any(${`{${actor.headOf.join(',')}}`}::bigint[]))`
}

async function casesOf(tx: Tx, id: number): Promise<CaseRow[]> {
  const of = (noun: 'lead' | 'deal', table: SQL, open: SQL) => sql`
    select ${noun} as noun, case when case_officer_id = ${id} then 'officer' else 'member' end as part, desk_id, number, name, stage, id
    from ${table} where id = any((select leaver_case_ids(${noun}, ${id}))::bigint[]) and team_ids @> array[${id}::bigint]
      and deleted_at is null and ${open}`
  const rows = await tx.execute<CaseRow>(sql`
    select noun, part, desk_id as desk, number, name, stage, total from (
      select *, count(*) over w as total, row_number() over (w order by id) as n from (
        ${of('lead', sql`leads`, sql`stage in ('new', 'contacted', 'qualified')`)}
        union all ${of('deal', sql`deals`, sql`status in ('active', 'on_hold')`)}) c
      window w as (partition by noun, part, desk_id)) g
    where n <= ${SHOWN} order by part desc, desk_id, noun desc, n`)
  return [...rows]
}

function groupsOf(rows: readonly CaseRow[]): LeaverGroup[] {
  const groups = new Map<string, LeaverGroup>()
  for (const { noun, part, desk, number, name, stage, total } of rows) {
    const key = `${part} ${noun} ${desk}`
    const group = groups.get(key) ?? { part, noun, deskId: Number(desk), total: Number(total), cases: [] }
    group.cases.push({ number, name, stage })
    groups.set(key, group)
  }
  return [...groups.values()]
}

async function eventsOf(tx: Tx, id: number): Promise<LeaverEvent[]> {
  const rows = await tx.execute<{ number: string; name: string; on: string; desks: string[] }>(sql`
    select number, name, to_char(starts_on, 'YYYY-MM-DD') as on, desk_ids as desks from events
    where staff_ids @> array[${id}::bigint] and ends_on >= ${await zoneToday(tx)} and deleted_at is null
    order by starts_on, id limit ${MOST_EVENTS}`)
  return rows.map(({ number, name, on, desks }) => ({
    number,
    name,
    startsOn: on,
    deskIds: desks.map(Number),
  }))
}

async function tasksOf(tx: Tx, id: number): Promise<Leaver['tasks']> {
  const rows = await tx.execute<{ id: string; title: string; due: string | null; total: string }>(sql`
    select id, title, to_char(due_on, 'YYYY-MM-DD') as due, count(*) over () as total from tasks
    where assignee_id = ${id} and done_at is null and deleted_at is null order by due_on, id limit ${SHOWN}`)
  return {
    total: Number(rows[0]?.total ?? 0),
    first: rows.map(row => ({ id: Number(row.id), title: row.title, dueOn: row.due })),
  }
}

async function proposalsOf(tx: Tx, id: number): Promise<Leaver['proposals']> {
  const rows = await tx.execute<Leaver['proposals'][number]>(sql`
    select d.number, 'deal' as noun, 'approval' as kind from stage_proposals p join deals d on d.id = p.deal_id
      where p.proposed_by = ${id} and p.decided_at is null and d.deleted_at is null
    union all
    select h.number, case when h.lead_id is null then 'deal' else 'lead' end, 'hand_over' from hand_overs h
      where h.proposed_by = ${id} and h.state = 'open'
    order by 1 limit 100`)
  return [...rows]
}
