import { type SQL, sql } from 'drizzle-orm'
import { as, type Tx } from '@/db/as'
import { onTeam } from '@/db/counter'
import { ofOwner } from '@/db/read/task'
import { tasks } from '@/db/schema/task'
import { zoneRules } from '@/db/zone'
import { addDays, type IsoDate } from '@/domain/calendar/date'
import { type CalendarOwner, eachDay } from '@/domain/calendar/view'
import { isWorkingDay, type WorkCalendar } from '@/domain/calendar/working-day'
import type { Actor } from '@/domain/policy/actor'
import type { Permit } from '@/domain/policy/permit'
import { daysOf, type Series } from '@/domain/task/task'
import type { Names } from '@/domain/user/user'

export const calendarKinds = ['event', 'clock', 'step', 'task'] as const
/**
 * One line of a calendar, on the day `on` (an event: on each of its days, from `from` to `until`). `title` is what is to
 * be done, or the record's name; `record` the number of the record that it is on; `clock` which clock runs.
 */
export type CalendarEntry = {
  kind: (typeof calendarKinds)[number]
  on: IsoDate
  from: IsoDate
  until: IsoDate
  id: number
  title: string
  names: Names
  record: string | null
  name: string | null
  clock: string | null
  personId: number | null
  deskId: number
  done: boolean
  /** A day of a series that has no task of its own yet. */
  coming: boolean
}
export type CalendarRange = {
  first: IsoDate
  last: IsoDate
  whose: CalendarOwner
  perDay: number
  /** Lines in all, of a long range. */
  most?: number
}

/** `totals` by day; `unusual`: weekdays and holidays on which the office is shut, weekend days on which it works. */
export type CalendarFound = {
  entries: CalendarEntry[]
  totals: Map<IsoDate, number>
  unusual: Map<IsoDate, 'off' | 'made_up'>
}

type Line = {
  kind: CalendarEntry['kind']
  on: string
  starts: string
  until: string
  id: string
  title: string
  names: Names | null
  record: string | null
  name: string | null
  clock: string | null
  person: string | null
  desk: string | null
  done: boolean
  total: string
}

/**
 * What stands on each day from `first` to `last`: events, clocks of leads and deals, next steps, tasks (also the coming ones of a
 * series), as far as the reader sees them. At most `perDay` a day; `totals` counts all of a day.
 */
export async function calendarEntries(
  permit: Permit<'calendar.read'>,
  range: CalendarRange,
): Promise<CalendarFound> {
  return as(permit, 'read', async tx => {
    const lines = await tx.execute<Line>(sql`
      select kind, to_char(day, 'YYYY-MM-DD') as on, to_char(starts, 'YYYY-MM-DD') as starts, to_char(until, 'YYYY-MM-DD') as until,
        id, title, names, record, name, clock, person, desk, done, total
      from (select l.*, count(*) over (partition by day) as total,
          row_number() over (partition by day order by done, array_position(array['event', 'clock', 'step', 'task'], kind), id) as place
        from (${linesOf(permit.actor, range)}) l) t
      where place <= ${range.perDay} order by day, place limit ${range.most ?? 20_000}`)
    const entries = lines.map(entryOf)
    const totals = new Map(lines.map(line => [line.on, Number(line.total)]))
    for (const coming of await comingTasks(tx, permit.actor, range)) {
      const shown = totals.get(coming.on) ?? 0
      totals.set(coming.on, shown + 1)
      if (shown < range.perDay) entries.push(coming)
    }
    return { entries, totals, unusual: unusualDays(range, (await zoneRules(tx)).calendar) }
  })
}

