import { atDoor } from '@/db/door/limit'
import type { Actor } from '@/domain/policy/actor'
import type { Locale, Names, Role, Theme } from '@/domain/user/user'

type Row = {
  id: string
  login: string
  name: string
  role: Role
  locale: Locale | null
  theme: Theme
  must_change_password: boolean
  preferences: Record<string, unknown>
  stamp: string
  today: string
  desks: string[] | null
  heads: string[] | null
  covers: string[] | null
}

/** Who is asking and what each page begins with, in one statement: every request asks. */
export type Session = {
  actor: Actor
  /** Columns and page size by list; `keys: 'off'`. */
  preferences: Record<string, unknown>
  /** Another one whenever what getReference() reads has changed. */
  stamp: string
  /** In the zone, by the database's clock. */
  today: string
}

/**
 * The account behind a session, as it stands now; null when it is disabled or its session_version was raised (role,
 * desks or password changed): such a session ends at its very next request. `covers`: for whom he stands in today, as
 * long as both are of one desk.
 */
export async function sessionOf(userId: number, sessionVersion: number): Promise<Session | null> {
  return accountSession(userId, sessionVersion)
}

/** Whoever came in by another way than a session (a calendar's address), as the account stands now. */
export const accountActor = async (userId: number): Promise<Actor | null> =>
  (await accountSession(userId, null))?.actor ?? null

/** The account of this login name; null for none. */
export async function accountNamed(login: string): Promise<number | null> {
  const [row] = await atDoor(
    door => door<{ id: string }[]>`select id from users where lower(login) = ${login.trim().toLowerCase()}`,
  )
  return row ? Number(row.id) : null
}

/** The same for a job, or (with a version) a session. */
export async function accountSession(userId: number, sessionVersion: number | null): Promise<Session | null> {
  const [row] = await atDoor(
    door => door<Row[]>`
      select u.id, u.login, u.name, u.role, u.locale, u.theme, u.must_change_password, u.preferences,
        (select array_agg(m.desk_id) from desk_members m where m.user_id = u.id) as desks,
        (select array_agg(m.desk_id) from desk_members m where m.user_id = u.id and m.head) as heads,
        (select array_agg(distinct c.absent_id) from covers c
          join desk_members b on b.user_id = c.absent_id join desk_members a on a.desk_id = b.desk_id and a.user_id = u.id
          where c.colleague_id = u.id and c.ended_at is null
            and (now() at time zone coalesce((select timezone from zones), 'Asia/Shanghai'))::date between c.from_on and c.until_on) as covers,
        (select changes from reference_stamps) as stamp,
        to_char((now() at time zone coalesce((select timezone from zones), 'Asia/Shanghai'))::date, 'YYYY-MM-DD') as today
      from users u
      where u.id = ${userId} and u.session_version = coalesce(${sessionVersion}, u.session_version) and u.disabled_at is null`,
  )
  if (!row) return null
  const actor = {
    id: Number(row.id),
    login: row.login,
    name: row.name,
    role: row.role,
    deskIds: (row.desks ?? []).map(Number),
    headOf: (row.heads ?? []).map(Number),
    covers: (row.covers ?? []).map(Number),
    locale: row.locale,
    theme: row.theme,
    mustChangePassword: row.must_change_password,
  }
  return { actor, preferences: row.preferences, stamp: row.stamp, today: row.today }
}

/** The version that a session of this account must carry now; null for an account that may not come in. */
export async function sessionVersionOf(userId: number): Promise<number | null> {
  const [row] = await atDoor(
    door => door<{ session_version: number }[]>`
      select session_version from users where id = ${userId} and disabled_at is null`,
  )
  return row?.session_version ?? null
}

export type Zone = { name: string; names: Names; timezone: string; demo: boolean }

/** Whose office this is; null in an empty database, where the set-up page opens. */
export async function doorZone(): Promise<Zone | null> {
  const [row] = await atDoor(door => door<Zone[]>`select name, names, timezone, demo from zones`)
  return row ?? null
}

export type DemoAccount = {
  login: string
  name: string
  names: Names
  role: Role
  desks: { id: number; name: string; names: Names; colour: number }[]
}

/** The accounts that a demonstration offers at its door; none in a real office. */
export async function demoAccounts(): Promise<DemoAccount[]> {
  return atDoor(door => door<DemoAccount[]>`select * from demo_accounts()`)
}
