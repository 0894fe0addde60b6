import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { closePools, pool } from '@/db/client'
import { doChore } from '@/db/housekeeping/chore'
import { remind } from '@/db/housekeeping/remind'
import { getTask, listTasks } from '@/db/read/task'
import { newDeal } from '@/db/testing/deal'
import { input } from '@/db/testing/door-write'
import { type Office, openOffice, permit, type StaffName } from '@/db/testing/office'
import { addDays } from '@/domain/calendar/date'
import { usualTaskFilter } from '@/domain/task/filter'
import { createTaskInput, editTaskInput } from '@/domain/task/input'
import { assignDeal } from './deal-team'
import { createTask, editTask } from './task'
import { completeTask, deleteTask, reopenTask } from './task-done'

let office: Office
let today: string
beforeAll(async () => {
  office = await openOffice()
  const [row] =
    await office.owner`select to_char((now() at time zone 'Asia/Shanghai')::date, 'YYYY-MM-DD') as today`
  today = row?.today
})
afterAll(async () => {
  await closePools()
  await office.owner.end()
})

const create = (who: StaffName, form: Record<string, unknown>) =>
  createTask(permit(office.actors[who], 'task.create'), input(createTaskInput, { title: '寄资料', ...form }))
async function made(who: StaffName, form: Record<string, unknown> = {}): Promise<number> {
  const outcome = await create(who, form)
  if (outcome.kind !== 'done') throw new Error(JSON.stringify(outcome))
  return outcome.value.id
}
const complete = (who: StaffName, id: number) =>
  completeTask(permit(office.actors[who], 'task.complete'), { id })
const seesIt = async (who: StaffName, id: number) =>
  (await getTask(permit(office.actors[who], 'task.read'), id)) !== null
const followers = (id: number) =>
  office.owner<
    { id: string; due: string }[]
  >`select id, to_char(due_on, 'YYYY-MM-DD') as due from tasks where follows_id = ${id} and deleted_at is null`

describe('who sees a task by itself', () => {
  test('who gave it, who got it, the head of who got it and the director; nobody else', async () => {
    const id = await made('officer', { assigneeId: office.actors.outsider.id })
    const saw: string[] = []
    for (const who of Object.keys(office.actors) as StaffName[]) if (await seesIt(who, id)) saw.push(who)
    expect(saw).toEqual(['director', 'headAsia', 'officer', 'outsider'])
  })

  test('a head sees it as long as he is one, and who passes it on still sees what he wrote', async () => {
    const id = await made('officer', { assigneeId: office.actors.colleague.id })
    const { owner, actors, desks } = office
    expect(await seesIt('headDomestic', id)).toBe(true)
    await owner`update desk_members set head = false where user_id = ${actors.headDomestic.id} and desk_id = ${desks.domestic}`
    expect(await seesIt('headDomestic', id)).toBe(false)
    await owner`update desk_members set head = true where user_id = ${actors.headDomestic.id} and desk_id = ${desks.domestic}`
    const passed = await editTask(
      permit(actors.colleague, 'task.edit'),
      input(editTaskInput, { id, version: 1, title: '寄资料', assigneeId: actors.outsider.id }),
    )
    expect(passed.kind).toBe('done')
    expect(await seesIt('colleague', id)).toBe(true)
    expect(await seesIt('outsider', id)).toBe(true)
  })

  test('one on a deal follows it to another desk, and stays with who has to do it', async () => {
    const { owner, actors, desks } = office
    const deal = await newDeal(office)
    const id = await made('officer', { record: deal.number, assigneeId: actors.colleague.id })
    expect(await seesIt('outsider', id)).toBe(false)
    await owner`update deals set desk_id = ${desks.japan_korea} where id = ${deal.id}`
    expect(await seesIt('outsider', id)).toBe(true)
    expect((await complete('colleague', id)).kind).toBe('done')
  })
})

test('what an officer still had to do on a deal, the next one has to do; what is done stays his', async () => {
  const { actors } = office
  const deal = await newDeal(office)
  const open = await made('officer', { record: deal.number })
  const finished = await made('officer', { record: deal.number })
  await complete('officer', finished)
  const [row] = await office.owner`select version from deals where id = ${deal.id}`
  const given = await assignDeal(permit(actors.headDomestic, 'deal.assign'), {
    number: deal.number,
    version: row?.version,
    officerId: actors.colleague.id,
  })
  expect(given.kind).toBe('done')
  const whose = async (id: number) => (await getTask(permit(actors.director, 'task.read'), id))?.assigneeId
  expect([await whose(open), await whose(finished)]).toEqual([actors.colleague.id, actors.officer.id])
})

