import { fold } from '@/domain/name/fold'
import { dropLegalForms } from '@/domain/name/legal-form'
import { nameKey } from '@/domain/name/name-key'
import { type NameParts, nameParts } from '@/domain/name/name-part'
import { romanize, skeleton, sound } from '@/domain/name/romanize'

/** The shortest key that is compared: below it everything would be the same. */
const LEAST_KEY = 2
const LEAST_SOUND = 4

export type ReadName = NameParts & {
  key: string
  core: string
  spelt: string
  bones: string
  letters: boolean
}

function readName(name: string): ReadName | null {
  const key = nameKey(name)
  if ([...key].length < LEAST_KEY) return null
  const parts = nameParts(dropLegalForms(fold(name)))
  // a form may stand before a place: Siemens Ltd., China
  const core = dropLegalForms(parts.brand.join(' ')).replaceAll(' ', '') || key
  const spelt = sound(romanize(core))
  return {
    ...parts,
    key,
    core,
    spelt,
    bones: skeleton(spelt),
    letters: /^[\p{Script=Latin}\p{N}]+$/u.test(core),
  }
}

/** Exact keys of some names (`n:` and the name's key), for comparing by equality; names that are too short have none. */
export function exactKeys(names: readonly string[]): string[] {
  const keys = names.map(nameKey).filter(key => [...key].length >= LEAST_KEY)
  return [...new Set(keys.map(key => `n:${key}`))]
}

/**
 * What similar names have in common, as keys that are equal: the brand without places and trades (`c:`), the same with
 * any one character left out (`d:`: two with one edit between them share one), its sound in Latin letters (`p:`) and the
 * consonants of it (`s:`). An index over them finds what `alike` then judges.
 */
export const likeKeys = (names: readonly string[]): string[] => likeKeysOf(readNames(names))

/** Names taken apart once, for comparing each with many; those that are too short are left out. */
export const readNames = (names: readonly string[]): ReadName[] =>
  names.map(readName).filter(read => read !== null)

/** As likeKeys, of names that are taken apart. */
export const likeKeysOf = (reads: readonly ReadName[]): string[] => [...new Set(reads.flatMap(keysOf))]

function keysOf({ core, spelt, bones, letters }: ReadName): string[] {
  const characters = [...core]
  const keys = [`c:${core}`]
  if (characters.length >= (letters ? 5 : 3) && characters.length <= 24)
    for (const at of characters.keys())
      keys.push(`d:${characters.filter((_, other) => other !== at).join('')}`)
  if (characters.length > 1) keys.push(`d:${core}`)
  if (spelt.length >= LEAST_SOUND) keys.push(`p:${spelt}`)
  if (bones.length >= LEAST_SOUND) keys.push(`s:${bones}`)
  return keys
}

/** All keys by which a record of these names is found: kept with it, one index over them. */
export const matchKeys = (names: readonly string[]): string[] => [...exactKeys(names), ...likeKeys(names)]

export type Likeness = 'same' | 'similar'

/** How much any of these names is like any of those; null if they are different companies, as far as names tell. */
export const likeness = (mine: readonly string[], theirs: readonly string[]): Likeness | null =>
  likenessOf(readNames(mine), readNames(theirs))

/** As likeness, of names that are taken apart. */
export function likenessOf(ours: readonly ReadName[], others: readonly ReadName[]): Likeness | null {
  if (ours.some(one => others.some(other => one.key === other.key))) return 'same'
  return ours.some(one => others.some(other => similar(one, other))) ? 'similar' : null
}

function similar(one: ReadName, other: ReadName): boolean {
  if (one.core === other.core) return agree(one, other)
  const short = Math.min([...one.core].length, [...other.core].length)
  if (one.letters === other.letters && short >= (one.letters ? 6 : 4) && oneEdit(one.core, other.core))
    return agree(one, other)
  if (scriptOf(one.core) === scriptOf(other.core) && one.letters) return false
  const sounds = one.spelt.length >= LEAST_SOUND && one.spelt === other.spelt
  const bones =
    scriptOf(one.core) !== scriptOf(other.core) &&
    one.bones.length >= LEAST_SOUND &&
    one.bones === other.bones
  return (sounds || bones) && agree(one, other)
}

/** One brand is shared by many: what they make tells them apart, where both say it. */
function agree({ trades }: ReadName, other: ReadName): boolean {
  return trades.size === 0 || other.trades.size === 0 || [...trades].some(trade => other.trades.has(trade))
}

function scriptOf(text: string): string {
  if (/\p{Script=Hangul}/u.test(text)) return 'hangul'
  if (/[\p{Script=Hiragana}\p{Script=Katakana}]/u.test(text)) return 'kana'
  return /\p{Script=Han}/u.test(text) ? 'han' : 'latin'
}

/** One character put in, left out, changed, or two neighbours exchanged. */
function oneEdit(one: string, other: string): boolean {
  const [a, b] = [[...one], [...other]]
  if (Math.abs(a.length - b.length) > 1) return false
  let start = 0
  while (start < a.length && a[start] === b[start]) start += 1
  let [endA, endB] = [a.length, b.length]
  while (endA > start && endB > start && a[endA - 1] === b[endB - 1]) {
    endA -= 1
    endB -= 1
  }
  const [restA, restB] = [a.slice(start, endA), b.slice(start, endB)]
  if (restA.length <= 1 && restB.length <= 1) return true
  return restA.length === 2 && restB.length === 2 && restA[0] === restB[1] && restA[1] === restB[0]
}
