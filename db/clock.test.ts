import { afterAll, beforeAll, expect, test } from 'vitest'
import { closePools, pool } from '@/db/client'
import { type Chore, doChore } from '@/db/housekeeping/chore'
import { missClocks, warnOfClocks } from '@/db/housekeeping/clock'
import { listClocks } from '@/db/read/clock'
import { lateClocks } from '@/db/read/clock-late'
import { getDeal } from '@/db/read/deal-record'
import { getWorkDays } from '@/db/read/work-days'
import { newDeal } from '@/db/testing/deal'
import { aLead, castOf, type Scene } from '@/db/testing/door'
import { input } from '@/db/testing/door-write'
import { openOffice, permit, type StaffName } from '@/db/testing/office'
import { logActivity } from '@/db/write/activity'
import { holdDeal, reviveDeal } from '@/db/write/deal-status'
import { handOverDeal } from '@/db/write/deal-team'
import { contactLead } from '@/db/write/lead-move'
import { editWorkDays } from '@/db/write/work-days'
import { logActivityInput } from '@/domain/activity/input'
import { workCalendar } from '@/domain/calendar/china'
import { dealClock } from '@/domain/calendar/clock'
import { addDays } from '@/domain/calendar/date'
import { addWorkingDays } from '@/domain/calendar/working-day'
import { defaultClockFilter } from '@/domain/clock/filter'
import * as verb from '@/domain/deal/verb-input'
import { contactLeadInput } from '@/domain/lead/move-input'
import { parseInput } from '@/domain/outcome'
import { editWorkDaysInput } from '@/domain/zone/work-days-input'

let scene: Scene
beforeAll(async () => {
  const office = await openOffice()
  const [row] =
    await office.owner`select to_char((now() at time zone 'Asia/Shanghai')::date, 'YYYY-MM-DD') as today`
  scene = { office, cast: await castOf(office), owner: office.owner, today: row?.today }
})
afterAll(async () => {
  await closePools()
  await scene.owner.end()
})

const may = (who: StaffName, verb: Parameters<typeof permit>[1]) =>
  permit(scene.office.actors[who], verb) as never
const chore = async (one: Chore) => {
  await scene.owner`delete from chore_runs`
  return doChore(await pool('housekeeping'), one)
}
const results = (column: 'lead_id' | 'deal_id', id: number) => scene.owner`
  select kind, to_char(due_on, 'YYYY-MM-DD') as due, to_char(done_on, 'YYYY-MM-DD') as done, kept
  from clock_results where ${scene.owner(column)} = ${id} order by id`
const look = async (number: string) => {
  const deal = await getDeal(may('director', 'deal.read'), number)
  if (!deal) throw new Error(number)
  return deal
}
const call = (record: string, happenedOn = scene.today) =>
  logActivity(
    may('officer', 'activity.create'),
    input(logActivityInput, { record, kind: 'call', happenedOn, text: '通话' }),
  )
/** As if its last progress had been so many days ago. */
const quiet = (id: number, days: number) => scene.owner`
  update deals set stage_since = ${addDays(scene.today, -days)}, status_since = ${addDays(scene.today, -days)},
    last_progress_at = now() - ${days} * interval '1 day' where id = ${id}`

test("a deal's clock in the table is the one of the rule, through progress, hold and revival", async () => {
  const { id, number } = await newDeal(scene.office)
  await quiet(id, 10)
  const agrees = async () => {
    const deal = await look(number)
    const { stage, status, stageSince, statusSince, lastProgressOn: lastActivityOn } = deal
    const clock = dealClock({ stage, status, stageSince, statusSince, lastActivityOn })
    expect(deal.clockDue).toBe(clock?.dueOn ?? null)
    return deal.clockDue
  }
  expect(await agrees()).toBe(addDays(scene.today, 4))
  await call(number)
  expect(await agrees()).toBe(addDays(scene.today, 14))
  const held = await holdDeal(
    may('officer', 'deal.hold'),
    input(verb.holdDealInput, {
      number,
      version: (await look(number)).version,
      reasonCode: 'price',
      reason: '地价',
      reviewOn: scene.today,
    }),
  )
  expect(held).toMatchObject({ kind: 'done' })
  expect(await agrees()).toBeNull()
  await reviveDeal(
    may('headDomestic', 'deal.revive'),
    input(verb.reviveDealInput, { number, version: (await look(number)).version, reason: '重启' }),
  )
  expect(await agrees()).toBe(addDays(scene.today, 14))
})

