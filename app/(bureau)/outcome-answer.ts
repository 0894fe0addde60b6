import type { Outcome } from '@/domain/outcome'
import { type TypedAs, withMatches } from './look-alike-words'
import { naming } from './naming'

/** Done: the browser goes to the record. Else as it was, with the moment of the other's saving in words. */
export async function opened<C>(
  base: string,
  writing: Promise<Outcome<{ number: string }, C>>,
  /** What a form was typed as that asks for look-alikes. */
  as?: TypedAs,
): Promise<Outcome<{ number: string }, C>> {
  const outcome = await writing
  return outcome.kind === 'done'
    ? sentTo(outcome, `${base}/${outcome.value.number}`)
    : told(as ? await withMatches(outcome, as) : outcome)
}

/** Done: the browser goes there. */
export function sentTo<T extends Outcome<unknown, unknown>>(outcome: T, href: string): T {
  return outcome.kind === 'done' ? { ...outcome, href } : outcome
}

/** The moment of the other's saving in words. */
export async function told<O extends { kind: string }>(outcome: O): Promise<O> {
  if (outcome.kind !== 'conflict') return outcome
  const { theirs } = outcome as { theirs?: { at?: string } }
  if (!theirs?.at) return outcome
  const { moment } = await naming()
  return { ...outcome, theirs: { ...theirs, at: moment(new Date(theirs.at)) } }
}
