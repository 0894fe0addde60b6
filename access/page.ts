import { headers } from 'next/headers'
import { notFound, redirect } from 'next/navigation'
import type { Actor } from '@/domain/policy/actor'
import { Permit } from '@/domain/policy/grant'
import type { Permission } from '@/domain/policy/table'
import { currentActor } from './session'

/** The gate of a page. Nobody goes to sign in and comes back; what a role may not see looks like what is not there. */
export async function page<P extends Permission>(permission: P): Promise<Permit<P>> {
  return Permit.grant(permission, await signedIn()) ?? notFound()
}

/** A second right on the same page: null when the role does not have it. */
export async function may<P extends Permission>(permission: P): Promise<Permit<P> | null> {
  const actor = await currentActor()
  return actor && !actor.mustChangePassword ? Permit.grant(permission, actor) : null
}

/** The person, for the frame around the pages. */
export async function signedIn(): Promise<Actor> {
  const actor = await currentActor()
  const here = (await headers()).get('x-path') ?? '/'
  // the door itself leads on to the set-up page in an empty office
  if (!actor) redirect(here === '/' ? '/sign-in' : `/sign-in?next=${encodeURIComponent(here)}`)
  if (actor.mustChangePassword) redirect('/password')
  return actor
}
