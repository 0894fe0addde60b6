import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest'
import { closePools } from '@/db/client'
import { calendarEntries } from '@/db/read/calendar'
import { feedSince } from '@/db/read/feed'
import { newDeal } from '@/db/testing/deal'
import { input } from '@/db/testing/door-write'
import { type Office, openOffice, permit, type StaffName } from '@/db/testing/office'
import { revokeCalendar, shareCalendar } from '@/db/write/feed'
import { createTask } from '@/db/write/task'
import { addDays } from '@/domain/calendar/date'
import type { Actor } from '@/domain/policy/actor'
import { createTaskInput } from '@/domain/task/input'
import { feedActor } from './feed'

let office: Office
let today: string
beforeAll(async () => {
  office = await openOffice()
  const [row] =
    await office.owner`select to_char((now() at time zone 'Asia/Shanghai')::date, 'YYYY-MM-DD') as today`
  today = row?.today
})
beforeEach(() => office.owner`delete from feed_tries`)
afterAll(async () => {
  await closePools()
  await office.owner.end()
})

async function share(who: StaffName): Promise<string> {
  const made = await shareCalendar(permit(office.actors[who], 'calendar.share'))
  if (made.kind !== 'done') throw new Error(JSON.stringify(made))
  return made.value.token
}
const ask = async (token: string, from = '203.0.113.1') => (await feedActor(token, from)).kind
async function ownerOf(token: string): Promise<Actor> {
  const found = await feedActor(token, '203.0.113.1')
  if (found.kind !== 'found') throw new Error(found.kind)
  return found.actor
}
const linesOf = async (actor: Actor, days = 40) => {
  const range = { first: today, last: addDays(today, days), whose: 'mine', perDay: 20 } as const
  return (await calendarEntries(permit(actor, 'calendar.read'), range)).entries
}
const taskFor = (who: StaffName, form: object) =>
  createTask(
    permit(office.actors[who], 'task.create'),
    input(createTaskInput, { title: '报送月报', ...form }),
  )

test('an address is its owner’s: next steps, tasks, the days of a series, events, as he is now', async () => {
  const { owner, actors } = office
  const deal = await newDeal(office)
  await owner`update deals set next_step = '陪同看厂', next_step_on = ${addDays(today, 3)} where id = ${deal.id}`
  await taskFor('officer', { dueOn: addDays(today, 5), repeat: 'weekly', repeatUntil: addDays(today, 26) })
  await taskFor('colleague', { title: '别人的', dueOn: today })
  await owner`insert into events (number, kind, name, starts_on, ends_on, country, city, staff_ids, search_text, created_by, updated_by)
    values ('E-2026-0001', 'seminar', '说明会', ${addDays(today, 1)}, ${addDays(today, 2)}, 'JP', '大阪', array[${actors.officer.id}]::bigint[], 'x', 1, 1)`
  const actor = await ownerOf(await share('officer'))
  expect(actor).toEqual(actors.officer)
  const lines = await linesOf(actor)
  expect(lines.filter(({ kind }) => kind === 'clock').map(({ clock }) => clock)).toEqual(['progress'])
  const dated = lines.filter(({ kind }) => kind !== 'clock')
  const said = dated.map(({ kind, on, title, coming }) => [kind, on, title, coming])
  expect(said.sort((one, other) => (String(one[1]) < String(other[1]) ? -1 : 1))).toEqual([
    ['event', addDays(today, 1), '说明会', false],
    ['event', addDays(today, 2), '说明会', false],
    ['step', addDays(today, 3), '陪同看厂', false],
    ['task', addDays(today, 5), '报送月报', false],
    ...[12, 19, 26].map(days => ['task', addDays(today, days), '报送月报', true]),
  ])
})

test('a day is cut at its bound, and counts all', async () => {
  const { owner, actors } = office
  const { id } = actors.headAsia
  await owner`insert into tasks (title, due_on, assignee_id, created_by, updated_by) select '待办' || n, ${today}, ${id}, ${id}, ${id} from generate_series(1, 30) n`
  const range = { first: today, last: today, whose: 'mine', perDay: 4 } as const
  const found = await calendarEntries(permit(actors.headAsia, 'calendar.read'), range)
  expect([found.entries.length, found.totals.get(today)]).toEqual([4, 30])
})

test('taken back, renewed, never made: all unknown alike', async () => {
  const first = await share('officer')
  const second = await share('officer')
  expect(await ask(second)).toBe('found')
  await revokeCalendar(permit(office.actors.officer, 'calendar.share'))
  for (const token of [first, second, 'x'.repeat(43), '', "'; drop table users; --"])
    expect(await ask(token)).toBe('unknown')
  expect(await feedSince(permit(office.actors.officer, 'calendar.share'))).toBeNull()
})

test('with the account it ends, for good; while a new password is to be set it rests', async () => {
  const { owner, actors } = office
  const token = await share('colleague')
  const { id } = actors.colleague
  await owner`update users set must_change_password = true where id = ${id}`
  expect(await ask(token)).toBe('unknown')
  await owner`update users set must_change_password = false where id = ${id}`
  expect(await ask(token)).toBe('found')
  await owner`update users set disabled_at = now() where id = ${id}`
  expect(await ask(token)).toBe('unknown')
  await owner`update users set disabled_at = null where id = ${id}`
  expect(await ask(token)).toBe('unknown')
})

test('it shows what its owner may see now: what went to another desk is gone from it', async () => {
  const { owner, actors, desks } = office
  const deal = await newDeal(office)
  await owner`update deals set next_step = '秘密', next_step_on = ${today} where id = ${deal.id}`
  const token = await share('officer')
  const secrets = async () =>
    (await linesOf(await ownerOf(token))).filter(line => line.title === '秘密').length
  expect(await secrets()).toBe(1)
  await owner`update deals set desk_id = ${desks.japan_korea}, case_officer_id = ${actors.outsider.id}, team_ids = array[${actors.outsider.id}]::bigint[] where id = ${deal.id}`
  expect(await secrets()).toBe(0)
})

test('guesses are counted by where they come from, and shut nobody’s calendar out', async () => {
  const token = await share('officer')
  const guesses = await Promise.all(Array.from({ length: 40 }, (_, index) => ask(`guess${index}`)))
  expect(guesses.filter(kind => kind === 'unknown')).toHaveLength(30)
  expect(guesses.filter(kind => kind === 'limited')).toHaveLength(10)
  expect(await ask(token)).toBe('found')
  expect(await ask('guess', '203.0.113.8')).toBe('unknown')
  const often = await Promise.all(Array.from({ length: 60 }, () => ask(token)))
  expect(often.filter(kind => kind === 'limited')).toHaveLength(1)
})

test('what is kept is not the address, in the log neither', async () => {
  const token = await share('officer')
  const rows = await office.owner`select * from calendar_feeds where user_id = ${office.actors.officer.id}`
  const log = await office.owner`select details from log_entries where verb = 'calendar.share'`
  expect(rows).toHaveLength(1)
  expect(JSON.stringify([rows, log])).not.toContain(token)
})