describe('who can get one', () => {
  test('nobody disabled, nobody who does not work on records, nobody who does not see the record', async () => {
    const { owner, actors } = office
    const [gone] =
      await owner`insert into users (login, name, role, password_hash, disabled_at) values ('left', '离职', 'officer', 'x', now()) returning id`
    const deal = await newDeal(office)
    const reasonFor = async (assigneeId: number, record?: string) => {
      const outcome = await create('officer', { assigneeId, record })
      return outcome.kind === 'invalid' ? outcome.fields.assigneeId?.reason : outcome.kind
    }
    expect(await reasonFor(Number(gone?.id))).toBe('task.assignee_disabled')
    expect(await reasonFor(actors.viewer.id)).toBe('task.assignee_role')
    expect(await reasonFor(99_999_999)).toBe('input.not_offered')
    expect(await reasonFor(actors.outsider.id, deal.number)).toBe('task.assignee_does_not_see')
    expect(await reasonFor(actors.outsider.id)).toBe('done')
  })

  test('a record that one does not see is not there, and on one that one only reads nothing is entered', async () => {
    const { owner, actors } = office
    const deal = await newDeal(office)
    expect((await create('outsider', { record: deal.number })).kind).toBe('gone')
    await owner`update deals set reader_ids = array[${actors.outsider.id}]::bigint[] where id = ${deal.id}`
    expect((await create('outsider', { record: deal.number })).kind).toBe('refused')
  })

  test('who got it is told; who takes it oneself is not', async () => {
    const { owner, actors } = office
    const id = await made('officer', { assigneeId: actors.colleague.id, dueOn: today })
    await made('officer')
    const told =
      await owner`select user_id, kind, details from notifications where noun = 'task' and record_id = ${id}`
    expect(told).toMatchObject([
      { user_id: String(actors.colleague.id), kind: 'task_assigned', details: { name: '寄资料', on: today } },
    ])
  })
})

describe('said in one line', () => {
  test('the day and the colleague are taken from the title', async () => {
    const id = await made('officer', { title: '@colleague 明天 给大和机工寄资料', quick: '1' })
    expect(await getTask(permit(office.actors.colleague, 'task.read'), id)).toMatchObject({
      title: '给大和机工寄资料',
      dueOn: addDays(today, 1),
      assigneeId: office.actors.colleague.id,
    })
  })

  test('somebody unknown and a day that does not exist are asked about', async () => {
    expect(await create('officer', { title: '@赵六 寄资料', quick: '1' })).toMatchObject({
      kind: 'invalid',
      fields: { title: { reason: 'activity.unknown_person', values: { name: '赵六' } } },
    })
    expect(await create('officer', { title: '2月30日 寄资料', quick: '1' })).toMatchObject({
      fields: { title: { reason: 'activity.no_such_day' } },
    })
  })
})

describe('one of a series', () => {
  const series = { repeat: 'monthly', dueOn: '2027-01-31' }

  test('makes the next when it is done, on the last day of a short month and on the 31st again', async () => {
    const first = await made('officer', series)
    expect(await complete('officer', first)).toMatchObject({ value: { nextOn: '2027-02-28' } })
    const [second] = await followers(first)
    expect(await complete('officer', Number(second?.id))).toMatchObject({ value: { nextOn: '2027-03-31' } })
  })

  test('done by two at once, it has one next', async () => {
    const id = await made('officer', series)
    await Promise.all([complete('officer', id), complete('headDomestic', id), complete('director', id)])
    expect(await followers(id)).toHaveLength(1)
  })

  test('reopened, its next goes; unless that one was worked on', async () => {
    const id = await made('officer', series)
    await complete('officer', id)
    const reopen = () => reopenTask(permit(office.actors.officer, 'task.reopen'), { id })
    expect((await reopen()).kind).toBe('done')
    expect(await followers(id)).toHaveLength(0)
    await complete('officer', id)
    const [next] = await followers(id)
    await complete('officer', Number(next?.id))
    expect(await reopen()).toMatchObject({ kind: 'refused', reason: 'task.next_touched' })
  })

  test('without an end it ends after five years; behind its end there is none', async () => {
    const id = await made('officer', series)
    expect((await getTask(permit(office.actors.officer, 'task.read'), id))?.repeatUntil).toBe('2032-01-31')
    const last = await made('officer', { ...series, repeatUntil: '2027-02-27' })
    expect(await complete('officer', last)).toMatchObject({ value: { nextOn: null } })
  })
})

