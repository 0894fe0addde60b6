import { setTimeout as delay } from 'node:timers/promises'
import postgres from 'postgres'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { closePools, pool } from '@/db/client'
import { connectionOptions } from '@/db/connection'
import { SUPERUSER } from '@/db/embedded/layout.mjs'
import { newDeal } from '@/db/testing/deal'
import { type Office, openOffice } from '@/db/testing/office'
import { type Chore, doChore } from './chore'
import { fold } from './fold'
import { startHousekeeping } from './housekeeping'
import { purge } from './purge'

let office: Office
beforeAll(async () => {
  office = await openOffice()
})
afterAll(async () => {
  await closePools()
  await office.owner.end()
})

const done = async (chore: Chore) => doChore(await pool('housekeeping'), chore)
const forget = () => office.owner`delete from chore_runs`
/** Waits for what another process does by itself. */
async function until(what: () => Promise<boolean>) {
  for (const end = performance.now() + 10_000; !(await what()); await delay(20))
    if (performance.now() > end) throw new Error('it never came about')
}

test('answers to forms are kept for seven days', async () => {
  await office.owner`
    insert into submissions (id, user_id, verb, outcome, at)
    select gen_random_uuid(), ${office.actors.officer.id}, 'lead.create', jsonb_build_object('days', d), now() - d * interval '1 day'
    from unnest(array[0, 6.9, 7.1, 40]) d`
  expect(await done(purge)).toBe(2)
  const left = await office.owner`select outcome -> 'days' as days from submissions order by at desc`
  expect(left.map(({ days }) => Number(days))).toEqual([0, 6.9])
})

test('of the tries to sign in go those that no rule reads any more; who came in is kept for good', async () => {
  await office.owner`
    insert into sign_ins (login, address, outcome, at)
    select o, '10.0.0.1', o, now() - d * interval '1 day'
    from unnest(array['done', 'wrong', 'disabled', 'locked']) o, unnest(array[0.9, 6.9, 7.1, 89, 91, 400]) d`
  await forget()
  expect(await done(purge)).toBe(8)
  const left = await office.owner`
    select outcome, array_agg(round(extract(epoch from now() - at) / 8640) / 10 order by at desc)::text as days
    from sign_ins group by outcome order by outcome`
  expect(left.map(({ outcome, days }) => [outcome, days])).toEqual([
    ['disabled', expect.stringMatching(/^\{0\.90*,6\.90*,7\.10*,89\.?0*\}$/)],
    ['done', expect.stringMatching(/^\{0\.9.*,400\.?0*\}$/)],
    ['locked', expect.stringMatching(/^\{0\.90*,6\.90*\}$/)],
    ['wrong', expect.stringMatching(/^\{0\.90*,6\.90*,7\.10*,89\.?0*\}$/)],
  ])
})

test('its role reaches neither records nor people, and no younger rows of what it purges', async () => {
  const housekeeping = await pool('housekeeping')
  for (const table of [
    'leads',
    'deals',
    'companies',
    'contacts',
    'contact_details',
    'users',
    'activities',
    'zones',
  ])
    await expect(housekeeping.unsafe(`select 1 from ${table}`)).rejects.toThrow('permission denied')
  await expect(housekeeping`select outcome from submissions`).rejects.toThrow('permission denied')
  await expect(housekeeping`delete from log_entries`).rejects.toThrow('permission denied')
  await expect(housekeeping`delete from log_seals`).rejects.toThrow('permission denied')
  expect((await housekeeping`delete from submissions where at < now()`).count).toBe(0)
  expect((await housekeeping`delete from sign_ins where outcome = 'done'`).count).toBe(0)
  const [left] = await office.owner`select count(*)::int as n from sign_ins`
  expect(left?.n).toBeGreaterThan(10)
})

test('a chore with hours between its runs is done by one of several processes, and not again', async () => {
  await forget()
  const processes = await Promise.all(Array.from({ length: 4 }, async () => postgres(await role())))
  const answers = await Promise.all(processes.map(sql => doChore(sql, purge)))
  expect(answers.filter(answer => answer !== null)).toHaveLength(1)
  expect(await done(purge)).toBeNull()
  await Promise.all(processes.map(sql => sql.end()))
})

test('a chore that fails leaves nothing behind, says why, and does not hold up the next', async () => {
  const fails: Chore = {
    name: 'verify',
    every: 3600,
    run: async tx => {
      await tx`delete from counter_deltas`
      throw new Error('out of paper')
    },
  }
  await newDeal(office)
  await expect(done(fails)).rejects.toThrow('out of paper')
  const [run] = await office.owner`select done_at, error from chore_runs where chore = 'verify'`
  expect(run).toEqual({ done_at: null, error: 'out of paper' })
  expect(await done(fails)).toBeNull()
  expect(await done(fold)).toBeGreaterThan(0)
})

const role = () => connectionOptions({ max: 1, onnotice: () => {}, connection: { role: 'housekeeping' } })

test('two that run at once fold and seal all that is written meanwhile, through killed connections, and stop when told', async () => {
  const said: string[] = []
  const stops = [1, 2].map(() => startHousekeeping(line => said.push(line), 10))
  const superuser = postgres(await connectionOptions({ max: 1, user: SUPERUSER }))
  for (let round = 0; round < 6; round++) {
    await newDeal(office)
    const housekeeping = await pool('housekeeping')
    const [killed] = await housekeeping`select pg_backend_pid() as pid`
    await superuser`select pg_terminate_backend(${killed?.pid})`
  }
  await superuser.end()
  await until(async () => {
    const [left] =
      await office.owner`select (select count(*) from counter_deltas) + (select count(*) from log_queue) as n`
    return left?.n === '0'
  })
  await Promise.all(stops.map(stop => stop()))
  const [deals] =
    await office.owner`select (select count(*) from deals) as real, (select sum(count) from counters where noun = 'deal') as counted`
  expect(deals?.counted).toBe(deals?.real)
  await newDeal(office)
  expect(await office.owner`select 1 from counter_deltas`).toHaveLength(1)
  expect(said.every(line => line.startsWith('housekeeping: '))).toBe(true)
})
