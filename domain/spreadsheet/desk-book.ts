import { addSums, emptySum, type Sum, sumOf } from '@/domain/money/sum'
import type { Book } from '@/domain/spreadsheet/book'
import { type Cell, cny, text } from '@/domain/spreadsheet/cell'
import { workbookStream, writeSheet } from '@/domain/spreadsheet/xlsx'
import { sheetName } from '@/domain/spreadsheet/xlsx-sheet'
import type { DeskBook, DeskTotal, Measure } from './desk'
import { writeCover } from './desk-cover'

type Ended = (rows: number, broken: boolean) => Promise<void>

/**
 * The workbook, each sheet as it is read: the cover is written last, of what the sheets hold, and stands first. `ended` is
 * called once, before the end of the file, or when it is given up.
 */
export function deskStream<T>(book: DeskBook<T>, ended?: Ended): ReadableStream<Uint8Array> {
  const totals: DeskTotal[] = []
  const rows = () => totals.reduce((sum, { count }) => sum + count, 0)
  return workbookStream(book.now, async (workbook, gone) => {
    let whole = false
    try {
      for (const desk of book.desks) {
        const list = await desk.book()
        const total = { name: nameBeside(desk.name, book, totals), count: 0, sums: nothing(book) }
        const found = await notEmpty(summed(list.rows, book.measures, total))
        if (!found) continue
        totals.push(total)
        const cells = () => totalsOf(list, book, total)
        await writeSheet(workbook, { ...list, name: total.name, rows: found, totals: cells }, gone)
      }
      writeCover(workbook, book, totals)
      // written last, it stands first
      workbook._worksheets.splice(1, 0, workbook._worksheets.pop())
      whole = true
    } finally {
      await ended?.(rows(), !whole)
    }
  })
}

const nothing = <T>({ measures }: DeskBook<T>): Sum[] => measures.map(() => emptySum)

/** As a sheet may be called, and as no other one is. */
function nameBeside<T>(name: string, { cover }: DeskBook<T>, totals: readonly DeskTotal[]): string {
  const taken = [cover.sheet, ...totals.map(one => one.name)].map(one => one.toLowerCase())
  let plain = sheetName(name)
  for (let at = 2; taken.includes(plain.toLowerCase()); at++) plain = `${sheetName(name).slice(0, 27)} ${at}`
  return plain
}

/** Null where there is no row at all. */
async function notEmpty<T>(chunks: AsyncGenerator<readonly T[]>) {
  let first = await chunks.next()
  while (!first.done && first.value.length === 0) first = await chunks.next()
  if (first.done) return null
  const { value } = first
  return (async function* () {
    try {
      yield value
      yield* chunks
    } finally {
      await chunks.return(undefined)
    }
  })()
}

/** Adds up while the rows pass, so that the totals are those of the rows in the file. */
async function* summed<T>(
  chunks: AsyncIterable<readonly T[]>,
  measures: readonly Measure<T>[],
  total: DeskTotal,
): AsyncGenerator<readonly T[]> {
  for await (const chunk of chunks) {
    total.count += chunk.length
    total.sums = measures.map(({ amount }, at) => {
      const amounts = chunk.map(amount).filter(one => one !== null)
      return addSums(total.sums[at] ?? emptySum, sumOf(amounts))
    })
    yield chunk
  }
}

/** The last row of a sheet: its sums, below their columns. */
function totalsOf<T>({ columns }: Book<T>, { measures, cover, locale }: DeskBook<T>, { sums }: DeskTotal) {
  return columns.map(({ key }, at): Cell => {
    const of = measures.findIndex(measure => measure.key === key)
    return of >= 0 ? cny(sums[of]?.cny, locale) : at === 0 ? text(cover.total) : null
  })
}
