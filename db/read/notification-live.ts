import { live, type Screen } from '@/db/live/live'
import type { Permit } from '@/domain/policy/permit'
import { isPermit } from '@/domain/policy/permit'

/**
 * Tells an open screen of this person how many notifications wait, now and whenever that changes, and when the session
 * has ended. `newest` is the place that the screen had heard of before a break. Holds no pooled connection.
 */
export function watchUnread(
  permit: Permit<'notification.read'>,
  newest: number | null,
  screen: Screen,
): () => void {
  if (!isPermit(permit)) throw new Error('watchUnread() without a granted permit')
  return live.open(permit.actor.id, newest, screen)
}
