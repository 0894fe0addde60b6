import { fold } from '@/domain/name/fold'

/** Written as one piece anywhere in a name; what a name keeps without them tells companies apart. */
const anywhere = [
  '股份有限公司 有限责任公司 有限公司 集团公司 合伙企业 个人独资企业 (有限合伙) (普通合伙) (特殊普通合伙) (集团) (股份) (个体工商户)',
  '株式会社 有限会社 合同会社 合資会社 合名会社 一般社団法人 公益社団法人 一般財団法人 公益財団法人 (株) (有) (同) (資)',
  '주식회사 유한회사 유한책임회사 합자회사 합명회사 유한공사 (주) (유) (합)',
]

/** Only where a name ends, and only if something is left. A branch (分公司) is not its company. */
const endings = ['公司', '集团', 'グループ', '그룹']

/** Words of the Latin and Cyrillic scripts, dots taken out. */
const words = new Set(
  [
    'co company corp corporation inc incorporated ltd limited coltd llc lp llp plc pte pty pvt group',
    'gmbh mbh ag kg kgaa ohg gbr ug se ek ev',
    'spa srl srls sapa snc sas sa sarl sasu eurl sca sl slu sau nv bv bvba cv',
    'ab oy oyj as asa aps is kft zrt nyrt sro doo dd ad sdn bhd pt tbk jsc ojsc pjsc tnhh mtv',
    'ооо оао зао пао ао',
  ]
    .join(' ')
    .split(' '),
)

let anywhereOnce: RegExp | undefined

/** Drops 有限公司, 株式会社, 주식회사, Co., Ltd., GmbH, S.p.A., Inc. and their kind from a *folded* name. */
export function dropLegalForms(folded: string): string {
  anywhereOnce ??= new RegExp(longestFirst(anywhere.join(' ').split(' ')).map(escaped).join('|'), 'g')
  return dropWords(dropEndings(folded.replace(anywhereOnce, ' ')))
}

function dropEndings(name: string): string {
  const bare = withoutPunctuationAtEnd(name)
  const form = /[分子]公司$/.test(bare.slice(-3)) ? undefined : endings.find(ending => bare.endsWith(ending))
  const shorter = form && withoutPunctuationAtEnd(bare.slice(0, -form.length))
  return shorter && shorter.length >= 2 ? dropEndings(shorter) : bare
}

/** By hand: a regular expression would look for the end from every place in the name. */
function withoutPunctuationAtEnd(text: string): string {
  let end = text.length
  while (end > 0 && /[\s\p{P}]/u.test(text[end - 1] ?? '')) end -= 1
  return text.slice(0, end)
}

/** From both ends (PT Astra Tbk, Siemens AG), never all of them. */
function dropWords(name: string): string {
  const left = name
    .replace(/(?<=\p{L})\.\s?(?=\p{L}(?:\.|$))/gu, '')
    .replace(/\bsp\.? z ?o\.? ?o\.?(?=\W*$)/u, 'ltd')
    .replace(/[.·]/g, '')
    .split(/[^\p{L}\p{N}\p{M}]+/u)
    .filter(Boolean)
  while (left.length > 1 && words.has(left.at(-1) ?? '')) left.pop()
  while (left.length > 1 && words.has(left[0] ?? '')) left.shift()
  return left.join(' ')
}

function longestFirst(forms: readonly string[]): string[] {
  return forms.map(fold).sort((a, b) => b.length - a.length)
}

function escaped(text: string): string {
  return text.replace(/[()]/g, '\\$&')
}