test('two who change it: the second sees what the first has saved', async () => {
  const id = await made('officer')
  const edit = (title: string) =>
    editTask(permit(office.actors.officer, 'task.edit'), input(editTaskInput, { id, version: 1, title }))
  expect((await edit('一')).kind).toBe('done')
  expect(await edit('二')).toMatchObject({
    kind: 'conflict',
    theirs: { version: 2, values: { title: '一' } },
  })
})

test('deleted by who entered it, back again, and by no colleague', async () => {
  const id = await made('officer', { assigneeId: office.actors.colleague.id })
  const strike = (who: StaffName, restore: boolean) =>
    deleteTask(permit(office.actors[who], 'task.delete'), { id, restore })
  expect((await strike('colleague', false)).kind).toBe('refused')
  expect((await strike('officer', false)).kind).toBe('done')
  expect((await complete('officer', id)).kind).toBe('gone')
  expect((await strike('officer', true)).kind).toBe('done')
})

test('nobody changes a task under another verb, nor the record that it is on', async () => {
  const { owner } = office
  const id = await made('officer')
  const raw = (verb: string, set: string) =>
    owner.begin(async tx => {
      await tx`select set_config('role', 'sees_all', true), set_config('app.user', '1', true), set_config('app.role', 'director', true), set_config('app.writes', 'all', true), set_config('app.verb', ${verb}, true)`
      await tx.unsafe(`update tasks set ${set} where id = ${id}`)
    })
  await expect(raw('deal.edit', "title = 'x'")).rejects.toThrow(/may not change a task/)
  await expect(raw('task.edit', 'created_by = 2')).rejects.toThrow(/stand for good/)
})

test('the list: mine, given, my desk’s; overdue first; more than a page is paged', async () => {
  const { actors } = office
  await made('headAsia', { assigneeId: actors.outsider.id, dueOn: addDays(today, 30) })
  await made('headAsia', { dueOn: addDays(today, -3) })
  const list = async (changes: object) =>
    listTasks(permit(actors.headAsia, 'task.read'), { ...usualTaskFilter, ...changes })
  expect((await list({})).rows.map(row => row.dueOn)).toEqual([addDays(today, -3)])
  expect((await list({ whose: 'given' })).rows.every(row => row.assigneeId === actors.outsider.id)).toBe(true)
  const desk = await list({ whose: 'desk' })
  expect(desk.rows[0]?.dueOn).toBe(addDays(today, -3))
  expect(desk.total).toBeGreaterThan(1)
  expect((await list({ whose: 'desk', due: 'overdue' })).total).toBe(1)
  await office.owner`insert into tasks (title, assignee_id, created_by, updated_by) select '待办' || n, ${actors.headAsia.id}, ${actors.headAsia.id}, ${actors.headAsia.id} from generate_series(1, 1100) n`
  const paged = await list({ page: 2 })
  expect([paged.rows.length, paged.total, paged.pages]).toEqual([50, 1001, 20])
})

test('reminded once, on the morning asked for, and of nothing that is done', async () => {
  const { owner, actors } = office
  await owner`update tasks set reminded_at = now() where remind_days is not null`
  const due = await made('colleague', { title: '报送月报', dueOn: addDays(today, -1), remindDays: 0 })
  const ahead = await made('colleague', { dueOn: addDays(today, 9), remindDays: 7 })
  const finished = await made('colleague', { dueOn: addDays(today, -1), remindDays: 0 })
  await complete('colleague', finished)
  const sql = await pool('housekeeping')
  expect(await doChore(sql, { ...remind, every: 0 })).toBe(1)
  expect(await doChore(sql, { ...remind, every: 0 })).toBe(0)
  const told = await owner`select user_id, record_id, details from notifications where kind = 'task_due'`
  expect(told).toMatchObject([
    {
      user_id: String(actors.colleague.id),
      record_id: String(due),
      details: { name: '报送月报', path: `/tasks/${due}` },
    },
  ])
  expect(ahead).toBeGreaterThan(0)
})
