import { fold } from '@/domain/name/fold'

const courtesyBehind = /(?:先生|女士|小姐|太太|夫人|様|さま|さん|氏|殿|님|씨)$/
const courtesyBefore = new Set(
  'mr mrs ms miss dr prof herr frau ing sig signor signora monsieur madame'.split(' '),
)

/**
 * A person's key for comparison: without courtesy title, case, width, script variant, accents and punctuation. Words of
 * the Latin script are put in order, since Hans Müller and Müller, Hans are one person.
 */
export function personKey(name: string): string {
  const words = fold(name)
    .split(/[^\p{L}\p{N}\p{M}]+/u)
    .filter(Boolean)
  while (words.length > 1 && courtesyBefore.has(words[0] ?? '')) words.shift()
  const latin = words.every(word => /^\p{Script=Latin}/u.test(word))
  const joined = (latin ? words.sort() : words).join('')
  return joined.length > 2 ? joined.replace(foldedCourtesy(), '') || joined : joined
}

let foldedOnce: RegExp | undefined

function foldedCourtesy(): RegExp {
  foldedOnce ??= new RegExp(fold(courtesyBehind.source))
  return foldedOnce
}
