/** What a text says of a day; null is left out. */
export type DateParts = { year: number | null; month: number | null; day: number | null }

/** The parts of a day as offices write it; `ambiguous` where it can be read in two ways, null where it is none. */
export const datePartsOf = (text: string): DateParts | 'ambiguous' | null => parse(tidied(text))

const digits = '〇一二三四五六七八九'
/** Half width, Chinese numerals as figures, no weekday, no time of day. */
function tidied(text: string): string {
  return text
    .slice(0, 100)
    .normalize('NFKC')
    .toLowerCase()
    .replace(/[零○◯]/g, '〇')
    .replace(/[〇一二三四五六七八九]{4}(?=年)/g, year =>
      [...year].map(digit => digits.indexOf(digit)).join(''),
    )
    .replace(/([一二三四五六七八九]?)十([一二三四五六七八九]?)(?=[月日号號])/g, (_, tens, ones) =>
      String((tens ? digits.indexOf(tens) : 1) * 10 + Math.max(0, digits.indexOf(ones || '〇'))),
    )
    .replace(/[一二三四五六七八九](?=[月日号號])/g, digit => String(digits.indexOf(digit)))
    .replace(
      /\s*[([（](?:周|週|星期)?[一二三四五六日月火水木金土월화수목금토일][)\]）]|\s*(?:星期|周|週)[一二三四五六日]|\s*[월화수목금토일]요일/g,
      '',
    )
    .replace(/(?<=[\d日号號일])(?:\s+|t)(?:上午|下午|오전|오후|午前|午後)?\s*\d{1,2}[:时時]\d{0,2}.*$/, '')
    .replace(/^[约約]|[前左右]+$/g, '')
    .replace(/\s+/g, ' ')
    .trim()
}

/** The year in which an era's years begin, less one. */
const eras: Record<string, number> = {
  令和: 2018,
  r: 2018,
  平成: 1988,
  h: 1988,
  昭和: 1925,
  s: 1925,
  民国: 1911,
  民國: 1911,
}
const yearText = '(?:(令和|平成|昭和|民国|民國|[rhs])\\s*)?(\\d{1,4}|元)'
const inWords = new RegExp(
  `^(?:公元|西元)?${yearText}\\s*[年년]度?(?:\\s*(\\d{1,2})\\s*[月월](?:份)?(?:\\s*(\\d{1,2})\\s*[日号號일]?)?)?(?:[初中底末]|[上中下]旬|초|중순|말)?$`,
)
const byMarks = new RegExp(`^${yearText}\\s*([-./·])\\s*(\\d{1,2})(?:\\s*\\3\\s*(\\d{1,2}))?\\.?$`)
const withoutYear = /^(\d{1,2})\s*[月월]\s*(?:(\d{1,2})\s*[日号號일]?)?(?:份|[初中底末]|[上中下]旬)?$/
const westernLast = /^(\d{1,2})[-./](\d{1,2})[-./]((?:19|20)\d\d)$/
const months = ['jan', 'feb', 'mar', 'apr', 'may', 'jun', 'jul', 'aug', 'sep', 'oct', 'nov', 'dec']

function parse(text: string): DateParts | 'ambiguous' | null {
  const packed = /^((?:19|20|21)\d\d)(\d\d)(\d\d)$/.exec(text)
  if (packed) return parts(packed[1], packed[2], packed[3])
  if (/^(?:19|20)\d\d$/.test(text)) return parts(text)
  if (/^(?:19|20)\d\d(?:0[1-9]|1[0-2])$/.test(text)) return parts(text.slice(0, 4), text.slice(4))
  const words = inWords.exec(text)
  if (words) return inEra(words[1], words[2] ?? '', words[3], words[4])
  const marks = byMarks.exec(text.replace(/^['’]/, ''))
  if (marks) return inEra(marks[1], marks[2] ?? '', marks[4], marks[5])
  const short = withoutYear.exec(text)
  if (short) return { ...parts(undefined, short[1], short[2]), year: null }
  const western = westernLast.exec(text)
  if (western) return dayOrMonthFirst(Number(western[1]), Number(western[2]), Number(western[3]))
  return inEnglish(text)
}

function parts(year?: string, month?: string, day?: string): DateParts {
  return {
    year: year ? Number(year) : null,
    month: month ? Number(month) : null,
    day: day ? Number(day) : null,
  }
}

/** Two digits are a year of this century only where 年 says that they are a year; three count from the Republic. */
function inEra(
  era: string | undefined,
  year: string,
  month?: string,
  day?: string,
): DateParts | 'ambiguous' | null {
  const number = year === '元' ? 1 : Number(year)
  if (era) return { ...parts(undefined, month, day), year: (eras[era] ?? 0) + number }
  if (year === '元') return null
  if (year.length === 4) return parts(year, month, day)
  if (year.length === 3)
    return number >= 80 && number <= 200 ? { ...parts(undefined, month, day), year: 1911 + number } : null
  if (year.length === 2 && number >= 50 && day === undefined) return null
  return 'ambiguous'
}

/** 25/12/2026 can be read one way only, 5/3/2026 cannot. */
function dayOrMonthFirst(a: number, b: number, year: number): DateParts | 'ambiguous' {
  if (a > 12) return { year, month: b, day: a }
  if (b > 12) return { year, month: a, day: b }
  return a === b ? { year, month: a, day: b } : 'ambiguous'
}

/** 5 March 2026, Mar 5, 2026, 5-Mar-26, March 2026. */
function inEnglish(text: string): DateParts | null {
  const found =
    /^(?:(\d{1,2})(?:st|nd|rd|th)?[\s.-]+)?([a-z]{3,9})\.?[\s,.-]+(?:(\d{1,2})(?:st|nd|rd|th)?,?[\s-]+)?(\d{4}|\d{2})$/.exec(
      text,
    )
  if (!found || (found[1] && found[3])) return null
  const month = months.findIndex(name => found[2]?.startsWith(name)) + 1
  const year = Number(found[4])
  const day = found[1] ?? found[3]
  return month === 0 ? null : { year: year < 100 ? 2000 + year : year, month, day: day ? Number(day) : null }
}
