import { afterAll, beforeAll, expect, test } from 'vitest'
import { closePools, pool } from '@/db/client'
import { arrive } from '@/db/file/arrival'
import { keepContent } from '@/db/file/content'
import { doChore } from '@/db/housekeeping/chore'
import { removeOldExports, startDueExports } from '@/db/housekeeping/export'
import { sweep } from '@/db/housekeeping/sweep'
import { endJob, takeJob } from '@/db/job/state'
import { exportOfJob, listExports, listSchedules, openExport } from '@/db/read/export'
import { type Office, openOffice, permit, type StaffName } from '@/db/testing/office'
import { finishExport, startExport } from '@/db/write/export'
import { createSchedule, deleteSchedule, editSchedule, switchSchedule } from '@/db/write/export-schedule'
import { finishJob } from '@/db/write/job'
import { weekdayOf } from '@/domain/calendar/date'
import { createScheduleInput, editScheduleInput, startExportInput } from '@/domain/export/input'
import { nextDue } from '@/domain/export/schedule'
import { parseInput } from '@/domain/outcome'

let office: Office
beforeAll(async () => {
  office = await openOffice()
})
afterAll(async () => {
  await closePools()
  await office.owner.end()
})

const may = (who: StaffName) => permit(office.actors[who], 'deal.export')
const reads = (who: StaffName) => permit(office.actors[who], 'export.read')
const schedules = (who: StaffName) => permit(office.actors[who], 'export.schedule')
const asked = {
  list: 'deals',
  format: 'csv',
  search: '?desk=domestic',
  words: '部门：内资部',
  name: '招商项目',
}

function value<T>(outcome: { kind: string; value?: T }): T {
  if (outcome.kind !== 'done') throw new Error(JSON.stringify(outcome))
  return outcome.value as T
}
async function start(who: StaffName) {
  const { id } = value(await startExport(may(who), value(parseInput(startExportInput, asked))))
  const [row] = await office.owner`select job_id from exports where id = ${id}`
  return { id, jobId: Number(row?.job_id) }
}
/** As a job writes it; `attempt` of another run than that which has it is not heard. */
async function written(who: StaffName, { id, jobId }: { id: number; jobId: number }, attempt: number) {
  const arrival = await arrive(
    (async function* () {
      yield Buffer.from(`file ${id}`)
    })(),
    1000,
  )
  if (!arrival) throw new Error('too large')
  await keepContent(may(who), arrival)
  const file = {
    id,
    name: '招商项目 2026-07-16',
    words: asked.words,
    rows: 3,
    bytes: arrival.size,
    digest: arrival.digest,
    format: 'csv',
    filter: {},
  }
  return finishExport(may(who), file, {
    finish: (tx, result) => finishJob(tx, { id: jobId, attempt }, result),
  })
}

test('a file is there for whoever asked, when its job is done, and for nobody else', async () => {
  const made = await start('officer')
  expect(await exportOfJob(may('officer'), made.jobId)).toMatchObject({
    id: made.id,
    list: 'deals',
    search: asked.search,
  })
  expect(await exportOfJob(may('director'), made.jobId)).toBeNull()
  expect(await openExport(reads('officer'), made.id)).toBeNull()
  await takeJob(made.jobId, 'w', 'p')
  await expect(written('officer', made, 2)).rejects.toThrow('another run')
  expect(await openExport(reads('officer'), made.id)).toBeNull()
  expect((await written('officer', made, 1)).kind).toBe('done')
  const file = await openExport(reads('officer'), made.id)
  expect(file && (await new Response(file.body).text())).toBe(`file ${made.id}`)
  for (const who of ['director', 'colleague', 'headDomestic', 'viewer'] as const)
    expect([who, await openExport(reads(who), made.id), (await listExports(reads(who), 1)).total]).toEqual([
      who,
      null,
      0,
    ])
  expect((await listExports(reads('officer'), 1)).rows[0]).toMatchObject({
    rows: 3,
    state: 'done',
    words: asked.words,
  })
  // said in the log as every export is, and in the bell
  const [line] =
    await office.owner`select verb, details from log_entries where noun = 'export' and actor_id = ${office.actors.officer.id}`
  expect(line).toMatchObject({ verb: 'deal.export', details: { rows: 3, format: 'csv', background: true } })
  const [told] =
    await office.owner`select details from notifications where user_id = ${office.actors.officer.id} and kind = 'job_done'`
  expect(told?.details).toEqual({ name: '招商项目 2026-07-16', path: '/exports' })
})

test('a permit of one list starts no export of another', async () => {
  const other = permit(office.actors.officer, 'lead.export')
  const input = value(parseInput(startExportInput, asked))
  expect((await startExport(other, input)).kind).toBe('refused')
})