test('progress in time is kept, once a day; late it is missed; a hold or a hand-over in time is neither', async () => {
  const { id, number } = await newDeal(scene.office)
  await quiet(id, 10)
  await call(number)
  await call(number)
  expect([...(await results('deal_id', id))]).toEqual([
    { kind: 'progress', due: addDays(scene.today, 4), done: scene.today, kept: true },
  ])
  await quiet(id, 20)
  await call(number)
  expect((await results('deal_id', id)).at(-1)).toEqual({
    kind: 'progress',
    due: addDays(scene.today, -6),
    done: scene.today,
    kept: false,
  })
  await quiet(id, 3)
  const over = input(verb.handOverDealInput, {
    number,
    version: (await look(number)).version,
    deskId: scene.office.desks.japan_korea,
    officerId: '',
    reason: '日资',
  })
  expect(await handOverDeal(may('director', 'deal.hand_over'), over)).toMatchObject({ kind: 'done' })
  expect(await results('deal_id', id)).toHaveLength(2)
})

test('what is recorded late was missed, whatever day is named', async () => {
  const { id, number } = await aLead(scene)
  await scene.owner`update leads set clock_due = ${addDays(scene.today, -1)}, created_at = now() - interval '5 days',
    stage_since = ${addDays(scene.today, -5)} where id = ${id}`
  await scene.owner`update lead_facts set effective_on = ${addDays(scene.today, -5)} where lead_id = ${id}`
  const reached = {
    number,
    reachedName: '王女士',
    reachedOn: addDays(scene.today, -4),
    nextStep: '再谈',
    nextStepOn: scene.today,
  }
  await contactLead(may('officer', 'lead.move'), input(contactLeadInput, reached))
  expect([...(await results('lead_id', id))]).toEqual([
    { kind: 'answer', due: addDays(scene.today, -1), done: scene.today, kept: false },
  ])
})

test('a clock that runs out is missed once, its desk head told once, however often and by however many it is looked at', async () => {
  const lead = await aLead(scene)
  const deal = await newDeal(scene.office)
  await quiet(deal.id, 15)
  await scene.owner`update leads set clock_due = ${addDays(scene.today, -1)}, tell_due = ${addDays(scene.today, -2)},
    introduced_by = '贸促会' where id = ${lead.id}`
  const housekeeping = await pool('housekeeping')
  const both = await Promise.all([1, 2].map(() => housekeeping`select miss_clocks(300) as n`))
  expect(both.map(([row]) => Number(row?.n)).reduce((sum, n) => sum + n)).toBe(3)
  expect(await chore(missClocks)).toBe(0)
  const told = await scene.owner`
    select u.login, n.details ->> 'clock' as clock, n.noun from notifications n join users u on u.id = n.user_id
    where n.kind = 'clock_overdue' order by 2, 3`
  expect([...told]).toEqual([
    { login: 'headdomestic', clock: 'answer', noun: 'lead' },
    { login: 'headdomestic', clock: 'progress', noun: 'deal' },
    { login: 'headdomestic', clock: 'tell', noun: 'lead' },
  ])
  const late = await lateClocks(may('headDomestic', 'day.read'))
  expect(late.rows.map(row => row.kind).sort()).toEqual(['answer', 'progress', 'tell'])
  expect((await lateClocks(may('headAsia', 'day.read'))).total).toBe(0)
  // done in the end: the line says when, and stays missed
  await call(deal.number)
  expect([...(await results('deal_id', deal.id))]).toEqual([
    { kind: 'progress', due: addDays(scene.today, -1), done: scene.today, kept: false },
  ])
})

