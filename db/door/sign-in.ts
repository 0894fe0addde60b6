import { verify } from '@node-rs/argon2'
import { pool } from '@/db/client'

/** Hash of no password at all: a wrong name takes the same time as a wrong password. */
const NOBODY =
  '$argon2id$v=19$m=19456,t=2,p=1$c29tZXNhbHRzb21lc2FsdA$0fBwzYQAHWy2bkLGWaxSQIQoTyYPl0DdUnAq4x0ZWL0'

export type SignedIn = { id: number; sessionVersion: number }

/** The account of this name and password, or null. */
export async function checkPassword(login: string, password: string): Promise<SignedIn | null> {
  const door = await pool('door')
  const [row] = await door<
    { id: string; password_hash: string; session_version: number; disabled: boolean }[]
  >`
    select id, password_hash, session_version, disabled_at is not null as disabled from users where lower(login) = lower(${login})`
  const right = await verify(row?.password_hash ?? NOBODY, password).catch(() => false)
  return row && right && !row.disabled ? { id: Number(row.id), sessionVersion: row.session_version } : null
}
