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
 * Reads when something is expected as offices write it, counted from `today`: 8、9月份; 8-9月; 2026年9月; 9月底前; 9月中旬;
 * 9月15日前; 本月底, 下个月; 三季度; 下半年; 两年内; 18个月内; 年内, 年底前, 明年底前; 今明两年; 2026-09-30前. Without a year it is
 * the next that is not over. Null for anything else.
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
  [
    `${YEAR}([上下])半年(?:[内內])?`,
    ([, year, half], today) =>
      half === '上' ? months(year, '1', '6', today) : months(year, '7', '12', today),
  ],
  [
    `${YEAR}${N}月(?:份)?([上中下])旬`,
    ([, year, month, part], today) => days(year, month, thirds[part ?? ''] ?? [], today),
  ],
  [
    `${YEAR}${N}月${N}[日号號](?:(?:之|以)?前)?`,
    ([, year, month, said], today) => {
      const day = numberOf(said) || Number.NaN
      return by(days(year, month, [day, day], today))
    },
  ],
  [
    `(本|这个|這個|下个?|下個)月(?:份|[内內])?(底|末)?(?:之|以)?前?`,
    ([, which, end], today) => {
      const first = addMonths(`${today.slice(0, 7)}-01`, which?.startsWith('下') ? 1 : 0)
      return { from: end ? null : first, by: lastDayOfMonth(first) }
    },
  ],
  [`今明[两兩二]年(?:[内內])?`, (_, today) => ({ from: null, by: `${yearOf('明', today)}-12-31` })],
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

/* 0: its last day. */
const thirds: Record<string, readonly number[]> = { 上: [1, 10], 中: [11, 20], 下: [21, 0] }

/** Days of one month; the last third ends with it. Without a year: of this year's, or the next's where they are over. */
function days(year: string | undefined, month: string | undefined, span: readonly number[], today: IsoDate) {
  const of = (of: number): When | null => {
    const whole = months(String(of), month, month, today)
    if (!whole) return null
    const [from, by] = span.map(day =>
      day === 0 ? whole.by : `${whole.by.slice(0, 8)}${String(day).padStart(2, '0')}`,
    )
    return isIsoDate(from) && isIsoDate(by) ? { from, by } : null
  }
  const when = of(yearOf(year ?? '今', today))
  return year === undefined && (!when || when.by < today) ? of(yearOf('明', today)) : when
}

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
