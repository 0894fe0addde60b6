import { addDays, addMonths, type IsoDate, isIsoDate, lastDayOfMonth, weekdayOf, yearOf } from './date'

/** A day as it is said, in one of five languages; `of` gives null for a day that does not exist (30 February). */
export type DayWord = { said: RegExp; of: (parts: readonly string[], today: IsoDate) => IsoDate | null }

const days = (count: number) => (_: readonly string[], today: IsoDate) => addDays(today, count)
const digits = '[一二三四五六七八九十两兩\\d]{1,3}'
const week = '(?:周|週|星期|礼拜|禮拜)'
const weekday = '([一二三四五六日天])'
const english = '(sun|mon|tue|wed|thu|fri|sat)(?:s|nes|rs|ur)?(?:day)?'
const months = '(jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec)[a-z]*\\.?'
const yobi = '([日月火水木金土])曜日?'
const yoil = '([일월화수목금토])요일'

/** Longer ones first: 大后天 before 后天, 下周三 before 周三. Each stands at the beginning of what it is tried on. */
export const dayWords: readonly DayWord[] = [
  word('(\\d{4})[-/.年](\\d{1,2})[-/.月](\\d{1,2})[日号號]?', ([y, m, d], _) => real(y, m, d)),
  word('(\\d{4})\\s?년\\s?(\\d{1,2})\\s?월\\s?(\\d{1,2})\\s?일', ([y, m, d]) => real(y, m, d)),
  word('(?:下个月|下個月|下月|来月の?)(' + digits + ')[日号號]', ([d], today) =>
    real(...monthOf(addMonths(today, 1)), d),
  ),
  word('다음\\s?달\\s?(\\d{1,2})\\s?일', ([d], today) => real(...monthOf(addMonths(today, 1)), d)),
  word(`(${digits})月(${digits})[日号號]?`, ([m, d], today) => coming(m, d, today)),
  word('(\\d{1,2})\\s?월\\s?(\\d{1,2})\\s?일', ([m, d], today) => coming(m, d, today)),
  word('(\\d{1,2})/(\\d{1,2})(?![\\d/])', ([m, d], today) => coming(m, d, today)),
  word(`${months}\\s(\\d{1,2})(?:st|nd|rd|th)?\\b`, ([m, d], today) => coming(monthNamed(m), d, today)),
  word(`(\\d{1,2})(?:st|nd|rd|th)?\\s${months}(?![a-z])`, ([d, m], today) => coming(monthNamed(m), d, today)),
  word(`(${digits})(?:天|日)(?:后|後|以后|以後|之后|之後)`, ([n], today) => later(n, 1, today)),
  word(`(${digits})(?:周|週|个星期|個星期|週間)(?:后|後|以后|以後|之后|之後)`, ([n], today) =>
    later(n, 7, today),
  ),
  word('in\\s(\\d{1,3})\\sdays?\\b', ([n], today) => later(n, 1, today)),
  word('in\\s(\\d{1,2})\\sweeks?\\b', ([n], today) => later(n, 7, today)),
  word('(\\d{1,3})\\s?일\\s?(?:후|뒤)', ([n], today) => later(n, 1, today)),
  word('(\\d{1,2})\\s?주\\s?(?:후|뒤)', ([n], today) => later(n, 7, today)),
  word('大后天|大後天|しあさって|글피', days(3)),
  word('后天|後天|明後日|あさって|the day after tomorrow|day after tomorrow|모레', days(2)),
  word('明天|明日|あした|tomorrow\\b|내일', days(1)),
  word('今天|今日|きょう|today\\b|오늘', days(0)),
  word(`下${week}${weekday}`, ([day], today) => inWeek(han(day), 1, today)),
  word(`(?:本|这|這)${week}${weekday}`, ([day], today) => inWeek(han(day), 0, today)),
  word(`来週の?${yobi}`, ([day], today) => inWeek('日月火水木金土'.indexOf(day ?? ''), 1, today)),
  word(`今週の?${yobi}`, ([day], today) => inWeek('日月火水木金土'.indexOf(day ?? ''), 0, today)),
  word(`다음\\s?주\\s?${yoil}`, ([day], today) => inWeek('일월화수목금토'.indexOf(day ?? ''), 1, today)),
  word(`이번\\s?주\\s?${yoil}`, ([day], today) => inWeek('일월화수목금토'.indexOf(day ?? ''), 0, today)),
  word(`next\\s${english}\\b`, ([day], today) => inWeek(dayNamed(day), 1, today)),
  word(`(?:下${week}|来週|다음\\s?주|next\\sweek\\b)`, (_, today) => inWeek(1, 1, today)),
  word(`${week}${weekday}`, ([day], today) => next(han(day), today)),
  word(yobi, ([day], today) => next('日月火水木金土'.indexOf(day ?? ''), today)),
  word(yoil, ([day], today) => next('일월화수목금토'.indexOf(day ?? ''), today)),
  word(`(?:on\\s)?${english}\\b`, ([day], today) => next(dayNamed(day), today)),
  word('下月底|来月末|next month end', (_, today) => lastDayOfMonth(addMonths(today, 1))),
  word('月底|月末|월말|end of (?:the )?month\\b', (_, today) => lastDayOfMonth(today)),
]

