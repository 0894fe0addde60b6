import shinjitai from 'opencc-js/dict/JPShinjitaiCharacters'
import traditional from 'opencc-js/dict/TSCharacters'

/**
 * One spelling for what people take to be the same: half width, lower case, simplified characters, Latin without accents.
 * Character by character on purpose: a part of a name folds as it does within the whole, so substrings still match.
 */
export function fold(text: string): string {
  const simple = simplified()
  let folded = ''
  for (const character of text.normalize('NFKC').toLowerCase()) folded += simple.get(character) ?? character
  return withoutAccents(folded)
}

let simplifiedOnce: ReadonlyMap<string, string> | undefined

function simplified(): ReadonlyMap<string, string> {
  simplifiedOnce ??= new Map([...shinjitaiPairs(), ...pairsOf(traditional)])
  return simplifiedOnce
}

/** Japanese forms (沢, 広, 徳), but not those that are Chinese characters in their own right (芸, 沪, 予). */
function shinjitaiPairs(): [string, string][] {
  const toSimplified = new Map(pairsOf(traditional))
  const isSimplified = new Set(toSimplified.values())
  const mainland = gb2312()
  return pairsOf(shinjitai)
    .filter(([form, old]) => !isSimplified.has(form) && (toSimplified.has(old) || !mainland.has(form)))
    .map(([form, old]) => [form, toSimplified.get(old) ?? old])
}

/** The first target of each pair is the usual one. */
function pairsOf(dictionary: string): [string, string][] {
  return dictionary.split('|').flatMap(entry => {
    const [from = '', to = ''] = entry.split(' ')
    return from === to ? [] : [[from, to] as [string, string]]
  })
}

/** The 6,763 characters of the mainland's basic set. */
function gb2312(): ReadonlySet<string> {
  const bytes: number[] = []
  for (let row = 0xb0; row <= 0xf7; row += 1) {
    for (let cell = 0xa1; cell <= 0xfe; cell += 1) bytes.push(row, cell)
  }
  return new Set(new TextDecoder('gb18030').decode(Uint8Array.from(bytes)))
}

const unlikeTheirBase: Record<string, string> = {
  ß: 'ss',
  æ: 'ae',
  œ: 'oe',
  ø: 'o',
  đ: 'd',
  ð: 'd',
  þ: 'th',
  ł: 'l',
  ı: 'i',
}

/** Only Latin: taken apart, kana would lose their voicing marks and hangul its syllables. */
function withoutAccents(text: string): string {
  return text.replace(/[\u00c0-\u024f\u1e00-\u1eff]|\u0307/g, letter => {
    return unlikeTheirBase[letter] ?? letter.normalize('NFD').replace(/\p{M}/gu, '')
  })
}
