import { refresh } from 'next/cache'
import { headers } from 'next/headers'
import type { ZodType } from 'zod'
import { type Outcome, parseInput, refused } from '@/domain/outcome'
import { Permit } from '@/domain/policy/grant'
import type { Permission } from '@/domain/policy/table'
import { sameOrigin } from './origin'
import { currentActor } from './session'

/** What the browser gets back: an outcome, or that the session has ended (nothing typed is lost: the form stays). */
export type ActionOutcome<T = unknown, C = unknown> = Outcome<T, C> | { kind: 'signed_out' }

/**
 * A verb that a browser can ask for: session -> Actor -> Permit -> parse -> run -> refresh. Takes an object, or the
 * FormData of a form (second argument of useActionState); `name[]` collects into a list.
 */
export function action<P extends Permission, I, T, C>(
  permission: P,
  schema: ZodType<I>,
  run: (permit: Permit<P>, input: I) => Promise<Outcome<T, C>>,
) {
  return async (first: unknown, form?: FormData): Promise<ActionOutcome<T, C>> => {
    if (!sameOrigin(await headers())) return refused('common.foreign_origin')
    const actor = await currentActor()
    if (!actor) return { kind: 'signed_out' }
    const permit = Permit.grant(permission, actor)
    if (!permit || (actor.mustChangePassword && permission !== 'own.edit'))
      return refused('common.not_permitted')
    const data = form ?? first
    const parsed = parseInput(schema, data instanceof FormData ? fields(data) : data)
    if (parsed.kind !== 'done') return parsed as Outcome<T, C>
    const outcome = await run(permit, parsed.value)
    if (outcome.kind === 'done') refresh()
    return outcome
  }
}

function fields(form: FormData): Record<string, unknown> {
  const out: Record<string, unknown> = {}
  for (const key of new Set(form.keys())) {
    if (key.startsWith('$ACTION')) continue
    if (key.endsWith('[]')) out[key.slice(0, -2)] = form.getAll(key).filter(value => value !== '')
    else out[key] = form.get(key)
  }
  return out
}
