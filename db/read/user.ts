import { asc, desc, eq, sql } from 'drizzle-orm'
import { as } from '@/db/as'
import { deskMembers, signIns, users } from '@/db/schema/user'
import type { Permit } from '@/domain/policy/permit'
import type { Names, Role } from '@/domain/user/user'

export type Account = {
  id: number
  login: string
  name: string
  names: Names
  role: Role
  deskIds: number[]
  headOf: number[]
  hiredOn: string | null
  /** Where notifications go as e-mail. */
  email: string | null
  /** Has not yet come in with the one-time password. */
  mustChangePassword: boolean
  disabled: boolean
  version: number
  /** The last time that somebody came in by this account. */
  lastSignIn: Date | null
}

const membership = (head: boolean) => sql<number[]>`coalesce((
  select json_agg(m.desk_id order by m.desk_id) from ${deskMembers} m
  where m.user_id = users.id and (m.head or ${!head})), '[]')`

const columns = {
  id: users.id,
  login: users.login,
  name: users.name,
  names: users.names,
  role: users.role,
  deskIds: membership(false),
  headOf: membership(true),
  hiredOn: users.hiredOn,
  email: users.email,
  mustChangePassword: users.mustChangePassword,
  disabled: sql<boolean>`${users.disabledAt} is not null`,
  version: users.version,
  lastSignIn: sql<Date | null>`(
    select max(s.at) from ${signIns} s where s.user_id = users.id and s.outcome = 'done')`.mapWith(
    signIns.at,
  ),
}

/** All accounts, those that work first, then in the order of the roles. An office has dozens, not thousands. */
export async function listUsers(permit: Permit<'user.read'>): Promise<Account[]> {
  return as(permit, 'read', tx =>
    tx
      .select(columns)
      .from(users)
      .orderBy(
        sql`${users.disabledAt} is not null`,
        sql`array_position(array['director', 'manager', 'officer', 'viewer', 'admin'], ${users.role})`,
        asc(users.id),
      ),
  )
}

export type SignInLine = { at: Date; address: string; outcome: 'done' | 'wrong' | 'locked' | 'disabled' }

/** One account with its latest tries to sign in; null when there is none. */
export async function getUser(
  permit: Permit<'user.read'>,
  login: string,
): Promise<(Account & { signIns: SignInLine[] }) | null> {
  return as(permit, 'read', async tx => {
    const [account] = await tx
      .select(columns)
      .from(users)
      .where(eq(sql`lower(${users.login})`, login.toLowerCase()))
    if (!account) return null
    const lines = await tx
      .select({ at: signIns.at, address: sql<string>`host(${signIns.address})`, outcome: signIns.outcome })
      .from(signIns)
      .where(eq(signIns.login, account.login.toLowerCase()))
      .orderBy(desc(signIns.at))
      .limit(10)
    return { ...account, signIns: lines }
  })
}
