import { feedActor } from '@/db/door/feed'
import { Permit } from '@/domain/policy/grant'
import { addressOf } from './address'

/** A token as it is made: 32 random bytes. Anything else is not even looked up, and counted all the same. */
const TOKEN = /^[\w-]{43}$/

/**
 * The gate of a calendar's address: no session, the token alone. A permit of its owner as he is now, or the answer to
 * give: 404 for what is unknown, was taken back or belongs to a disabled account, 429 when it asks too often.
 */
export async function feed(token: string, headers: Headers): Promise<Permit<'calendar.read'> | Response> {
  const found = await feedActor(TOKEN.test(token) ? token : '', addressOf(headers))
  if (found.kind === 'limited')
    return new Response(null, { status: 429, headers: { 'retry-after': String(found.seconds) } })
  const permit = found.kind === 'found' ? Permit.grant('calendar.read', found.actor) : null
  return permit ?? new Response(null, { status: 404, headers: { 'cache-control': 'no-store' } })
}
