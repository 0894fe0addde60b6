import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest'
import { closePools, pool } from '@/db/client'
import { frameState } from '@/db/read/frame'
import { listNotifications } from '@/db/read/notification'
import { type Office, openOffice, permit } from '@/db/testing/office'
import { type NotificationFilter, readNotificationFilter } from '@/domain/notification/filter'
import { markAllNotifications, markNotification, snoozeNotification } from './notification'

let office: Office
beforeAll(async () => {
  office = await openOffice()
})
afterAll(async () => {
  await closePools()
  await office.owner.end()
})
beforeEach(() => office.owner`delete from notifications`)

const me = () => office.actors.officer
const mark = () => permit(me(), 'notification.mark')
const list = (filter: Partial<NotificationFilter> = {}) =>
  listNotifications(permit(me(), 'notification.read'), { ...readNotificationFilter({}), ...filter })
const unread = async () => (await frameState(permit(me(), 'day.read'))).unread

/** So many to the officer, and one to a colleague. */
async function given(count: number, kind = 'mentioned') {
  await office.owner`insert into notifications (user_id, kind, noun, details)
    select ${me().id}, ${kind}, 'deal', jsonb_build_object('number', 'D-2026-' || to_char(n, 'FM0000')) from generate_series(1, ${count}) n`
  await office.owner`insert into notifications (user_id, kind, noun) values (${office.actors.colleague.id}, ${kind}, 'deal')`
}
const ids = async () => (await list({ view: 'all' })).rows.map(row => row.id)

test('one is read, and unread again; a colleague’s is not there at all', async () => {
  await given(2)
  const [id = 0] = await ids()
  expect(await markNotification(mark(), { id, read: true })).toMatchObject({
    kind: 'done',
    value: { noun: 'deal' },
  })
  expect([await unread(), (await list()).rows.length, (await list({ view: 'all' })).rows.length]).toEqual([
    1, 1, 2,
  ])
  await markNotification(mark(), { id, read: false })
  expect(await unread()).toBe(2)
  const [foreign] =
    await office.owner`select id from notifications where user_id = ${office.actors.colleague.id}`
  for (const no of [Number(foreign?.id), 999_999_999])
    expect((await markNotification(mark(), { id: no, read: true })).kind).toBe('gone')
})

test('put off until a morning, it waits there, and comes back on top; days gone by and far away are refused', async () => {
  await given(3)
  const [newest = 0, , oldest = 0] = await ids()
  expect((await snoozeNotification(mark(), { id: oldest, until: 'tomorrow', on: null })).kind).toBe('done')
  const [row] = await office.owner`
    select to_char(snoozed_until at time zone 'Asia/Shanghai', 'HH24:MI') as at,
      (snoozed_until at time zone 'Asia/Shanghai')::date - (now() at time zone 'Asia/Shanghai')::date as days
    from notifications where id = ${oldest}`
  expect(row).toEqual({ at: '08:00', days: 1 })
  expect((await list({ view: 'snoozed' })).rows.map(one => one.id)).toEqual([oldest])
  expect(await unread()).toBe(2)
  for (const on of ['2020-01-01', '2190-01-01', null])
    expect((await snoozeNotification(mark(), { id: newest, until: 'day', on })).kind).toBe('invalid')

  const housekeeping = await pool('housekeeping')
  expect((await housekeeping`select wake_notifications() as n`)[0]?.n).toBe(0)
  await office.owner`update notifications set snoozed_until = now() where id = ${oldest}`
  expect((await housekeeping`select wake_notifications() as n`)[0]?.n).toBe(1)
  expect((await list()).rows[0]?.id).toBe(oldest)
  expect(await unread()).toBe(3)
})

test('pages go on without a gap while new ones come; by kind', async () => {
  await given(120)
  await given(5, 'ruled')
  const seen = new Set<number>()
  let page = await list()
  for (;;) {
    for (const row of page.rows) seen.add(row.id)
    if (page.next === null) break
    await given(1, 'assigned')
    page = await list({ before: page.next })
  }
  expect(seen.size).toBe(125)
  expect((await list({ kind: 'ruled' })).rows).toHaveLength(5)
})

test('of ten thousand, a page and the bell say no more than they show, at once; all are read in one statement', async () => {
  await given(10_000)
  await office.owner`analyze notifications`
  const began = performance.now()
  const [page, bell] = [await list(), await unread()]
  const took = performance.now() - began
  expect([page.rows.length, page.unread, bell]).toEqual([50, 1000, 1000])
  expect(took).toBeLessThan(200)
  await given(3)
  expect(await markAllNotifications(mark(), { through: page.newest })).toMatchObject({
    value: { count: 10_000 },
  })
  expect(await unread()).toBe(3)
  await office.owner`analyze notifications`
  const plan =
    await office.owner.unsafe(`explain (format json) select count(*) from (select from notifications
    where user_id = ${me().id} and in_app and read_at is null and snoozed_until is null limit 1000) x`)
  expect(JSON.stringify(plan)).toContain('notifications_unread')
})
