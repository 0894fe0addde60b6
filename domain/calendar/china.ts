import national from 'chinese-days/dist/chinese-days.json' with { type: 'json' }
import { addDays, type IsoDate, yearOf } from './date'
import type { WorkCalendar } from './working-day'

/* The only module that reads the package. Imported by db/ alone: its lists are not for a browser. */

/** A day that a notice names: a weekday off, or (`works`) a weekend day worked in its place. `year`: of which notice. */
export type NoticeDay = { year: number; date: IsoDate; works: boolean }

const published = {
  holidays: new Set(Object.keys(national.holidays)),
  workdays: new Set(Object.keys(national.workdays)),
}
const publishedYears = [...published.holidays].map(yearOf)
/** The years whose notice by the State Council the package knows. */
export const knownFrom = Math.min(...publishedYears)
export const knownTo = Math.max(...publishedYears)

/**
 * Working days as they are worked in China: the notices that the office has entered, else those that the package knows,
 * else Monday to Friday without the statutory days (Regulation on Public Holidays, as of 2025), for nobody knows yet
 * which weekends will be worked. An entered notice stands for its whole year.
 */
export function workCalendar(entered: readonly NoticeDay[] = []): WorkCalendar {
  const own = new Map(entered.map(({ date, works }) => [date, works]))
  const years = new Set(entered.map(({ year }) => year))
  const has = (works: boolean, others: (date: IsoDate) => boolean) => ({
    has: (date: IsoDate) =>
      own.has(date) ? own.get(date) === works : !years.has(yearOf(date)) && others(date),
  })
  return {
    holidays: has(false, date => published.holidays.has(date) || statutory.has(date)),
    workdays: has(true, date => published.workdays.has(date)),
  }
}

/** The first year from this one on for which there is no notice, entered or known: its working days are a guess. */
export function guessedFrom(year: number, enteredYears: readonly number[]): number {
  let at = year
  while (enteredYears.includes(at) || (at >= knownFrom && at <= knownTo)) at += 1
  return at
}

/* First day of the Spring Festival, Qingming, Dragon Boat, Mid-Autumn: by the moon and the sun, so they are listed. */
const moonDays: Record<number, readonly [string, string, string, string]> = {
  2027: ['02-06', '04-05', '06-09', '09-15'],
  2028: ['01-26', '04-04', '05-28', '10-03'],
  2029: ['02-13', '04-04', '06-16', '09-22'],
  2030: ['02-03', '04-05', '06-05', '09-12'],
  2031: ['01-23', '04-05', '06-24', '10-01'],
  2032: ['02-11', '04-04', '06-12', '09-19'],
  2033: ['01-31', '04-04', '06-01', '09-08'],
  2034: ['02-19', '04-05', '06-20', '09-27'],
  2035: ['02-08', '04-05', '06-10', '09-16'],
  2036: ['01-28', '04-04', '05-30', '10-04'],
  2037: ['02-15', '04-04', '06-18', '09-24'],
  2038: ['02-04', '04-05', '06-07', '09-13'],
  2039: ['01-24', '04-05', '05-27', '10-02'],
  2040: ['02-12', '04-04', '06-14', '09-20'],
}

const statutory: ReadonlySet<IsoDate> = new Set(
  Object.entries(moonDays)
    .filter(([year]) => Number(year) > knownTo)
    .flatMap(([year, [spring, qingming, dragonBoat, midAutumn]]) => [
      ...['01-01', '05-01', '05-02', '10-01', '10-02', '10-03', qingming, dragonBoat, midAutumn].map(
        day => `${year}-${day}`,
      ),
      ...[-1, 0, 1, 2].map(day => addDays(`${year}-${spring}`, day)),
    ]),
)
