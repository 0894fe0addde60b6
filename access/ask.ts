import { headers } from 'next/headers'
import type { ZodType } from 'zod'
import { parseInput } from '@/domain/outcome'
import { Permit } from '@/domain/policy/grant'
import type { Permission } from '@/domain/policy/table'
import { sameOrigin } from './origin'
import { currentActor } from './session'

/**
 * A question that a page puts while one types (a search box): the gates of action(), but nothing is written and nothing
 * is drawn again. Whoever may not ask, or asks nonsense, gets an empty list.
 */
export function ask<P extends Permission, I, T>(
  permission: P,
  schema: ZodType<I>,
  read: (permit: Permit<P>, input: I) => Promise<T[]>,
) {
  return async (input: unknown): Promise<T[]> => {
    if (!sameOrigin(await headers())) return []
    const actor = await currentActor()
    const permit = actor && !actor.mustChangePassword ? Permit.grant(permission, actor) : null
    const parsed = parseInput(schema, input)
    return permit && parsed.kind === 'done' ? read(permit, parsed.value) : []
  }
}
