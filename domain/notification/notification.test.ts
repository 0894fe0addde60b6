import fc from 'fast-check'
import { expect, test } from 'vitest'
import { addDays, isIsoDate, weekdayOf } from '@/domain/calendar/date'
import { notificationHref, readNotificationFilter } from './filter'
import { notificationChoicesInput, snoozeDay, snoozeNotificationInput } from './input'
import { keptDetails, notificationKinds } from './notification'
import { placeOf } from './place'

const day = fc.integer({ min: 0, max: 3000 }).map(days => addDays('2024-01-01', days))

test('what is put off comes back on a day ahead: tomorrow, the next Monday, or the day chosen within a year', () => {
  fc.assert(
    fc.property(day, day, (today, on) => {
      expect(snoozeDay({ until: 'tomorrow', on: null }, today)).toBe(addDays(today, 1))
      const monday = snoozeDay({ until: 'next_week', on: null }, today) ?? ''
      expect(weekdayOf(monday)).toBe(1)
      expect(monday > today && monday <= addDays(today, 7)).toBe(true)
      const chosen = snoozeDay({ until: 'day', on }, today)
      expect(chosen).toBe(on > today && on <= addDays(today, 366) ? on : null)
    }),
  )
})

test('a day that is none is refused by the form', () => {
  const read = (on?: string) => snoozeNotificationInput.safeParse({ id: '1', until: 'day', on })
  expect(read('2026-02-28').success).toBe(true)
  for (const on of [undefined, '', '2026-02-30', 'morgen']) expect(read(on).success).toBe(false)
  expect(isIsoDate(read('2026-02-28').data?.on)).toBe(true)
})

test('the way from a notification stays on this site', () => {
  expect(placeOf('lead', { number: 'L-2026-0001' })).toBe('/leads/L-2026-0001')
  expect(placeOf('task', { number: 'L-2026-0001' })).toBeNull()
  expect(placeOf('task', { path: '/tasks/3' })).toBe('/tasks/3')
  for (const path of ['//evil.example', '/\\evil.example', 'https://evil.example', 'javascript:alert(1)', ''])
    expect(placeOf('task', { path }), path).toBeNull()
  expect(placeOf('deal', { number: '../admin' })).toBeNull()
})

test('an address of the page never throws, and what it means is said back', () => {
  fc.assert(
    fc.property(fc.dictionary(fc.string(), fc.string()), params => {
      const filter = readNotificationFilter(params)
      const href = notificationHref(filter, { before: filter.before })
      const again = readNotificationFilter(new URL(href, 'http://x').searchParams)
      expect(again).toEqual(filter)
    }),
  )
  const filter = readNotificationFilter({ view: 'all', kind: 'ruled', before: '7' })
  expect(notificationHref(filter, { kind: null })).toBe('/notifications?view=all')
})

test('what is too long is cut, and nothing else changed', () => {
  const details = keptDetails({ name: '名'.repeat(500), text: 'x', on: '2026-01-01', as: 'member' })
  expect(details).toEqual({ name: `${'名'.repeat(199)}…`, text: 'x', on: '2026-01-01', as: 'member' })
})

test('choices name every kind, and take no other time or address', () => {
  const mails = Object.fromEntries(notificationKinds.map(kind => [`mail_${kind}`, 'daily']))
  const read = (more: object) => notificationChoicesInput.safeParse({ ...mails, ...more })
  expect(read({ email: 'lin@example.cn', app: ['ruled'] }).data).toMatchObject({
    email: 'lin@example.cn',
    app: ['ruled'],
  })
  expect(read({}).data).toMatchObject({ email: null, app: [] })
  for (const bad of [{ mail_ruled: 'hourly' }, { mail_ruled: undefined }, { app: ['all'] }])
    expect(read(bad).success).toBe(false)
  for (const email of [
    'a@b',
    'a@example.cn\r\nBcc: b@example.cn',
    'a@example.cn,b@example.cn',
    'x <a@example.cn>',
  ])
    expect(read({ email }).success, email).toBe(false)
})
