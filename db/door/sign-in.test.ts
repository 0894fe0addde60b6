import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest'
import { closePools, pool } from '@/db/client'
import { hashPassword } from '@/db/door/password'
import { trySignIn } from '@/db/door/sign-in'
import { type Office, openOffice } from '@/db/testing/office'

const RIGHT = '东港的海风很大'
const HERE = '203.0.113.9'
const ELSEWHERE = '198.51.100.4'

let office: Office
beforeAll(async () => {
  office = await openOffice()
  await office.owner`update users set password_hash = ${await hashPassword(RIGHT)}`
})
beforeEach(() => office.owner`truncate sign_ins`)
afterAll(async () => {
  await closePools()
  await office.owner.end()
})

const guess = (n: number, address = HERE, login = 'officer') =>
  Promise.all(Array.from({ length: n }, (_, i) => trySignIn(login, `wrong ${i}`, address)))
const evaluated = async () => {
  const [row] =
    await office.owner`select count(*)::int as n from sign_ins where outcome in ('wrong', 'disabled', 'done')`
  return row?.n
}
/** As if everything so far had happened this much earlier. */
const pass = (minutes: number) =>
  office.owner`update sign_ins set at = at - make_interval(mins => ${minutes})`

test('the right password comes in, whatever the case of the name, and the try is recorded', async () => {
  expect(await trySignIn('  OFFICER ', RIGHT, HERE)).toMatchObject({
    kind: 'done',
    account: { id: office.actors.officer.id },
  })
  const [line] =
    await office.owner`select login, outcome, user_id::int, host(address) as address from sign_ins`
  expect(line).toEqual({
    login: 'officer',
    outcome: 'done',
    user_id: office.actors.officer.id,
    address: HERE,
  })
})

test('a wrong name, a wrong password and a disabled account get the same answer', async () => {
  await office.owner`update users set disabled_at = now() where login = 'colleague'`
  const answers = await Promise.all([
    trySignIn('nobody', RIGHT, HERE),
    trySignIn('officer', 'wrong', HERE),
    trySignIn('colleague', RIGHT, HERE),
  ])
  expect(new Set(answers.map(answer => JSON.stringify(answer)))).toEqual(new Set(['{"kind":"wrong"}']))
  const outcomes = await office.owner`select outcome from sign_ins order by login`
  expect(outcomes.map(row => row.outcome)).toEqual(['disabled', 'wrong', 'wrong'])
  await office.owner`update users set disabled_at = null`
})

test('a wrong name costs the same work as a wrong password', async () => {
  await trySignIn('warm', 'up', ELSEWHERE)
  const time = async (login: string) => {
    const since = performance.now()
    await trySignIn(login, 'wrong', HERE)
    return performance.now() - since
  }
  const known: number[] = []
  const unknown: number[] = []
  for (let i = 0; i < 4; i++) {
    known.push(await time('officer'))
    unknown.push(await time('nobody'))
  }
  const middle = (times: number[]) => times.sort((a, b) => a - b)[1] as number
  expect(middle(unknown)).toBeGreaterThan(middle(known) / 3)
  expect(middle(unknown)).toBeLessThan(middle(known) * 3)
})

test('a hundred guesses at once are counted like a hundred in a row', async () => {
  const answers = await guess(100)
  expect(answers.filter(answer => answer.kind === 'wrong')).toHaveLength(5)
  expect(await evaluated()).toBe(5)
})

test('the waits grow, and no more than ten are looked at in fifteen minutes however long one waits in between', async () => {
  await guess(5)
  let looked = 5
  for (let minute = 0; minute < 14; minute++) {
    await pass(1)
    const answer = await trySignIn('officer', 'wrong', HERE)
    if (answer.kind === 'wrong') looked += 1
    else expect(answer).toMatchObject({ kind: 'locked' })
  }
  expect(looked).toBeLessThanOrEqual(10)
  expect(looked).toBeGreaterThan(5)
})

test('while it is locked the right password is not looked at either; later it comes in', async () => {
  await guess(6)
  const answer = await trySignIn('officer', RIGHT, HERE)
  expect(answer).toMatchObject({ kind: 'locked' })
  if (answer.kind === 'locked') expect(answer.seconds).toBeGreaterThan(0)
  await pass(16)
  expect(await trySignIn('officer', RIGHT, HERE)).toMatchObject({ kind: 'done' })
})

test('an unknown name is locked like a known one', async () => {
  const known = await guess(12)
  const unknown = await guess(12, HERE, 'nobody')
  expect(unknown.map(answer => answer.kind).sort()).toEqual(known.map(answer => answer.kind).sort())
})

test('a success forgets what was mistyped before it', async () => {
  await guess(4)
  expect(await trySignIn('officer', RIGHT, HERE)).toMatchObject({ kind: 'done' })
  expect((await guess(4)).every(answer => answer.kind === 'wrong')).toBe(true)
})

test('somebody outside who guesses for ever does not shut the person out of the address they work at', async () => {
  await trySignIn('officer', RIGHT, HERE)
  await office.owner`insert into sign_ins (login, address, outcome, at)
    select 'officer', ('198.51.100.' || i % 250)::inet, 'wrong', now() - interval '1 second' * (i % 800) from generate_series(1, 3000) i`
  expect(await trySignIn('officer', RIGHT, HERE)).toMatchObject({ kind: 'done' })
  expect(await trySignIn('officer', 'wrong', '192.0.2.77')).toMatchObject({ kind: 'locked' })
})

test('one address that tries many names is slowed, but not for those who work there', async () => {
  await trySignIn('officer', RIGHT, HERE)
  await office.owner`insert into sign_ins (login, address, outcome)
    select 'name' || i, ${HERE}::inet, 'wrong' from generate_series(1, 60) i`
  expect(await trySignIn('name99', 'wrong', HERE)).toMatchObject({ kind: 'locked' })
  expect(await trySignIn('officer', RIGHT, HERE)).toMatchObject({ kind: 'done' })
})

test('addresses of one IPv6 network count as one', async () => {
  for (let i = 0; i < 5; i++) await trySignIn('officer', 'wrong', `2001:db8:1:2::${i + 1}`)
  expect(await trySignIn('officer', RIGHT, '2001:db8:1:2:ffff::1')).toMatchObject({ kind: 'locked' })
  expect(await trySignIn('officer', RIGHT, '2001:db8:1:3::1')).toMatchObject({ kind: 'done' })
})

test('the lock is in the database: it holds when every connection of the process is new', async () => {
  await guess(8)
  await closePools()
  expect(await trySignIn('officer', RIGHT, HERE)).toMatchObject({ kind: 'locked' })
})

test('names and passwords that no database could hold are wrong, not an error', async () => {
  expect(await trySignIn('offi\0cer\u202e', '\0\ud800', HERE)).toEqual({ kind: 'wrong' })
  expect(await trySignIn('x'.repeat(50_000), 'y'.repeat(50_000), HERE)).toEqual({ kind: 'wrong' })
})

test('a settled try is not settled again', async () => {
  await trySignIn('officer', 'wrong', HERE)
  const door = await pool('door')
  const [row] = await office.owner`select id from sign_ins`
  await door`select settle_sign_in(${row?.id}::bigint, 'done', 1::bigint)`
  const [after] = await office.owner`select outcome from sign_ins`
  expect(after?.outcome).toBe('wrong')
})
