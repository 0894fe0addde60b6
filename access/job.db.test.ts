import { setTimeout as delay } from 'node:timers/promises'
import { sql } from 'drizzle-orm'
import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest'
import { write } from '@/db/as'
import { closePools, pool } from '@/db/client'
import { doChore } from '@/db/housekeeping/chore'
import { releaseJobs } from '@/db/housekeeping/job'
import { startQueue } from '@/db/job/queue'
import { takeJob } from '@/db/job/state'
import { getJob } from '@/db/read/job'
import { type Office, openOffice, permit, type StaffName } from '@/db/testing/office'
import { cancelJob, type JobRun, retryJob, startJob } from '@/db/write/job'
import type { Job } from '@/domain/job/job'
import { done, refused } from '@/domain/outcome'
import type { Permit } from '@/domain/policy/permit'
import { job, jobTask } from './job'

let office: Office
beforeAll(async () => {
  office = await openOffice()
  await office.owner`create table effects (job bigint, at timestamptz default now())`
  await office.owner`grant insert, select on effects to sees_all, sees_desk`
})
beforeEach(async () => {
  await office.owner`delete from effects`
})
afterAll(async () => {
  await closePools()
  await office.owner.end()
})

const details = { name: '招商项目', path: '/exports' }
const start = async (who: StaffName) => {
  const asked = permit(office.actors[who], 'deal.export')
  const outcome = await write(asked, async tx => done(await startJob(tx, asked, { kind: 'export', details })))
  if (outcome.kind !== 'done') throw new Error(outcome.kind)
  return outcome.value
}
const look = (id: number) => getJob(permit(office.actors.director, 'job.read'), id)
async function until<T>(what: () => Promise<T | null | undefined | false>): Promise<T> {
  for (const end = performance.now() + 20_000; ; await delay(20)) {
    const found = await what()
    if (found) return found
    if (performance.now() > end) throw new Error('it never came about')
  }
}
const ended = (id: number, state: Job['state']) =>
  until(async () => {
    const found = await look(id)
    return found?.state === state && found
  })
const release = async () => doChore(await pool('housekeeping'), releaseJobs)

/** An effect in the same transaction as the end. */
const effect = (granted: Permit<'deal.export'>, run: JobRun) =>
  write(granted, async tx => {
    await tx.execute(sql`insert into effects (job) values (${run.id})`)
    await run.finish(tx, { name: '文件' })
    return done({})
  })
const effects = async () => Number((await office.owner`select count(*) as n from effects`)[0]?.n)
const running = (run: Parameters<typeof job<'deal.export'>>[2], processes = 1) => {
  const said: string[] = []
  const say = (line: string) => void said.push(line)
  const stops = Array.from({ length: processes }, () =>
    startQueue({ job: jobTask([job('export', ['deal.export'], run)], say) }, say),
  )
  return { said, stop: () => Promise.all(stops.map(stop => stop())) }
}

test('of four processes one runs it, with the rights of whoever started it; its end is told to that person', async () => {
  const who: number[] = []
  const queue = running(async (granted, _, run) => {
    who.push(granted.actor.id)
    run.progress(5, 10)
    return effect(granted, run)
  }, 4)
  const ids = await Promise.all([start('officer'), start('officer'), start('headDomestic')])
  for (const id of ids) expect(await ended(id, 'done')).toMatchObject({ result: { name: '文件' } })
  await queue.stop()
  expect(await effects()).toBe(3)
  const { officer, headDomestic } = office.actors
  expect(who.sort()).toEqual([officer.id, officer.id, headDomestic.id].sort())
  const told =
    await office.owner`select kind, details, actor_id from notifications where user_id = ${officer.id}`
  expect(told).toHaveLength(2)
  expect(told[0]).toEqual({ kind: 'job_done', details: { name: '文件', path: '/exports' }, actor_id: null })
})