/** Four lists one below the other; days are bounded in each, so that an index finds them. */
function linesOf(actor: Actor, { first, last, whose }: CalendarRange): SQL {
  const desks = sql`${`{${actor.deskIds.join(',')}}`}::bigint[]`
  const ofCase = (noun: 'lead' | 'deal') =>
    whose === 'mine'
      ? sql`and ${onTeam(noun, actor.id)}`
      : whose === 'desk'
        ? sql`and desk_id = any(${desks})`
        : sql``
  const ofEvent =
    whose === 'mine'
      ? sql`and e.staff_ids @> array[${actor.id}::bigint]`
      : whose === 'desk'
        ? sql`and e.desk_ids && ${desks}`
        : sql``
  const within = (day: string) => sql`${sql.raw(day)} between ${first} and ${last}`
  const open = sql`deleted_at is null and stage in ('new', 'contacted', 'qualified')`
  return sql`
    select 'step' as kind, next_step_on as day, next_step_on as starts, next_step_on as until, id, next_step as title, null::jsonb as names,
      number as record, name, null as clock, case_officer_id as person, desk_id as desk, false as done
    from deals where deleted_at is null and status = 'active' and next_step is not null and ${within('next_step_on')} ${ofCase('deal')}
    union all select 'step', next_step_on, next_step_on, next_step_on, id, next_step, null, number, name, null, case_officer_id, desk_id, false
    from leads where ${open} and next_step is not null and ${within('next_step_on')} ${ofCase('lead')}
    union all select 'clock', clock_due, clock_due, clock_due, id, name, null, number, name, clock, case_officer_id, desk_id, false
    from leads where ${open} and clock is not null and ${within('clock_due')} ${ofCase('lead')}
    union all select 'clock', tell_due, tell_due, tell_due, id, name, null, number, name, 'tell', case_officer_id, desk_id, false
    from leads where deleted_at is null and tell_due is not null and ${within('tell_due')} ${ofCase('lead')}
    union all select 'clock', clock_due, clock_due, clock_due, id, name, names, number, name, 'progress', case_officer_id, desk_id, false
    from deals where deleted_at is null and clock_due is not null and ${within('clock_due')} ${ofCase('deal')}
    union all select 'task', due_on, due_on, due_on, id, title, null, null, null, null, assignee_id, desk_id, done_at is not null
    from tasks where deleted_at is null and ${within('due_on')} and ${ofOwner({ whose }, actor) ?? sql`true`}
    union all select 'event', d.day::date, e.starts_on, e.ends_on, e.id, e.name, e.names, e.number, null, null, null, e.desk_ids[1], false
    from events e cross join lateral generate_series(greatest(e.starts_on, ${first}::date)::timestamp, least(e.ends_on, ${last}::date)::timestamp, '1 day') d(day)
    where e.deleted_at is null and e.starts_on between ${addDays(first, -366)} and ${last} and e.ends_on >= ${first} ${ofEvent}`
}

const entryOf = (line: Line): CalendarEntry => ({
  kind: line.kind,
  on: line.on,
  from: line.starts,
  until: line.until,
  id: Number(line.id),
  title: line.title,
  names: line.names ?? {},
  record: line.record,
  name: line.name,
  clock: line.clock,
  personId: line.person === null ? null : Number(line.person),
  deskId: Number(line.desk ?? 0),
  done: line.done,
  coming: false,
})

function unusualDays({ first, last }: CalendarRange, calendar: WorkCalendar): CalendarFound['unusual'] {
  const marks = eachDay(first, last).map(day => {
    const worked = isWorkingDay(day, calendar)
    return [
      day,
      calendar.holidays?.has(day) ? 'off' : worked && !isWorkingDay(day) ? 'made_up' : null,
    ] as const
  })
  return new Map(marks.flatMap(([day, mark]) => (mark ? [[day, mark] as const] : [])))
}

const SERIES = 200
const DAYS_OF_ONE = 60

/** The days of a series that lie ahead: its open task is one line, and these follow it. */
async function comingTasks(
  tx: Tx,
  actor: Actor,
  { first, last, whose }: CalendarRange,
): Promise<CalendarEntry[]> {
  const { today } = await zoneRules(tx)
  const rows = await tx.execute<
    Series & { id: string; title: string; due: string; assignee_id: string; desk_id: string }
  >(sql`
    select id, title, repeat, repeat_every as every, to_char(repeat_from, 'YYYY-MM-DD') as from, to_char(repeat_until, 'YYYY-MM-DD') as until,
      to_char(due_on, 'YYYY-MM-DD') as due, assignee_id, desk_id
    from ${tasks} where done_at is null and deleted_at is null and repeat is not null and due_on <= ${last} and repeat_until >= ${first}
      and ${ofOwner({ whose }, actor) ?? sql`true`} order by due_on, id limit ${SERIES}`)
  const latest = (...days: string[]) => days.sort().at(-1) as string
  return rows.flatMap(row =>
    daysOf(row, latest(row.due, addDays(first, -1), addDays(today, -1)), last, DAYS_OF_ONE).map(on => ({
      kind: 'task' as const,
      ...{
        on,
        from: on,
        until: on,
        id: Number(row.id),
        title: row.title,
        names: {},
        record: null,
        name: null,
        clock: null,
      },
      personId: Number(row.assignee_id),
      deskId: Number(row.desk_id),
      done: false,
      coming: true,
    })),
  )
}
