import type { DealFields } from './fields'

type Papers = Pick<
  DealFields,
  'entryDocumentKind' | 'entryDocumentOn' | 'entryDocumentReference' | 'intentOn' | 'intentReference'
>

const none: Papers = {
  entryDocumentKind: null,
  entryDocumentOn: null,
  entryDocumentReference: null,
  intentOn: null,
  intentReference: null,
}
const twins = [
  ['entryDocumentOn', 'intentOn'],
  ['entryDocumentReference', 'intentReference'],
] as const

/**
 * An entry document that is an intent is the intent signed: what is said of the one is said of the other, until somebody
 * says both and says them differently (a framework agreement before it).
 */
export function withIntent<F extends Partial<DealFields>>(
  fields: F,
  now: Papers = none,
): F & Partial<Papers> {
  // of most deals it is not, and an import asks twenty thousand times: nothing is copied for those
  const { entryDocumentKind: kind = now.entryDocumentKind } = fields
  if (kind !== 'intent') return fields
  const next = { ...now, ...fields }
  const same: Partial<Papers> = {}
  for (const [entry, intent] of twins) {
    const stood = (name: typeof entry | typeof intent) =>
      now[entry] === now[intent] && next[name] === now[name]
    if (next[intent] === null || stood(intent)) same[intent] = next[entry]
    else if (next[entry] === null || stood(entry)) same[entry] = next[intent]
  }
  return { ...fields, ...same }
}
