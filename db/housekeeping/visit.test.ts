import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest'
import { closePools, pool } from '@/db/client'
import { type Office, openOffice } from '@/db/testing/office'
import { doChore } from './chore'
import { purge } from './purge'
import { visit } from './visit'

let office: Office
beforeAll(async () => {
  office = await openOffice()
})
afterAll(async () => {
  await closePools()
  await office.owner.end()
})
beforeEach(async () => {
  await office.owner`delete from notifications`
  await office.owner`delete from events`
  await office.owner`delete from chore_runs`
})

/** A zone where it is this hour of the day now. */
async function at(hour: number) {
  const shift = ((hour - new Date().getUTCHours() + 36) % 24) - 12
  await office.owner`update zones set timezone = ${`Etc/GMT${shift > 0 ? '-' : '+'}${Math.abs(shift)}`}`
}
async function anEvent(kind: string, days: number, staff: number[] = []) {
  await office.owner`
    insert into events (number, kind, name, starts_on, ends_on, country, city, search_text, created_by, updated_by, desk_ids, staff_ids)
    select 'E-2026-' || to_char(coalesce(max(id), 0) + 1, 'FM0000'), ${kind}, '台商来访', d, d, 'TW', '东港', '', ${office.actors.officer.id},
      ${office.actors.officer.id}, array[${office.desks.domestic}]::bigint[], ${staff}::bigint[]
    from events right join (select (now() at time zone (select timezone from zones))::date + ${days}::int as d) day on true group by d`
}
const look = async () => {
  await office.owner`delete from chore_runs`
  await doChore(await pool('housekeeping'), visit)
  const rows = await office.owner`
    select u.login, n.details ->> 'name' as name from notifications n join users u on u.id = n.user_id order by u.id`
  return rows.map(row => row.login as string)
}

test('who receives a visit tomorrow is told once, from seven in the morning on', async () => {
  await at(5)
  await anEvent('inbound_visit', 1, [office.actors.colleague.id])
  expect(await look()).toEqual([])
  await office.owner`delete from events`
  await at(9)
  await anEvent('inbound_visit', 1, [office.actors.colleague.id])
  await anEvent('inbound_visit', 0, [office.actors.outsider.id])
  await anEvent('inbound_visit', 2, [office.actors.outsider.id])
  await anEvent('seminar', 1, [office.actors.outsider.id])
  expect(await look()).toEqual(['colleague'])
  expect(await look()).toEqual(['colleague'])
})

test('where nobody is named, whoever entered it and the heads of its desks', async () => {
  await at(9)
  await anEvent('inbound_visit', 1)
  expect(await look()).toEqual(['headdomestic', 'officer'])
})

test('what was read goes after 90 days, what was not after a year', async () => {
  await office.owner`
    insert into notifications (user_id, kind, noun, at, read_at)
    select ${office.actors.officer.id}, 'ruled', 'deal', now() - d * interval '1 day', r
    from unnest(array[1, 89, 91, 364, 366]) d, unnest(array[now(), null]) r`
  await doChore(await pool('housekeeping'), purge)
  const left = await office.owner`
    select round(extract(epoch from now() - at) / 86400)::int as days, read_at is not null as read from notifications order by 1, 2`
  expect(left.map(({ days, read }) => `${days}${read ? ' read' : ''}`)).toEqual([
    '1',
    '1 read',
    '89',
    '89 read',
    '91',
    '364',
  ])
})
