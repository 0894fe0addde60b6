import postgres, { type Sql } from 'postgres'
import { connectionOptions } from '@/db/connection'
import { firstDesks } from '@/domain/desk/desk'
import type { Outcome } from '@/domain/outcome'
import type { Actor } from '@/domain/policy/actor'
import { Permit } from '@/domain/policy/grant'
import type { Permission } from '@/domain/policy/table'
import type { Role } from '@/domain/user/user'

type DeskKey = (typeof firstDesks)[number]['key']

/** Who works in the test's office: login, role, desks. `head` heads two desks, as in the small zones. */
const staff = {
  admin: ['admin', []],
  director: ['director', []],
  viewer: ['viewer', []],
  headDomestic: ['manager', ['domestic']],
  headAsia: ['manager', ['japan_korea', 'general']],
  officer: ['officer', ['domestic']],
  colleague: ['officer', ['domestic']],
  outsider: ['officer', ['japan_korea']],
} as const satisfies Record<string, readonly [Role, readonly DeskKey[]]>

export type StaffName = keyof typeof staff
export type Office = {
  actors: Record<StaffName, Actor>
  desks: Record<DeskKey, number>
  industryId: number
  /** The login of the app without a role: owner of the tables, not held by the policies. For arranging and looking. */
  owner: Sql
}

/** A zone with four desks, an industry, rates of 1 January 2026 and eight people. Once per test file, in beforeAll. */
export async function openOffice(): Promise<Office> {
  const owner = postgres(await connectionOptions({ max: 1, onnotice: () => {} }))
  await owner`insert into zones (name) values ('东港经济开发区')`
  const desks = {} as Office['desks']
  for (const [position, { key, name }] of firstDesks.entries()) {
    const [row] =
      await owner`insert into desks (key, name, position, colour) values (${key}, ${name}, ${position}, ${position}) returning id`
    desks[key] = Number(row?.id)
  }
  const [industry] =
    await owner`insert into industries (name, section, position) values ('装备制造', 'C', 0) returning id`
  for (const [currency, rate] of [
    ['USD', '7.1'],
    ['JPY', '0.05'],
    ['HKD', '0.91'],
  ] as const)
    await owner`insert into rates (currency, on_date, rate, source) values (${currency}, '2026-01-01', ${rate}, '测试')`
  const actors = {} as Office['actors']
  for (const [login, [role, keys]] of Object.entries(staff) as [StaffName, (typeof staff)[StaffName]][]) {
    const [row] =
      await owner`insert into users (login, name, role, password_hash) values (${login.toLowerCase()}, ${login}, ${role}, 'x') returning id`
    const id = Number(row?.id)
    const deskIds = keys.map(key => desks[key])
    const head = role === 'manager'
    for (const deskId of deskIds)
      await owner`insert into desk_members (user_id, desk_id, head) values (${id}, ${deskId}, ${head})`
    actors[login] = {
      id,
      login,
      name: login,
      role,
      deskIds,
      headOf: head ? deskIds : [],
      covers: [],
      locale: null,
      theme: 'system',
      mustChangePassword: false,
    }
  }
  return { actors, desks, industryId: Number(industry?.id), owner }
}

/** A write as a person does it who says that all that looks the same is something else. */
export async function sayDifferent<T>(write: (said: object) => Promise<Outcome<T>>): Promise<Outcome<T>> {
  const first = await write({})
  if (first.kind !== 'invalid' || !first.matches) return first
  return write({ ruled: first.matches.map(({ key }) => key), different: '另一家' })
}

/** The permit as `access/` would grant it; throws where the policy table gives none. */
export function permit<P extends Permission>(actor: Actor, permission: P): Permit<P> {
  const granted = Permit.grant(permission, actor)
  if (!granted) throw new Error(`${actor.role} has no ${permission}`)
  return granted
}