function word(said: string, of: DayWord['of']): DayWord {
  return { said: new RegExp(`^(?:${said})`, 'iu'), of: (parts, today) => of(parts, today) }
}

/** 三 and 3, 十五 and 15, 两. */
function number(text: string | undefined): number {
  if (!text || /^\d+$/.test(text)) return Number(text)
  const [tens, ones] = text.includes('十') ? text.split('十') : ['', text]
  const digit = (one: string | undefined) =>
    '零一二三四五六七八九'.indexOf((one ?? '').replace(/[两兩]/, '二'))
  const ten = text.includes('十') ? (tens ? digit(tens) : 1) * 10 : 0
  return ten + (ones ? digit(ones) : 0)
}

const two = (value: number) => String(value).padStart(2, '0')
const monthOf = (day: IsoDate) => [day.slice(0, 4), day.slice(5, 7)] as const

function real(year?: string, month?: string, day?: string): IsoDate | null {
  const said = `${year}-${two(number(month))}-${two(number(day))}`
  return isIsoDate(said) ? said : null
}

/** A day without its year is one that comes: this year's, or next year's when that is past. 29 February waits for one. */
function coming(month: string | undefined, day: string | undefined, today: IsoDate): IsoDate | null {
  const year = yearOf(today)
  const tried = [0, 1, 2, 3, 4].map(more => real(String(year + more), month, day))
  return (
    tried.slice(0, number(month) === 2 && number(day) === 29 ? 5 : 2).find(one => one && one >= today) ?? null
  )
}

const later = (count: string | undefined, unit: number, today: IsoDate) =>
  addDays(today, number(count) * unit)
const han = (day: string | undefined) => Math.max(0, '日一二三四五六'.indexOf(day ?? '')) // 天 is 日
const dayNamed = (day = '') => ['sun', 'mon', 'tue', 'wed', 'thu', 'fri', 'sat'].indexOf(day.toLowerCase())
const monthNamed = (month = '') =>
  String('jan feb mar apr may jun jul aug sep oct nov dec'.split(' ').indexOf(month.toLowerCase()) + 1)

/** That day of this week or of one so many later; a week begins on Monday. */
function inWeek(day: number, weeks: number, today: IsoDate): IsoDate {
  const monday = addDays(today, -((weekdayOf(today) + 6) % 7))
  return addDays(monday, ((day + 6) % 7) + weeks * 7)
}

/** The next such day after today. */
const next = (day: number, today: IsoDate) => addDays(today, ((day - weekdayOf(today) + 6) % 7) + 1)
