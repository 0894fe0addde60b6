import { type Sorted, sortOut } from './conflict'
import { putBack, type Typed, typedIn } from './draft'
import { asText, conflictFields, readTheirs, type Theirs } from './form-conflict'

/** What two people changed, sorted by who must choose. */
export type Clash = { theirs: Theirs; sorted: Sorted }

/** The form's fields as they stand, beside what another has saved meanwhile. */
export function clashIn(form: HTMLFormElement, opened: Typed, answer: unknown, comma: string): Clash {
  const theirs = readTheirs(answer)
  return { theirs, sorted: sortOut(conflictFields(form, opened, theirs, comma)) }
}

/** Puts what was chosen of theirs into the form; the next comparison is with what they saved (`opened` changes). */
export function settleIn(form: HTMLFormElement, opened: Typed, { theirs }: Clash, chosen: Typed): void {
  for (const name of Object.keys(opened)) {
    const value = theirs.values[name.replace(/\[\]$/, '')]
    if (value !== undefined) opened[name] = asText(value)
  }
  const shown = Object.keys(chosen).map(name => [`~${name}`, theirs.shown[name] ?? chosen[name] ?? ''])
  putBack(form, { ...typedIn(form), ...chosen, ...Object.fromEntries(shown) })
}
