import { pinyin } from 'pinyin-pro'

/**
 * How a name in search form is typed by its sound: all syllables run together, and their first letters. In capitals,
 * which search form has nowhere else: so a name is told from a sound wherever both stand. Empty without a Chinese
 * character. 曾, 单 and their kind are read both as a word and as a surname; ü as v and as u.
 */
export function sounds(term: string): string[] {
  if (!/\p{Script=Han}/u.test(term)) return []
  return [...new Set([reading(term, 'off'), reading(term, 'head')].flatMap(written))]
}

type Syllables = readonly string[]

/** One entry a character; what is not Chinese stays as it is. */
const reading = (term: string, surname: 'off' | 'head'): Syllables =>
  pinyin(term, { toneType: 'none', type: 'array', v: true, surname })

function written(syllables: Syllables): string[] {
  const whole = syllables.join('')
  const first = syllables.map(([letter = '']) => letter).join('')
  return [whole, whole.replaceAll('v', 'u'), first].map(sound => sound.toUpperCase())
}
