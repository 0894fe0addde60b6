import { keptWhy } from '@/domain/import/kept'
import type { ImportNoun } from '@/domain/import/noun'
import { fieldOf } from '@/domain/import/noun'
import type { Said } from '@/domain/import/said'
import type { FieldErrors } from '@/domain/outcome'
import { type Finder, nameFault } from './finder'
import type { Changes } from './row'

type Form = Record<string, string>
type Finders = Record<string, Finder<{ id: number }>>

/** What a row says as a form would send it: names looked up, each error at its field. */
export function formOf(said: Said, finders: Finders): { form: Form; errors: FieldErrors } {
  const form: Form = {}
  const errors: FieldErrors = {}
  for (const [key, text] of Object.entries(said)) {
    const find = text ? finders[key] : undefined
    const found = find?.(text)
    if (find && typeof found === 'string') errors[key] = nameFault(find, found, text)
    else form[key] = typeof found === 'object' ? String(found.id) : text === 'off' ? '' : text
  }
  return { form, errors }
}

/** With an amount go its currency and whether it is stated at all. */
const parts = (key: string) => [key, `${key}Currency`, `${key}NotStated`]
const amounts = new Set(['total', 'foreign', 'intended', 'output', 'tax'])

/**
 * What the row says otherwise than the record does, as far as an import may change it: what is to be sent, and both sides
 * in words. `kept`: fields that say something else and stay, each with why.
 */
export function differing(
  noun: ImportNoun,
  { form, said }: { form: Form; said: Said },
  { now, names }: { now: Form; names: Form },
): { sent: Form; changes: Changes; kept: FieldErrors } {
  const sent: Form = {}
  const changes: Changes = {}
  const kept: FieldErrors = {}
  for (const key of Object.keys(form)) {
    const field = fieldOf(noun, key)
    if (!field || field.kind.is === 'number') continue
    const all = amounts.has(key) ? parts(key) : [key]
    const isSame = (part: string) =>
      bare(form[part]) === bare(now[part]) || (part === `${key}Currency` && !form[key])
    if (all.every(isSame) || (form[key] === '' && !form[`${key}NotStated`] && !now[key])) continue
    if (!field.updates || !(key in now)) {
      kept[key] = keptWhy(noun, key)
      continue
    }
    for (const part of all) sent[part] = form[part] ?? ''
    changes[key] = [inWords(now, names, key), inWords(said, {}, key)]
  }
  return { sent, changes, kept }
}

/** 1200.00 is 1200. */
const bare = (text: string | undefined) => (text ?? '').replace(/^(\d+)\.0+$/, '$1')

function inWords(form: Said, names: Form, key: string): string {
  if (form[`${key}NotStated`]) return 'not_stated'
  if (!amounts.has(key)) return names[key] ?? form[key] ?? ''
  const currency = key === 'output' || key === 'tax' ? 'CNY' : form[`${key}Currency`]
  return form[key] ? `${bare(form[key])} ${currency ?? ''}`.trim() : ''
}