test('past its days the file goes, out of the store as well, and the line stays', async () => {
  const made = await start('viewer')
  await takeJob(made.jobId, 'w', 'p')
  await written('viewer', made, 1)
  await office.owner`update exports set kept_until = now() - interval '1 second' where id = ${made.id}`
  await office.owner`update contents set claimed_at = now() - interval '2 days'`
  const chores = await pool('housekeeping')
  expect(await doChore(chores, removeOldExports)).toBe(1)
  await doChore(chores, sweep)
  expect(await openExport(reads('viewer'), made.id)).toBeNull()
  expect((await listExports(reads('viewer'), 1)).rows[0]).toMatchObject({ digest: null, rows: 3 })
  const left = await office.owner`select digest from contents`
  expect(left).toHaveLength(1)
})

const plan = (more: object = {}) =>
  value(parseInput(createScheduleInput, { ...asked, name: '每周项目', every: 'daily', ...more }))
/** A zone where it is half past five, or half past six of the same day; the day there, and so many days later. */
const atHour = async (hour: 5 | 6) => {
  const now = new Date()
  const minutes = (hour === 5 ? 0 : 60) + 330 - (now.getUTCHours() * 60 + now.getUTCMinutes())
  const [h, m] = [Math.floor(Math.abs(minutes) / 60), Math.abs(minutes) % 60]
  // POSIX counts to the west
  await office.owner`update zones set timezone = ${`<test>${minutes > 0 ? '-' : '+'}${h}:${String(m).padStart(2, '0')}`}`
}
const inDays = async (days: number) => {
  const [row] =
    await office.owner`select to_char((now() at time zone timezone)::date + ${days}::int, 'YYYY-MM-DD') as day from zones`
  return String(row?.day)
}
const due = async () => {
  await office.owner`delete from chore_runs`
  return doChore(await pool('housekeeping'), startDueExports)
}

test('a schedule runs once on its day, by its owner, and not while it is off', async () => {
  await atHour(5)
  const { id } = value(await createSchedule(schedules('officer'), plan()))
  const before = (await listExports(reads('officer'), 1)).total
  expect(await due()).toBe(0)
  await atHour(6)
  expect(await due()).toBe(1)
  expect(await due()).toBe(0)
  const { rows, total } = await listExports(reads('officer'), 1)
  expect(total).toBe(before + 1)
  expect(rows[0]).toMatchObject({ schedule: '每周项目', state: 'waiting', words: asked.words })
  const [job] = await office.owner`select permission, user_id from jobs where id = ${rows[0]?.jobId ?? 0}`
  expect(job).toMatchObject({ permission: 'deal.export', user_id: String(office.actors.officer.id) })
  const [shown] = await listSchedules(reads('officer'))
  expect(shown?.nextOn).not.toBe(shown?.lastOn)
  expect(await listSchedules(reads('director'))).toEqual([])
  expect((await switchSchedule(schedules('director'), { id, active: false })).kind).toBe('gone')
  value(await switchSchedule(schedules('officer'), { id, active: false }))
  await office.owner`update export_schedules set next_on = '2020-01-01'`
  expect(await due()).toBe(0)
  value(await switchSchedule(schedules('officer'), { id, active: true }))
  await office.owner`update users set disabled_at = now() where id = ${office.actors.officer.id}`
  await office.owner`update export_schedules set next_on = '2020-01-01'`
  await due()
  expect((await listExports(reads('officer'), 1)).total).toBe(before + 1)
  await office.owner`update users set disabled_at = null where id = ${office.actors.officer.id}`
  expect((await deleteSchedule(schedules('director'), { id, restore: false })).kind).toBe('gone')
  value(await deleteSchedule(schedules('officer'), { id, restore: false }))
  expect(await listSchedules(reads('officer'))).toEqual([])
})

test('set up, changed or switched on after its hour on its own day, it waits for the next time, and says so', async () => {
  await atHour(6)
  const today = await inDays(0)
  const rhythm = { every: 'weekly', onWeekday: String(weekdayOf(today) || 7) }
  const { id, nextOn } = value(await createSchedule(schedules('viewer'), plan(rhythm)))
  expect(nextOn).toBe(await inDays(7))
  expect(await due()).toBe(0)
  const change = async (version: number, more: object) =>
    value(
      await editSchedule(
        schedules('viewer'),
        value(parseInput(editScheduleInput, { ...asked, name: '每周项目', ...more, id, version })),
      ),
    )
  const date = String(Number(today.slice(8)))
  const monthly = { every: 'monthly', onDate: date }
  expect((await change(1, monthly)).nextOn).toBe(nextDue({ every: 'monthly', on: Number(date) }, today))
  expect(await due()).toBe(0)
  value(await switchSchedule(schedules('viewer'), { id, active: false }))
  // one that is off names no day
  expect((await change(3, { every: 'daily' })).nextOn).toBeNull()
  expect(value(await switchSchedule(schedules('viewer'), { id, active: true }))).toEqual({
    nextOn: await inDays(1),
  })
  value(await deleteSchedule(schedules('viewer'), { id, restore: false }))
  value(await deleteSchedule(schedules('viewer'), { id, restore: true }))
  expect(await due()).toBe(0)
  expect(await listSchedules(reads('viewer'))).toMatchObject([{ nextOn: await inDays(1), lastOn: null }])
  // before its hour the day itself counts
  await atHour(5)
  expect((await change(7, rhythm)).nextOn).toBe(today)
  await atHour(6)
  expect(await due()).toBe(1)
  value(await deleteSchedule(schedules('viewer'), { id, restore: false }))
})

