import { afterAll, beforeAll, expect, test } from 'vitest'
import { closePools } from '@/db/client'
import { hashPassword } from '@/db/door/password'
import { doorZone, sessionOf, sessionVersionOf } from '@/db/door/session'
import { getUser } from '@/db/read/user'
import { type Office, openOffice, permit, type StaffName } from '@/db/testing/office'
import { changeOwnPassword, editOwnSettings } from '@/db/write/own'
import { savePreference } from '@/db/write/preference'
import { disableUser, editUser, enableUser, resetUser } from '@/db/write/user'
import { editUserInput, ownSettingsInput } from '@/domain/user/input'

const PRESENT = 'Present-Password-1'

let office: Office
beforeAll(async () => {
  office = await openOffice()
  await office.owner`update users set password_hash = ${await hashPassword(PRESENT)}`
})
afterAll(async () => {
  await closePools()
  await office.owner.end()
})

const idOf = (name: StaffName) => office.actors[name].id
const admin = <P extends 'user.edit' | 'user.disable' | 'user.enable' | 'user.reset' | 'user.read'>(
  verb: P,
) => permit(office.actors.admin, verb)
const account = async (name: StaffName) => {
  const found = await getUser(admin('user.read'), name.toLowerCase())
  if (!found) throw new Error(name)
  return found
}
/** Opens a session, does something to the account, and tells who the next request of that session is. */
async function nextRequestAfter(name: StaffName, change: () => Promise<{ kind: string }>) {
  const version = (await sessionVersionOf(idOf(name))) as number
  expect(await sessionOf(idOf(name), version)).toMatchObject({ actor: { login: name.toLowerCase() } })
  expect((await change()).kind).toBe('done')
  return (await sessionOf(idOf(name), version))?.actor ?? null
}
const edit = async (name: StaffName, change: Record<string, unknown>) => {
  const { signIns: _, lastSignIn: __, names: ___, ...as } = await account(name)
  return editUser(admin('user.edit'), editUserInput.parse({ ...as, hiredOn: as.hiredOn ?? '', ...change }))
}

test('a disabled account is nobody at its very next request, and cannot come back with the old session', async () => {
  const version = (await account('outsider')).version
  const before = (await sessionVersionOf(idOf('outsider'))) as number
  expect(
    await nextRequestAfter('outsider', () =>
      disableUser(admin('user.disable'), { id: idOf('outsider'), version }),
    ),
  ).toBeNull()
  await enableUser(admin('user.enable'), { id: idOf('outsider'), version: version + 1 })
  expect(await sessionOf(idOf('outsider'), before)).toBeNull()
})

test('a demoted head is nobody at the very next request', async () => {
  const { domestic } = office.desks
  expect(
    await nextRequestAfter('headDomestic', () =>
      edit('headDomestic', { role: 'officer', deskIds: [domestic], headOf: [] }),
    ),
  ).toBeNull()
})

test('who is moved to another desk is nobody at the very next request, and sees by the new desks afterwards', async () => {
  const { europe_us } = office.desks
  expect(await nextRequestAfter('colleague', () => edit('colleague', { deskIds: [europe_us] }))).toBeNull()
  const version = (await sessionVersionOf(idOf('colleague'))) as number
  expect(await sessionOf(idOf('colleague'), version)).toMatchObject({
    actor: { deskIds: [europe_us], headOf: [] },
  })
})

test('a changed name ends no session', async () => {
  expect(await nextRequestAfter('viewer', () => edit('viewer', { name: '新的名字' }))).toMatchObject({
    name: '新的名字',
  })
})

test('a reset password ends the sessions and asks for a new password', async () => {
  const { id, version } = await account('officer')
  expect(await nextRequestAfter('officer', () => resetUser(admin('user.reset'), { id, version }))).toBeNull()
  const now = (await sessionVersionOf(id)) as number
  expect(await sessionOf(id, now)).toMatchObject({ actor: { mustChangePassword: true } })
})

test("a change of one's own password ends the earlier sessions; the wrong present one changes nothing", async () => {
  const own = permit(office.actors.director, 'own.edit')
  const form = { current: PRESENT, password: 'a quite new passphrase', again: 'a quite new passphrase' }
  expect(await changeOwnPassword(own, { ...form, current: 'not it' })).toMatchObject({
    kind: 'invalid',
    fields: { current: { reason: 'account.password.current_wrong' } },
  })
  expect(await changeOwnPassword(own, { ...form, password: 'director', again: 'director' })).toMatchObject({
    kind: 'invalid',
    fields: { password: { reason: 'account.password.too_short' } },
  })
  expect(await nextRequestAfter('director', () => changeOwnPassword(own, form))).toBeNull()
})

test('the present password is guessed no more often than at the door', async () => {
  const own = permit(office.actors.headAsia, 'own.edit')
  const tries = await Promise.all(
    Array.from({ length: 30 }, (_, i) =>
      changeOwnPassword(own, { current: `g${i}`, password: 'a quite new passphrase', again: '' }),
    ),
  )
  const looked = tries.filter(
    o => o.kind === 'invalid' && o.fields.current?.reason === 'account.password.current_wrong',
  )
  expect(looked.length).toBeLessThanOrEqual(10)
})

test('language and theme are one’s own, end no session, and reach nothing else', async () => {
  const own = permit(office.actors.viewer, 'own.edit')
  expect(
    await nextRequestAfter('viewer', () => editOwnSettings(own, { locale: 'ja', theme: 'dark' })),
  ).toMatchObject({ locale: 'ja', theme: 'dark', role: 'viewer' })
})

test('the door tells whose office it is', async () => {
  expect(await doorZone()).toMatchObject({ name: '东港经济开发区', demo: false })
})

test('columns and page size are kept for each person and list apart, and come with the session', async () => {
  const preferences = async (name: StaffName) =>
    (await sessionOf(idOf(name), (await sessionVersionOf(idOf(name))) as number))?.preferences
  const own = permit(office.actors.officer, 'own.edit')
  await savePreference(own, { list: 'leads', columns: ['number', 'name', 'need'] })
  await savePreference(own, { list: 'leads', size: 100 })
  await savePreference(own, { list: 'deals', size: 25 })
  expect(await preferences('officer')).toMatchObject({
    leads: { columns: ['number', 'name', 'need'], size: 100 },
    deals: { size: 25 },
  })
  expect(await preferences('headAsia')).toEqual({})
  const choose = (keys: 'on' | 'off') =>
    editOwnSettings(own, ownSettingsInput.parse({ locale: 'ja', theme: 'dark', keys }))
  await choose('off')
  expect(await preferences('officer')).toMatchObject({ keys: 'off' })
  await choose('on')
  expect((await preferences('officer'))?.keys).not.toBe('off')
})

test('the stamp of names and settings is another after each change of them, and only then', async () => {
  const stamp = async () =>
    (await sessionOf(idOf('headAsia'), (await sessionVersionOf(idOf('headAsia'))) as number))?.stamp
  const changes = [
    office.owner`update zones set name = name || '甲'`,
    office.owner`update desks set active = active`,
    office.owner`update industries set name = name || '乙'`,
    office.owner`update users set name = name || '丙' where login = 'viewer'`,
    office.owner`insert into country_names (code, names) values ('JP', '{}') on conflict (code) do update set names = '{}'`,
    office.owner`update desk_members set head = head`,
  ]
  for (const change of changes) {
    const before = await stamp()
    await change
    expect(await stamp()).not.toBe(before)
  }
  const before = await stamp()
  await savePreference(permit(office.actors.officer, 'own.edit'), { list: 'leads', size: 50 })
  expect(await stamp()).toBe(before)
})
