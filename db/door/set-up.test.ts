import { afterAll, expect, test } from 'vitest'
import { closePools } from '@/db/client'
import { asOwner } from '@/db/door/owner'
import { doorZone } from '@/db/door/session'
import { setUp } from '@/db/door/set-up'
import { setUpCode } from '@/db/door/set-up-code'
import { trySignIn } from '@/db/door/sign-in'
import { parseInput } from '@/domain/outcome'
import { setUpInput } from '@/domain/zone/set-up'

afterAll(() => closePools())

const form = (code: string, more: Record<string, string> = {}) => ({
  code,
  name: '东港经济开发区',
  name_en: 'Donggang Economic Development Zone',
  timezone: 'Asia/Shanghai',
  desk_domestic: '内资一部',
  desk_japan_korea: '日韩部',
  desk_europe_us: '欧美部',
  desk_general: '综合部',
  login: 'Admin',
  person: '系统管理',
  password: 'sea wind over the port',
  again: 'sea wind over the port',
  ...more,
})
const send = (code: string) => setUp(setUpInput.parse(form(code)))

test('what is missing is said at its field, before the code is looked at', () => {
  const outcome = parseInput(setUpInput, form('x', { name: '', password: 'admin', again: 'other' }))
  expect(outcome).toMatchObject({
    kind: 'invalid',
    fields: { name: { reason: 'text.required' } },
  })
  expect(parseInput(setUpInput, form('x', { password: 'admin', again: 'other' }))).toMatchObject({
    fields: {
      password: { reason: 'account.password.too_short' },
      again: { reason: 'account.password.not_the_same' },
    },
  })
})

test('five wrong codes use the code up; a new start prints a new one', async () => {
  const code = (await setUpCode()) as string
  expect(code).toMatch(/^[0-9A-HJKMNP-TV-Z]{4}(-[0-9A-HJKMNP-TV-Z]{4}){2}$/)
  const tries = await Promise.all(Array.from({ length: 20 }, () => send('WRONG-WRONG-WR')))
  const reasons = tries.map(outcome =>
    outcome.kind === 'invalid' ? outcome.fields.code?.reason : outcome.kind,
  )
  expect(reasons.filter(reason => reason === 'account.set_up.code_wrong')).toHaveLength(4)
  expect(await send(code)).toMatchObject({ fields: { code: { reason: 'account.set_up.code_used_up' } } })
  expect(await doorZone()).toBeNull()
})

test('the code of the start sets the office up once: of two at once one wins, and afterwards nobody', async () => {
  const code = (await setUpCode()) as string
  const both = await Promise.all([send(code.toLowerCase().replaceAll('-', ' ')), send(code)])
  expect(both.filter(outcome => outcome.kind === 'done')).toHaveLength(1)
  expect(await send(code)).toMatchObject({ kind: 'refused', reason: 'account.set_up.already_done' })
  expect(await setUpCode()).toBeNull()
})

test('the office stands: zone, desks with their own names, routes, industries, an administrator who comes in', async () => {
  expect(await doorZone()).toMatchObject({
    name: '东港经济开发区',
    demo: false,
    names: { en: 'Donggang Economic Development Zone' },
  })
  expect(await trySignIn('admin', 'sea wind over the port', '203.0.113.1')).toMatchObject({ kind: 'done' })
  await asOwner(async sql => {
    const desks = await sql`select name, names -> 'en' as en from desks order by position`
    expect(desks.map(desk => [desk.name, desk.en])).toEqual([
      ['内资一部', null],
      ['日韩部', 'Japan/Korea'],
      ['欧美部', 'Europe & Americas'],
      ['综合部', 'General'],
    ])
    const [count] =
      await sql`select (select count(*)::int from desk_routes) as routes, (select count(*)::int from industries) as industries,
      (select verb from log_entries) as verb`
    expect(count).toEqual({ routes: 4, industries: 10, verb: 'zone.set_up' })
  })
})
