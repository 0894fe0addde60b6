import { readableNumber } from '@/db/as'
import { dateIn, yearOf } from '@/domain/calendar/date'
import { TIMEZONE } from './days'

/** The next readable number of the year in which a record was entered. */
export function numberer(noun: string) {
  const counts = new Map<number, number>()
  return (at: Date): string => {
    const year = yearOf(dateIn(TIMEZONE, at))
    const count = (counts.get(year) ?? 0) + 1
    counts.set(year, count)
    return readableNumber(noun, year, count)
  }
}

/** Where each series stands, so that the next record goes on after these. */
export function seriesOf(rows: readonly { number: string }[]) {
  const last = new Map<string, { noun: string; year: number; last: number }>()
  for (const { number } of rows) {
    const [noun = '', year = '', count = ''] = number.split('-')
    const key = `${noun}-${year}`
    const most = Math.max(last.get(key)?.last ?? 0, Number(count))
    last.set(key, { noun, year: Number(year), last: most })
  }
  return [...last.values()]
}

type Story = { row: { createdAt: Date } }

export const byMoment =
  <T>(moment: (one: T) => Date) =>
  (a: T, b: T): number =>
    moment(a).getTime() - moment(b).getTime()

/** Records get their ids in the order in which they were entered. */
export const inOrder = <S extends Story>(stories: S[]): S[] =>
  stories.sort(byMoment(one => one.row.createdAt))

export const numbered = <T extends object>(rows: readonly T[]) =>
  rows.map((row, index) => ({ ...row, id: index + 1 }))

export function withNumbers<S extends Story, R extends object>(
  noun: string,
  stories: readonly S[],
  rowOf: (story: S, number: string) => R,
) {
  const numberOf = numberer(noun)
  return stories.map((story, index) => {
    const number = numberOf(story.row.createdAt)
    return { ...rowOf(story, number), id: index + 1, number }
  })
}

/** What belongs to the records, under their ids. */
export const owned = <S, T extends object, K extends string>(
  stories: readonly S[],
  key: K,
  pick: (story: S) => readonly T[],
): (T & Record<K, number>)[] =>
  stories.flatMap((story, index) =>
    pick(story).map(line => ({ ...line, [key]: index + 1 }) as T & Record<K, number>),
  )
