import { pinyin } from 'pinyin-pro'

/**
 * How a name in search form is typed by its sound: all syllables run together, and their first letters. In capitals,
 * which search form has nowhere else: so a name is told from a sound wherever both stand. Empty without a Chinese
 * character.
 */
export function sounds(term: string): string[] {
  const all = readings(term)
  const written = (one: readonly string[]) => [one.join(''), one.map(([letter = '']) => letter).join('')]
  return [...new Set(all.flatMap(written))].map(sound => sound.toUpperCase())
}

/**
 * One entry a character; what is not Chinese stays as it is. 曾, 单 and their kind are read both as a word and as a
 * surname; ü is written v, and u.
 */
export function readings(term: string): string[][] {
  if (!/\p{Script=Han}/u.test(term)) return []
  const asked = { toneType: 'none', type: 'array', v: true } as const
  const spoken = [pinyin(term, asked), pinyin(term, { ...asked, surname: 'head' })]
  return spoken.flatMap(one => [one, one.map(syllable => syllable.replaceAll('v', 'u'))])
}