test('the officer is told once of what runs out by the next working day; unassigned, the heads are', async () => {
  const next = addWorkingDays(scene.today, 1, workCalendar())
  const mine = await aLead(scene)
  const nobodys = await aLead(scene)
  const later = await aLead(scene)
  await scene.owner`update leads set clock_due = null where clock_due is not null`
  await scene.owner`update deals set last_progress_at = now(), stage_since = ${scene.today}`
  await scene.owner`update leads set clock_due = ${next} where id = ${mine.id}`
  await scene.owner`update leads set clock_due = ${next}, case_officer_id = null, team_ids = '{}' where id = ${nobodys.id}`
  await scene.owner`update leads set clock_due = ${addDays(next, 1)} where id = ${later.id}`
  expect(await chore(warnOfClocks)).toBe(2)
  expect(await chore(warnOfClocks)).toBe(0)
  const told = await scene.owner`
    select u.login, n.record_id as id from notifications n join users u on u.id = n.user_id where n.kind = 'clock_soon' order by 1`
  expect(told.map(({ login, id }) => [login, Number(id)])).toEqual([
    ['headdomestic', nobodys.id],
    ['officer', mine.id],
  ])
})

test('the record of a desk: sums, rows behind each number, and names only of what one sees', async () => {
  const filter = { ...defaultClockFilter, from: addDays(scene.today, -30), to: scene.today }
  const own = await listClocks(may('officer', 'clock.read'), filter, 50)
  expect(own.total).toBe(own.desks.reduce((sum, one) => sum + one.kept + one.missed, 0))
  expect(own.officers).toEqual([])
  const head = await listClocks(may('headDomestic', 'clock.read'), filter, 50)
  expect(head.officers.length).toBeGreaterThan(0)
  const missed = { ...filter, kinds: ['progress' as const], result: 'missed' as const }
  const rows = await listClocks(may('headDomestic', 'clock.read'), missed, 50)
  expect(rows.total).toBe(head.desks.find(one => one.kind === 'progress')?.missed)
  expect(rows.rows.every(row => row.kind === 'progress' && !row.kept)).toBe(true)
  expect((await listClocks(may('headAsia', 'clock.read'), filter, 50)).total).toBe(0)
  expect((await listClocks(may('outsider', 'clock.read'), filter, 50)).total).toBe(0)
})

test('nobody writes the record of clocks by hand', async () => {
  for (const role of ['sees_all', 'sees_desk']) {
    const granted = await scene.owner`
      select privilege_type from information_schema.role_table_grants where table_name = 'clock_results' and grantee = ${role}`
    expect(granted.map(row => row.privilege_type)).toEqual(['SELECT'])
  }
})

test('a notice that is entered moves the clocks that run, and two who enter at once do not lose days', async () => {
  const { id, number } = await aLead(scene)
  const due = async () =>
    (await scene.owner`select to_char(clock_due, 'YYYY-MM-DD') as due from leads where id = ${id}`)[0]?.due
  const next = addWorkingDays(scene.today, 1, workCalendar())
  expect(await due()).toBe(next)
  const director = may('director', 'zone.edit')
  const { version } = await getWorkDays(director)
  const year = Number(next.slice(0, 4))
  const form = { version, year, off: `${next}\n${addDays(next, 1)}`, works: '' }
  expect(await editWorkDays(director, input(editWorkDaysInput, form))).toMatchObject({ kind: 'done' })
  const moved = await due()
  expect(moved > addDays(next, 1)).toBe(true)
  expect(await editWorkDays(may('admin', 'zone.edit'), input(editWorkDaysInput, form))).toMatchObject({
    kind: 'conflict',
    theirs: { values: { off: `${next} ~ ${addDays(next, 1)}` } },
  })
  const again = { ...form, version: version + 1, off: '', works: '' }
  expect(await editWorkDays(director, input(editWorkDaysInput, again))).toMatchObject({ kind: 'done' })
  expect(await due()).toBe(next)
  expect(number).toMatch(/^L-/)
})

test.each([
  [{ off: '春节放假' }, 'off', 'admin.work.unreadable'],
  [{ off: '2029-05-01' }, 'off', 'admin.work.other_year'],
  [{ off: '2月6日', works: '2月6日' }, 'works', 'admin.work.both'],
  [{ year: '1066' }, 'year', 'input.too_small'],
])('%j is no notice', (wrong, field, reason) => {
  const form = { version: '1', year: '2027', off: '', works: '', ...wrong }
  expect(parseInput(editWorkDaysInput, form)).toMatchObject({ fields: { [field]: { reason } } })
})
