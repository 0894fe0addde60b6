import { atDoor } from '@/db/door/limit'
import { isPassword } from '@/db/door/password'

export type SignedIn = { id: number; sessionVersion: number }
/** `locked`: not looked at; the same for an account that exists and one that does not. */
export type SignInAnswer =
  | { kind: 'done'; account: SignedIn }
  | { kind: 'wrong' }
  | { kind: 'locked'; seconds: number }

type Account = { id: string; password_hash: string; session_version: number; disabled: boolean }

/** One's own password asked for again inside a session counts as coming from here: no outsider adds to it. */
export const INSIDE = '0.0.0.0'

const LONGEST_LOGIN = 200

/**
 * One try to sign in from an address, recorded whatever comes of it. A wrong name, a wrong password and a disabled
 * account get the same answer in the same time; the lock (db/sql/50_sign_in.sql) holds over restarts and processes.
 */
export async function trySignIn(login: string, password: string, address: string): Promise<SignInAnswer> {
  const name = cleanLogin(login)
  const [entry] = await atDoor(
    door => door<{ entry: string; wait_seconds: number }[]>`
      select entry, wait_seconds from enter_sign_in(${name}, ${address}::inet)`,
  )
  if (!entry || entry.wait_seconds > 0) return { kind: 'locked', seconds: entry?.wait_seconds ?? 0 }
  const [account] = await atDoor(
    door => door<Account[]>`
      select id, password_hash, session_version, disabled_at is not null as disabled
      from users where lower(login) = ${name}`,
  )
  const right = await isPassword(account?.password_hash ?? null, password)
  const outcome = !right ? 'wrong' : account?.disabled ? 'disabled' : 'done'
  await atDoor(
    door => door`select settle_sign_in(${entry.entry}::bigint, ${outcome}, ${account?.id ?? null}::bigint)`,
  )
  if (!account || outcome !== 'done') return { kind: 'wrong' }
  return { kind: 'done', account: { id: Number(account.id), sessionVersion: account.session_version } }
}

/** What a person typed as a name, as accounts are compared: no case, no control characters, not without end. */
export function cleanLogin(login: string): string {
  return login.normalize('NFKC').replace(/\p{C}/gu, '').trim().toLowerCase().slice(0, LONGEST_LOGIN)
}