test('a schedule is changed where it stands: what, of which filter, how often; the second of two sees the first', async () => {
  const { id } = value(await createSchedule(schedules('headDomestic'), plan({ name: '改前' })))
  const change = (version: number, more: object = {}) =>
    value(
      parseInput(editScheduleInput, {
        ...{ id, version, list: 'deals', format: 'xlsx', search: '?stage=approved', words: '阶段：审批通过' },
        ...{ name: '改后', every: 'monthly', onDate: '31', ...more },
      }),
    )
  expect((await editSchedule(schedules('director'), change(1))).kind).toBe('gone')
  expect((await editSchedule(schedules('headDomestic'), change(1, { list: 'leads' }))).kind).toBe('gone')
  value(await editSchedule(schedules('headDomestic'), change(1)))
  const [kept] = await listSchedules(reads('headDomestic'))
  expect(kept).toMatchObject({
    name: '改后',
    format: 'xlsx',
    search: '?stage=approved',
    every: 'monthly',
    on: 31,
  })
  expect(kept?.nextOn).toMatch(/-(28|29|30|31)$/)
  const [line] =
    await office.owner`select details from log_entries where noun = 'export' order by id desc limit 1`
  expect(line?.details).toMatchObject({
    to: 'edited',
    changes: { name: ['改前', '改后'], every: ['daily', 'monthly'], on: [null, 31] },
  })
  const late = await editSchedule(schedules('headDomestic'), change(1, { name: '另一窗口' }))
  expect(late).toMatchObject({
    kind: 'conflict',
    theirs: { version: 2, values: { name: '改后', onDate: '31' } },
  })
  // given to a colleague it runs with his rights; to whoever may not export it does not go
  const gift = (ownerId: number, version: number) =>
    editSchedule(schedules('headDomestic'), change(version, { name: '交出', ownerId: String(ownerId) }))
  expect(await gift(office.actors.admin.id, 2)).toMatchObject({ fields: { ownerId: {} } })
  value(await gift(office.actors.viewer.id, 2))
  expect(await listSchedules(reads('headDomestic'))).toEqual([])
  expect(await listSchedules(reads('viewer'))).toMatchObject([{ name: '交出', version: 3 }])
  const back = change(3, { name: '改后', ownerId: String(office.actors.headDomestic.id) })
  expect((await editSchedule(schedules('headDomestic'), back)).kind).toBe('gone')
  value(await editSchedule(schedules('viewer'), back))
  // a deletion is taken back with all that it was
  value(await deleteSchedule(schedules('headDomestic'), { id, restore: false }))
  expect(await listSchedules(reads('headDomestic'))).toEqual([])
  value(await deleteSchedule(schedules('headDomestic'), { id, restore: true }))
  expect(await listSchedules(reads('headDomestic'))).toMatchObject([{ name: '改后', active: true }])
})

test('why its last run came to nothing stands with the schedule until one succeeds', async () => {
  await atHour(6)
  const failed = async () => (await listSchedules(reads('headDomestic')))[0]?.failed
  expect(await failed()).toBeNull()
  const run = async (state: 'failed' | 'done') => {
    await office.owner`update export_schedules set next_on = '2020-01-01', last_on = null where name = '改后'`
    await due()
    const [row] = (await listExports(reads('headDomestic'), 1)).rows
    const taken = await takeJob(row?.jobId ?? 0, 'w', 'p')
    if (!taken) throw new Error('no job')
    await endJob(taken, state, state === 'failed' ? { reason: 'common.not_permitted' } : {})
  }
  await run('failed')
  expect(await failed()).toEqual({ reason: 'common.not_permitted' })
  await run('done')
  expect(await failed()).toBeNull()
})

test('a role that may not export a list sets up no schedule of it, and nobody more than twenty', async () => {
  const { admin } = office.actors
  expect(() => permit(admin, 'export.schedule')).toThrow()
  for (let n = 0; n < 20; n++) value(await createSchedule(schedules('colleague'), plan({ name: `第${n}个` })))
  expect(await createSchedule(schedules('colleague'), plan())).toMatchObject({
    reason: 'export.refused.too_many',
  })
  for (const bad of [
    { every: 'hourly' },
    { search: 'https://example.com' },
    { list: 'users' },
    { format: 'pdf' },
  ])
    expect(parseInput(createScheduleInput, { ...asked, name: 'x', every: 'daily', ...bad }).kind).toBe(
      'invalid',
    )
})
