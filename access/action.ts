import { refresh } from 'next/cache'
import { headers } from 'next/headers'
import { redirect } from 'next/navigation'
import type { ZodType } from 'zod'
import { type FieldErrors, invalid, type Outcome, parseInput, refused } from '@/domain/outcome'
import { Permit } from '@/domain/policy/grant'
import type { Permission } from '@/domain/policy/table'
import { sameOrigin } from './origin'
import { carriedBack, isPlainPost, notPicked, valuesOf } from './posted'
import { currentActor } from './session'
import { told } from './told'

/** What the browser gets back: an outcome, or that the session has ended (nothing typed is lost: the form stays). */
export type ActionOutcome<T = unknown, C = unknown> = Answered<T, C> | { kind: 'signed_out'; typed?: Typed }
/** `typed`: what stood in the form, for a browser without JavaScript. */
type Answered<T, C> = Outcome<T, C> & { typed?: Typed }
type Typed = Record<string, string>

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
    const data = form ?? first
    const outcome = await attempt(data)
    if (outcome.kind === 'done') refresh()
    return data instanceof FormData ? answered(outcome, data) : outcome
  }

  async function attempt(data: unknown): Promise<ActionOutcome<T, C>> {
    if (!sameOrigin(await headers())) return told(refused('common.foreign_origin'))
    const actor = await currentActor()
    if (!actor) return { kind: 'signed_out' }
    const permit = Permit.grant(permission, actor)
    if (!permit || (actor.mustChangePassword && permission !== 'own.edit'))
      return told(refused('common.not_permitted'))
    const parsed = inputOf(schema, data)
    return told(parsed.kind === 'done' ? await run(permit, parsed.value) : parsed)
  }
}

function inputOf<I>(schema: ZodType<I>, data: unknown) {
  if (!(data instanceof FormData)) return parseInput(schema, data)
  const parsed = parseInput(schema, valuesOf(data))
  const fields: FieldErrors = Object.fromEntries(
    notPicked(data).map(name => [name, { reason: 'input.not_offered' }]),
  )
  if (Object.keys(fields).length === 0) return parsed
  return invalid({ ...fields, ...(parsed.kind === 'invalid' && parsed.fields) })
}

/** Without JavaScript: on to the record when done, else the form again with all that stood in it. */
export async function answered<O extends ActionOutcome>(outcome: O, form: FormData): Promise<O> {
  if (!isPlainPost(await headers())) return outcome
  if (outcome.kind !== 'done') return { ...outcome, typed: carriedBack(form) }
  const { href } = outcome as { href?: string }
  return href ? redirect(href) : outcome
}
