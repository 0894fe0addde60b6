import type { Sum } from '@/domain/money/sum'
import type { Book } from '@/domain/spreadsheet/book'

/** What is added up, by the key of its column. `amount`: null for a row that does not count in it. */
export type Measure<T> = {
  key: string
  label: string
  notStated: string
  withoutRate: string
  amount: (row: T) => { stated: boolean; cny: bigint | null } | null
}

/** A list cut by desk: a cover sheet of totals, and the list of each desk that has rows on a sheet of its own. */
export type DeskBook<T> = {
  cover: {
    sheet: string
    about: readonly string[]
    desk: string
    count: string
    total: string
    none: string
  }
  measures: readonly Measure<T>[]
  desks: readonly { name: string; book: () => Promise<Book<T>> }[]
  locale: Book<T>['locale']
  now: Date
}

/** Of a desk: its sheet, how many rows, and a sum for each measure. */
export type DeskTotal = { name: string; count: number; sums: Sum[] }
