import { cut } from '@/domain/text/cut'
import { FileRefusal } from './refusal'
import { amountUnit } from './unit'
import { attribute, eachElement } from './xml'
import type { Zip } from './zip'

/** What the format of a cell says about its number: that it is a day, or what stands beside it (USD, 万元, 亩). */
export type Format = { day: boolean; unit: string | null }

/** The formats that have numbers instead of codes: days of all locales, no times of day. */
const builtInDays = new Set([
  14, 15, 16, 17, 22, 27, 28, 29, 30, 31, 34, 35, 36, 50, 51, 52, 53, 54, 55, 56, 57, 58,
])
/** What a spreadsheet itself can have. */
const MOST_STYLES = 65_536
const none: Format = { day: false, unit: null }

/** The formats of a workbook, by the number that a cell gives as its style. */
export async function readFormats(zip: Zip, part: string): Promise<readonly Format[]> {
  const codes = new Map<number, Format>()
  const styles: Format[] = []
  let within = ''
  await eachElement(zip, part, {
    open: (name, attributes) => {
      if (styles.length > MOST_STYLES || codes.size > MOST_STYLES) throw new FileRefusal('damaged')
      if (name === 'cellXfs' || name === 'cellStyleXfs' || name === 'dxfs') within = name
      if (name === 'numFmt' && within === '')
        codes.set(
          Number(attribute(attributes, 'numFmtId')),
          formatOf(attribute(attributes, 'formatCode') ?? ''),
        )
      if (name === 'xf' && within === 'cellXfs') {
        const id = Number(attribute(attributes, 'numFmtId') ?? 0)
        styles.push(codes.get(id) ?? (builtInDays.has(id) ? { day: true, unit: null } : none))
      }
    },
    close: name => {
      if (name === within) within = ''
    },
  })
  return styles
}

/** `yyyy"年"m"月"` is a day, `#,##0.00 "USD"` is dollars, `[h]:mm` and `0.00E+00` are neither. */
export function formatOf(code: string): Format {
  const [positive = ''] = code.slice(0, 300).split(';')
  const letters = positive
    .replace(/"[^"]*"|\\.|_.|\*.|\[[^\]]*\]/g, '')
    .replace(/general/gi, '')
    .replace(/e[+-]/gi, '')
  const day = /[yd]|g+e|aaa/i.test(letters) || (/m/i.test(letters) && !/[hs]/i.test(letters))
  return day ? { day, unit: null } : { day, unit: unitOf(positive) }
}

/** What is written behind the digits, or before them where it names money. */
function unitOf(code: string): string | null {
  const plain = code
    .replace(/\[\$([^\]-]*)(?:-[^\]]*)?\]/g, '"$1"')
    .replace(/\[[^\]]*\]|_.|\*./g, '')
    .replace(/\\(.)/g, '"$1"')
  const digits = /[#0?](?:[#0?,. ]*[#0?])?/.exec(plain)
  if (!digits) return null
  const said = (part: string) => part.replace(/[",#0?.%@]/g, '').trim()
  const [before, behind] = [
    said(plain.slice(0, digits.index)),
    said(plain.slice(digits.index + digits[0].length)),
  ]
  if (behind !== '') return cut(behind, 20)
  return amountUnit(before) ? before : null
}
