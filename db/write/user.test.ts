import { sql } from 'drizzle-orm'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { as } from '@/db/as'
import { closePools } from '@/db/client'
import { trySignIn } from '@/db/door/sign-in'
import { getUser, listUsers } from '@/db/read/user'
import { type Office, openOffice, permit } from '@/db/testing/office'
import { createUser, disableUser, editUser } from '@/db/write/user'
import { createUserInput, editUserInput } from '@/domain/user/input'

let office: Office
beforeAll(async () => {
  office = await openOffice()
})
afterAll(async () => {
  await closePools()
  await office.owner.end()
})

const form = (more: Record<string, unknown> = {}) =>
  createUserInput.parse({
    login: 'Lin.Yue',
    name: '林玥',
    name_en: 'Lin Yue',
    role: 'officer',
    deskIds: [String(office.desks.domestic)],
    hiredOn: '2026-03-02',
    ...more,
  })
const create = (more?: Record<string, unknown>) =>
  createUser(permit(office.actors.admin, 'user.create'), form(more))
const find = (login: string) => getUser(permit(office.actors.admin, 'user.read'), login)

test('a new account comes in with its one-time password, which stands in no table and no log', async () => {
  const made = await create()
  if (made.kind !== 'done') throw new Error(made.kind)
  const { login, password } = made.value
  expect(await trySignIn(login, password, '203.0.113.1')).toMatchObject({ kind: 'done' })
  expect(await find('lin.yue')).toMatchObject({
    name: '林玥',
    names: { en: 'Lin Yue' },
    deskIds: [office.desks.domestic],
    headOf: [],
    mustChangePassword: true,
  })
  const [line] =
    await office.owner`select verb, details, actor_id::int from log_entries order by id desc limit 1`
  expect(line).toMatchObject({ verb: 'user.create', actor_id: office.actors.admin.id })
  expect(JSON.stringify(line)).not.toContain(password)
  const [stored] =
    await office.owner`select password_hash, (select count(*)::int from submissions) as kept from users where login = 'lin.yue'`
  expect(stored?.password_hash).toMatch(/^\$argon2id\$/)
  expect(stored?.kept).toBe(0)
})

test('a login name is taken whatever its case; ten sendings at once make one account', async () => {
  expect(await create({ login: 'LIN.YUE' })).toMatchObject({
    kind: 'invalid',
    fields: { login: { reason: 'admin.user.login_taken' } },
  })
  const outcomes = await Promise.all(Array.from({ length: 10 }, () => create({ login: 'ten.times' })))
  expect(outcomes.filter(outcome => outcome.kind === 'done')).toHaveLength(1)
})

test('a head without a desk to head, or an officer without a desk, is asked for one', async () => {
  expect(await create({ login: 'a.a', role: 'manager', deskIds: [] })).toMatchObject({
    fields: { headOf: { reason: 'admin.user.head_of_nothing' } },
  })
  expect(await create({ login: 'a.a', deskIds: [] })).toMatchObject({
    fields: { deskIds: { reason: 'admin.user.on_no_desk' } },
  })
})

test('two who edit the same account: the second learns what the first saved', async () => {
  const account = await find('lin.yue')
  if (!account) throw new Error()
  const send = (name: string) =>
    editUser(
      permit(office.actors.admin, 'user.edit'),
      editUserInput.parse({
        ...form(),
        id: account.id,
        version: account.version,
        login: 'lin.yue',
        name,
        hiredOn: '2026-03-02',
      }),
    )
  expect((await send('林月')).kind).toBe('done')
  expect(await send('林悦')).toMatchObject({
    kind: 'conflict',
    theirs: { version: account.version + 1, values: { name: '林月', name_en: 'Lin Yue' } },
  })
  const [line] = await office.owner`select details from log_entries order by id desc limit 1`
  expect(line?.details).toEqual({ changes: { name: ['林玥', '林月'] } })
})

test('the last administrator is neither disabled nor demoted, not even by two at once', async () => {
  const admin = await find('admin')
  if (!admin) throw new Error()
  const disable = permit(office.actors.admin, 'user.disable')
  expect(await disableUser(disable, admin)).toMatchObject({
    kind: 'refused',
    reason: 'admin.user.last_admin',
  })
  const demote = editUserInput.parse({
    ...form(),
    id: admin.id,
    version: admin.version,
    login: 'admin',
    role: 'viewer',
  })
  expect(await editUser(permit(office.actors.admin, 'user.edit'), demote)).toMatchObject({
    reason: 'admin.user.last_admin',
  })
  await create({ login: 'admin2', role: 'admin', deskIds: [] })
  const second = await find('admin2')
  if (!second) throw new Error()
  const both = await Promise.all([disableUser(disable, admin), disableUser(disable, second)])
  expect(both.map(outcome => outcome.kind).sort()).toEqual(['done', 'refused'])
  await office.owner`update users set disabled_at = null`
})

test('nobody reaches an account by the right to change what is one’s own', async () => {
  const own = permit(office.actors.officer, 'own.edit')
  const id = office.actors.officer.id
  await expect(
    as(own, 'write', tx => tx.execute(sql`update users set role = 'admin' where id = ${id}`)),
  ).rejects.toThrow()
  await expect(
    as(own, 'write', tx =>
      tx.execute(sql`update users set disabled_at = null, login = 'x' where id = ${id}`),
    ),
  ).rejects.toThrow()
  const others = await as(own, 'write', tx =>
    tx.execute(sql`update users set theme = 'dark' where id <> ${id} returning id`),
  )
  expect(others).toHaveLength(0)
  await expect(as(own, 'read', tx => tx.execute(sql`select password_hash from users`))).rejects.toThrow()
  // the admin's role may write the column under the admin's verbs: the guard refuses it under this one
  const adminOwn = permit(office.actors.viewer, 'own.edit')
  await expect(
    as(adminOwn, 'write', tx =>
      tx.execute(sql`update users set role = 'admin' where id = ${office.actors.viewer.id}`),
    ),
  ).rejects.toMatchObject({ cause: { constraint_name: 'guard_user' } })
})

test('accounts are listed by role, disabled ones last', async () => {
  await office.owner`update users set disabled_at = now() where login = 'director'`
  const logins = (await listUsers(permit(office.actors.admin, 'user.read'))).map(account => account.login)
  expect(logins[0]).toBe('headdomestic')
  expect(logins.at(-1)).toBe('director')
  await office.owner`update users set disabled_at = null`
})
