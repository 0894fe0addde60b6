import { headers } from 'next/headers'
import { Permit } from '@/domain/policy/grant'
import type { Permission } from '@/domain/policy/table'
import { sameOrigin, sameSiteNavigation } from './origin'
import { currentActor } from './session'

/** The gate of a route handler that answers a download: a permit, or the answer to give instead. */
export async function route<P extends Permission>(permission: P): Promise<Permit<P> | Response> {
  if (!sameSiteNavigation(await headers())) return new Response(null, { status: 403 })
  const actor = await currentActor()
  if (!actor) return new Response(null, { status: 401 })
  const permit = actor.mustChangePassword ? null : Permit.grant(permission, actor)
  return permit ?? new Response(null, { status: 404 })
}

/** The same for a route handler that takes what a form of ours sends (proxy.ts does not see it): Origin first of all. */
export async function postRoute<P extends Permission>(permission: P): Promise<Permit<P> | Response> {
  if (!sameOrigin(await headers())) return new Response(null, { status: 403 })
  const actor = await currentActor()
  if (!actor) return new Response(null, { status: 401 })
  const permit = actor.mustChangePassword ? null : Permit.grant(permission, actor)
  return permit ?? new Response(null, { status: 403 })
}
