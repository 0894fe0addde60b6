import { pool } from '@/db/client'
import type { Actor } from '@/domain/policy/actor'
import type { Locale, Role, Theme } from '@/domain/user/user'

type Row = {
  id: string
  login: string
  name: string
  role: Role
  locale: Locale | null
  theme: Theme
  must_change_password: boolean
  desks: string[] | null
  heads: string[] | null
}

/**
 * The account behind a session, as it stands now; null when it is disabled or its session_version was raised (role,
 * desks or password changed): such a session ends at its very next request.
 */
export async function sessionActor(userId: number, sessionVersion: number): Promise<Actor | null> {
  const door = await pool('door')
  const [row] = await door<Row[]>`
    select u.id, u.login, u.name, u.role, u.locale, u.theme, u.must_change_password,
      (select array_agg(m.desk_id) from desk_members m where m.user_id = u.id) as desks,
      (select array_agg(m.desk_id) from desk_members m where m.user_id = u.id and m.head) as heads
    from users u
    where u.id = ${userId} and u.session_version = ${sessionVersion} and u.disabled_at is null`
  if (!row) return null
  return {
    id: Number(row.id),
    login: row.login,
    name: row.name,
    role: row.role,
    deskIds: (row.desks ?? []).map(Number),
    headOf: (row.heads ?? []).map(Number),
    locale: row.locale,
    theme: row.theme,
    mustChangePassword: row.must_change_password,
  }
}

export type Zone = { name: string; names: Record<string, string>; timezone: string; demo: boolean }

/** Whose office this is; null in an empty database, where the set-up page opens. */
export async function doorZone(): Promise<Zone | null> {
  const door = await pool('door')
  const [row] = await door<Zone[]>`select name, names, timezone, demo from zones`
  return row ?? null
}
