import { pinyin } from 'pinyin-pro'

const HANGUL = 0xac00
const initials = 'g kk n d tt r m b pp s ss  j jj ch k t p h'.split(' ')
const vowels = 'a ae ya yae eo e yeo ye o wa wae oe yo u wo we wi yu eu ui i'.split(' ')
const finals = ' k k k n n n t l k m l l l p l m p p t t ng t t k t p t'.split(' ')

const kana: Record<string, string> = {}
const rows =
  `ア a イ i ウ u エ e オ o カ ka キ ki ク ku ケ ke コ ko サ sa シ shi ス su セ se ソ so タ ta チ chi ツ tsu テ te ト to
ナ na ニ ni ヌ nu ネ ne ノ no ハ ha ヒ hi フ fu ヘ he ホ ho マ ma ミ mi ム mu メ me モ mo ヤ ya ユ yu ヨ yo ラ ra リ ri ル ru レ re ロ ro
ワ wa ヲ o ン n ガ ga ギ gi グ gu ゲ ge ゴ go ザ za ジ ji ズ zu ゼ ze ゾ zo ダ da ヂ ji ヅ zu デ de ド do バ ba ビ bi ブ bu ベ be ボ bo
パ pa ピ pi プ pu ペ pe ポ po ヴ vu ァ a ィ i ゥ u ェ e ォ o ャ ya ュ yu ョ yo ッ * ー -`.split(/\s+/)
for (let at = 0; at + 1 < rows.length; at += 2) kana[rows[at] as string] = rows[at + 1] as string

/** A folded name in Latin letters as its owners would spell it at a fair: Hepburn, Revised Romanisation, pinyin. */
export function romanize(text: string): string {
  let latin = ''
  for (const character of text.replace(/[ぁ-ゖ]/g, one => String.fromCharCode(one.charCodeAt(0) + 0x60))) {
    if (/[a-z0-9]/.test(character)) latin += character
    else if (character in kana) latin += kana[character]
    else if (/\p{Script=Hangul}/u.test(character)) latin += syllable(character)
    else if (/\p{Script=Han}/u.test(character))
      latin += pinyin(character, { toneType: 'none', type: 'array' })[0] ?? ''
  }
  return joined(latin)
}

function syllable(character: string): string {
  const at = character.charCodeAt(0) - HANGUL
  if (at < 0 || at > 11_171) return ''
  return `${initials[Math.floor(at / 588)]}${vowels[Math.floor((at % 588) / 28)]}${finals[at % 28]}`
}

/** Small kana join the one before them (シャ sha, ティ ti, ファ fa); ッ and ー leave nothing that people agree upon. */
function joined(text: string): string {
  return text
    .replace(/[*-]/g, '')
    .replace(/(sh|ch|j)iy([auo])/g, '$1$2')
    .replace(/([kgnhbpmr])iy([auo])/g, '$1y$2')
    .replace(/f?u([aeio])(?<=fu[aeio])/g, 'f$1')
    .replace(/([td])[eo]([iu])/g, '$1$2')
}

/** How it sounds, as far as spellings agree upon it: doubled letters once, c and q as k, y at the end as i. */
export function sound(latin: string): string {
  return latin
    .replace(/ph/g, 'f')
    .replace(/ck|c(?!h)|q/g, 'k')
    .replace(/x/g, 'ks')
    .replace(/(.)\1+/g, '$1')
    .replace(/([bcdfghjklmnprstvz])u$/, '$1')
    .replace(/y$/, 'i')
}

/** Its consonants alone: what is left of a brand that travelled through three scripts. */
export const skeleton = (sounded: string): string => sounded.replace(/l/g, 'r').replace(/[aeiouwy]/g, '')
