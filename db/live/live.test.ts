import { setTimeout as delay } from 'node:timers/promises'
import postgres from 'postgres'
import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest'
import { as, write } from '@/db/as'
import { closePools } from '@/db/client'
import { connectionOptions } from '@/db/connection'
import { SUPERUSER } from '@/db/embedded/layout.mjs'
import { watchUnread } from '@/db/read/notification-live'
import { type Office, openOffice, permit, type StaffName } from '@/db/testing/office'
import { markAllNotifications } from '@/db/write/notification'
import { notify } from '@/db/write/notify'
import { done } from '@/domain/outcome'
import type { Unread } from './live'

let office: Office
beforeAll(async () => {
  office = await openOffice()
})
afterAll(async () => {
  await closePools()
  await office.owner.end()
})
beforeEach(() => office.owner`delete from notifications`)

async function until(what: () => boolean | Promise<boolean>) {
  for (const end = performance.now() + 10_000; !(await what()); await delay(10))
    if (performance.now() > end) throw new Error('it never came about')
}

/** A screen of this person, with all that it heard. */
function screen(who: StaffName, newest: number | null = null) {
  const heard: Unread[] = []
  const ended = { by: 0 }
  const stop = watchUnread(permit(office.actors[who], 'notification.read'), newest, {
    hear: state => heard.push(state),
    end: () => ended.by++,
  })
  return { heard, ended, stop, now: () => heard.at(-1)?.unread }
}
const tell = (...to: StaffName[]) =>
  write(permit(office.actors.director, 'deal.edit'), async tx => {
    await notify(tx, {
      kind: 'mentioned',
      to: to.map(who => office.actors[who].id),
      noun: 'deal',
      recordId: 1,
    })
    return done()
  })
const listening = () =>
  office.owner<{ pid: number }[]>`
    select pid from pg_stat_activity where query = 'listen told' or query like '%unread_of%' and pid <> pg_backend_pid()`

test('a screen hears at once how many wait, and of each new one and each that is read; no other person’s does', async () => {
  const [one, other] = [screen('officer'), screen('colleague')]
  await until(() => one.now() === 0 && other.now() === 0)
  await tell('officer')
  await until(() => one.now() === 1)
  expect(one.heard.at(-1)?.news).toBe(true)
  await markAllNotifications(permit(office.actors.officer, 'notification.mark'), { through: 1e9 })
  await until(() => one.now() === 0)
  expect(one.heard.at(-1)?.news).toBe(false)
  expect(other.heard).toHaveLength(1)
  one.stop()
  other.stop()
})

test('what is rolled back is not heard', async () => {
  const one = screen('officer')
  await until(() => one.now() === 0)
  await as(permit(office.actors.director, 'deal.edit'), 'write', async tx => {
    await notify(tx, { kind: 'ruled', to: [office.actors.officer.id], noun: 'deal', recordId: 1 })
    throw new Error('no')
  }).catch(() => {})
  await tell('colleague')
  await delay(200)
  expect(one.heard).toHaveLength(1)
  one.stop()
})

test('forty screens cost one connection, which goes with the last of them; a burst is told in few words', async () => {
  const screens = Array.from({ length: 40 }, (_, at) => screen(at % 2 ? 'officer' : 'colleague'))
  await until(() => screens.every(one => one.now() === 0))
  expect(await listening()).toHaveLength(1)
  for (let at = 0; at < 30; at++) await tell('officer', 'colleague')
  await until(() => screens.every(one => one.now() === 30))
  expect(screens[0]?.heard.length).toBeLessThan(30)
  for (const one of screens) one.stop()
  await until(async () => (await listening()).length === 0)
})

test('a connection that is killed comes back, and what was told meanwhile is heard', async () => {
  const one = screen('officer')
  await until(() => one.now() === 0)
  const superuser = postgres(await connectionOptions({ max: 1, user: SUPERUSER }))
  for (let round = 1; round <= 3; round++) {
    for (const { pid } of await listening()) await superuser`select pg_terminate_backend(${pid})`
    await tell('officer')
    await until(() => one.now() === round)
  }
  await superuser.end()
  one.stop()
})

test('a screen that was away hears whether there is news since', async () => {
  await tell('officer')
  const first = screen('officer')
  await until(() => first.now() === 1)
  first.stop()
  expect(first.heard[0]?.news).toBe(false)
  const newest = first.heard[0]?.newest ?? 0
  await tell('officer')
  const [back, none] = [screen('officer', newest), screen('officer', newest + 1)]
  await until(() => back.now() === 2 && none.now() === 2)
  expect([back.heard[0]?.news, none.heard[0]?.news]).toEqual([true, false])
  back.stop()
  none.stop()
})

test('disabled, demoted or with another password, every screen of that account ends at once', async () => {
  const { owner, actors } = office
  const [one, two, other] = [screen('officer'), screen('officer'), screen('colleague')]
  await until(() => one.now() === 0 && two.now() === 0 && other.now() === 0)
  await owner`update users set password_hash = 'y' where id = ${actors.officer.id}`
  await until(() => one.ended.by === 1 && two.ended.by === 1)
  const three = screen('officer')
  await until(() => three.now() === 0)
  await owner`update users set disabled_at = now() where id = ${actors.officer.id}`
  await until(() => three.ended.by === 1)
  const four = screen('officer')
  await until(() => four.ended.by === 1)
  expect(other.ended.by).toBe(0)
  other.stop()
  await owner`update users set disabled_at = null where id = ${actors.officer.id}`
})
