import { accountActor, accountNamed } from '@/db/door/session'
import { Permit } from '@/domain/policy/grant'
import type { Permission } from '@/domain/policy/table'

/**
 * The gate of a command line: whoever may run it on this machine says in whose name. The account's own rights, as they
 * are now; null for one that is not there or disabled, and `refused` where its role has not this right.
 */
export async function command<P extends Permission>(
  permission: P,
  login: string,
): Promise<Permit<P> | null | 'refused'> {
  const id = await accountNamed(login)
  const actor = id === null ? null : await accountActor(id)
  return actor ? (Permit.grant(permission, actor) ?? 'refused') : null
}
