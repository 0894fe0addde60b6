import { addMonths, type IsoDate, isIsoDate, lastDayOfMonth } from '@/domain/calendar/date'

/** Between two days, or (`from` null) by one. */
export type When = { from: IsoDate | null; by: IsoDate }

const chinese: Record<string, number> = {
  一: 1,
  二: 2,
  两: 2,
  兩: 2,
  三: 3,
  四: 4,
  五: 5,
  六: 6,
  七: 7,
  八: 8,
  九: 9,
  十: 10,
  十一: 11,
  十二: 12,
  半: 0.5,
}
const N = '(\\d{1,3}|[一二两兩三四五六七八九十]{1,2}|半)'
const YEAR = '(?:(\\d{4}|今|明|后|後|本)年)?'

/**
 * Reads when something is expected as offices write it, counted from `today`: 8、9月份; 8-9月; 2026年9月; 9月底前; 三季度; 两年内;
 * 18个月内; 年内, 年底前, 明年底前; 2026-09-30前. Months without a year are the next that are not over. Null for anything else.
 */
export function readWhen(text: string, today: IsoDate): When | null {
  const tidy = text
    .normalize('NFKC')
    .replace(/\s/g, '')
    .replace(/^(预计|預計|预期|計劃|计划|于|於)/, '')
    .replace(/(到位|完成|到账|到賬)$/, '')
  for (const [form, read] of forms) {
    const found = new RegExp(`^${form}$`).exec(tidy)
    const when = found && read(found, today)
    if (when) return when
  }
  return null
}

type Reader = (found: RegExpExecArray, today: IsoDate) => When | null
const forms: readonly (readonly [string, Reader])[] = [
  [
    `${YEAR}${N}(?:月?份?[、,至到~\\-–—及和]${N})?月份?`,
    ([, year, one, other], today) => months(year, one, other ?? one, today),
  ],
  [
    `${YEAR}${N}月(?:份|底|末)?(?:之|以)?前`,
    ([, year, month], today) => by(months(year, month, month, today)),
  ],
  [
    `${YEAR}(?:第)?([一二三四1-4])季度(?:内|內)?`,
    ([, year, quarter], today) => {
      const last = numberOf(quarter) * 3
      return months(year, String(last - 2), String(last), today)
    },
  ],
  [`${N}年(?:之|以)?[内內]`, ([, years], today) => within(numberOf(years) * 12, today)],
  [`${N}个?個?月(?:之|以)?[内內]`, ([, count], today) => within(numberOf(count), today)],
  [
    `(今|明|后|後|本|\\d{4})?年(?:[内內]|(?:底|末|终|終)(?:之|以)?前?)`,
    ([, year], today) => ({ from: null, by: `${yearOf(year ?? '今', today)}-12-31` }),
  ],
  [
    `(\\d{4})[-./年](\\d{1,2})[-./月](\\d{1,2})日?(?:(?:之|以)?前)?`,
    ([, year, month, day]) => {
      const by = `${year}-${month?.padStart(2, '0')}-${day?.padStart(2, '0')}`
      return isIsoDate(by) ? { from: null, by } : null
    },
  ],
]

/** Whole months from one to another. Without a year: of this year, or the next where this year's are over. */
function months(
  year: string | undefined,
  one: string | undefined,
  other: string | undefined,
  today: IsoDate,
): When | null {
  const [first, last] = [numberOf(one), numberOf(other)]
  if (![first, last].every(month => Number.isInteger(month) && month >= 1 && month <= 12)) return null
  const begins = yearOf(year ?? '今', today)
  const turns = last < first ? 1 : 0
  const of = (of: number, month: number) => `${of}-${String(month).padStart(2, '0')}-01`
  const when = (year: number) => ({ from: of(year, first), by: lastDayOfMonth(of(year + turns, last)) })
  return year === undefined && when(begins).by < today ? when(begins + 1) : when(begins)
}

const by = (when: When | null): When | null => when && { from: null, by: when.by }

/** Half a year is six months; half a month is not said. */
function within(count: number, today: IsoDate): When | null {
  return Number.isInteger(count) && count >= 1 && count <= 360
    ? { from: null, by: addMonths(today, count) }
    : null
}

function yearOf(word: string, today: IsoDate): number {
  const now = Number(today.slice(0, 4))
  return /^\d/.test(word) ? Number(word) : now + ({ 明: 1, 后: 2, 後: 2 }[word] ?? 0)
}

const numberOf = (word = ''): number => (/^\d+$/.test(word) ? Number(word) : (chinese[word] ?? Number.NaN))
