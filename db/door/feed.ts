import { createHash } from 'node:crypto'
import { atDoor } from '@/db/door/limit'
import type { Actor } from '@/domain/policy/actor'
import { accountActor } from './session'

/** `limited`: asked too often, not looked at for so many seconds. */
export type FeedAnswer =
  | { kind: 'found'; actor: Actor }
  | { kind: 'unknown' }
  | { kind: 'limited'; seconds: number }

export const hashOf = (token: string): string => createHash('sha256').update(token).digest('hex')

/**
 * Whose calendar an address is, as the account stands now. One that was taken back, one that never was and that of a
 * disabled account are alike (db/sql/55_feed.sql).
 */
export async function feedActor(token: string, address: string): Promise<FeedAnswer> {
  const [entry] = await atDoor(
    door => door<{ account: string | null; wait_seconds: number }[]>`
      select account, wait_seconds from enter_feed(${hashOf(token)}, ${address}::inet)`,
  )
  if (entry && entry.wait_seconds > 0) return { kind: 'limited', seconds: entry.wait_seconds }
  const account = entry?.account ?? null
  if (account === null) return { kind: 'unknown' }
  const actor = await accountActor(Number(account))
  return actor ? { kind: 'found', actor } : { kind: 'unknown' }
}
