/** All that an answer carries back of a form: more than any form of ours can hold, less than would hurt a page. */
const MOST = 200_000
/** Not carried back: secrets, and what belongs to one sending alone. */
const NOT_CARRIED = /^\$ACTION|password|secret|^(again|code|current|submission)$/i

/** True for the post of a browser without JavaScript, which gets a whole page for an answer. */
export const isPlainPost = (headers: Headers) => !headers.has('next-action')

/** What stood in a posted form, for its page to be drawn anew with it; several values of one name as in a draft. */
export function carriedBack(form: FormData): Record<string, string> {
  const typed: Record<string, string> = {}
  let length = 0
  for (const name of new Set(form.keys())) {
    const values = form.getAll(name).filter(value => typeof value === 'string')
    // a picker sends its hidden value first; a list has a name with []
    const text = name.endsWith('[]') ? values.join('\u001f') : (values[0] ?? '')
    length += text.length
    if (!NOT_CARRIED.test(name) && length <= MOST) typed[name] = text
  }
  return typed
}

/** A form's values as a verb's input: `name[]` collects into a list; `~name` is only the text of a picker. */
export function valuesOf(form: FormData): Record<string, unknown> {
  const values: Record<string, unknown> = {}
  for (const key of new Set(form.keys())) {
    if (/^\$ACTION|^~/.test(key)) continue
    if (key.endsWith('[]')) values[key.slice(0, -2)] = form.getAll(key).filter(value => value !== '')
    else values[key] = form.get(key)
  }
  return values
}

/** Pickers whose text was typed and not looked up: without JavaScript nobody offers anything to pick from. */
export function notPicked(form: FormData): string[] {
  return [...form.keys()]
    .filter(key => key.startsWith('~') && String(form.get(key)).trim() && !form.get(key.slice(1)))
    .map(key => key.slice(1))
}