test('one’s own is seen, and another’s by director and administrator alone', async () => {
  const id = await start('officer')
  const sees = async (who: StaffName) => (await getJob(permit(office.actors[who], 'job.read'), id)) !== null
  for (const who of ['officer', 'director', 'admin'] as const)
    expect([who, await sees(who)]).toEqual([who, true])
  for (const who of ['colleague', 'headDomestic', 'viewer'] as const)
    expect([who, await sees(who)]).toEqual([who, false])
  const cancel = (who: StaffName) => cancelJob(permit(office.actors[who], 'job.cancel'), { id })
  const retry = (who: StaffName) => retryJob(permit(office.actors[who], 'job.retry'), { id })
  expect((await cancel('headDomestic')).kind).toBe('gone')
  expect((await cancel('viewer')).kind).toBe('gone')
  expect((await retry('officer')).kind).toBe('gone')
  expect((await cancel('director')).kind).toBe('done')
  expect((await cancel('officer')).kind).toBe('gone')
  expect((await retry('director')).kind).toBe('gone')
  expect((await retry('officer')).kind).toBe('done')
  expect((await cancel('officer')).kind).toBe('done')
})

test('somebody who was disabled meanwhile is refused, and so is one whose role has it no more', async () => {
  const { officer, colleague } = office.actors
  const ids = [await start('officer'), await start('colleague')]
  await office.owner`update users set disabled_at = now() where id = ${officer.id}`
  await office.owner`update users set role = 'admin' where id = ${colleague.id}`
  const queue = running(effect as never)
  for (const id of ids) expect(await ended(id, 'failed')).toMatchObject({ reason: 'common.not_permitted' })
  await queue.stop()
  await office.owner`update users set disabled_at = null where id = ${officer.id}`
  await office.owner`update users set role = 'officer' where id = ${colleague.id}`
  expect(await effects()).toBe(0)
  const [told] = await office.owner`select kind from notifications where user_id = ${colleague.id}`
  expect(told?.kind).toBe('job_failed')
})

test('one that is cancelled while it runs ends within seconds, and leaves nothing', async () => {
  const queue = running(async (granted, _, run) => {
    while (!run.cancelled()) await delay(10)
    return effect(granted, run)
  })
  const id = await start('officer')
  await ended(id, 'running')
  await cancelJob(permit(office.actors.officer, 'job.cancel'), { id })
  await ended(id, 'cancelled')
  await queue.stop()
  expect(await effects()).toBe(0)
})

test('what a killed process had is run again at once, and its effect happens once even if it was only slow', async () => {
  const id = await start('officer')
  // a process that has taken it, and of which no session is left
  const lost = await takeJob(id, 'worker-x', 'killed')
  expect(lost?.attempt).toBe(1)
  expect(await takeJob(id, 'worker-y', 'other')).toBeNull()
  expect(await release()).toBe(0)
  await office.owner`update jobs set beat_at = now() - interval '5 seconds' where id = ${id}`
  expect(await release()).toBe(1)
  const queue = running(async (granted, _, run) => effect(granted, run))
  await ended(id, 'done')
  await queue.stop()
  // the first one was not killed after all, and comes to its end now
  const late = {
    id,
    finish: async (tx: never) => (await import('@/db/write/job')).finishJob(tx, { id, attempt: 1 }, {}),
  }
  await expect(effect(permit(office.actors.officer, 'deal.export'), late as never)).rejects.toThrow(
    'another run',
  )
  expect(await effects()).toBe(1)
})

test('what fails is tried again and then given up; what is refused is not tried again', async () => {
  let tries = 0
  const broken = running(async () => {
    tries += 1
    throw new Error('disk full')
  })
  const id = await start('officer')
  await until(async () => tries >= 2)
  await office.owner`update jobs set tries = 4 where id = ${id}`
  expect(await ended(id, 'failed')).toMatchObject({ reason: 'job.failed.broken' })
  await broken.stop()
  expect(broken.said[0]).toContain('disk full')

  tries = 0
  const refusing = running(async () => {
    tries += 1
    return refused('export.refused.no_rows')
  })
  const other = await start('officer')
  expect(await ended(other, 'failed')).toMatchObject({ reason: 'export.refused.no_rows' })
  await refusing.stop()
  expect(tries).toBe(1)
})

test('a process that stops gives its job back', async () => {
  let runs = 0
  const wait = async (granted: Permit<'deal.export'>, _: unknown, run: JobRun) => {
    runs += 1
    while (!run.cancelled()) await delay(10)
    return effect(granted, run)
  }
  const first = running(wait as never)
  const id = await start('officer')
  await until(async () => runs === 1)
  await first.stop()
  expect((await look(id))?.state).toBe('waiting')
  const [row] = await office.owner`select tries from jobs where id = ${id}`
  expect(row?.tries).toBe(0)
  const second = running(async (granted, __, run) => effect(granted, run))
  await ended(id, 'done')
  await second.stop()
  expect(await effects()).toBe(1)
})
