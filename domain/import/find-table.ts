import { type Done, done, type Refused, refused } from '@/domain/outcome'
import { cut } from '@/domain/text/cut'
import { type Said, saying, textOf } from './cell-text'
import { columnsOf } from './columns'
import { matchHead, sureHead } from './head'
import { bestBlock, blockAt } from './head-rows'
import { filledDown, spread } from './merged'
import type { ImportNoun } from './noun'
import { MOST_ROWS, type Row, type Sheet, type SheetFile } from './raw'
import { whySkipped } from './skip'
import type { SkippedWhy, Table } from './table'

/**
 * The one table of that noun in a file. With several sheets that hold one, `sheet` says which.
 * Refusals: `sheet.refused.no_table`, `…several_tables` (`sheets`: their names), and those of findTable().
 */
export function chooseTable(file: SheetFile, noun: ImportNoun, sheet?: string): Done<Table> | Refused {
  if (sheet !== undefined) {
    const chosen = file.sheets.find(({ name }) => name === sheet)
    return chosen ? findTable(chosen, noun) : refused('sheet.refused.no_such_sheet', { values: { sheet } })
  }
  const tables = file.sheets.filter(({ hidden }) => !hidden).map(one => findTable(one, noun))
  const found = tables.filter(table => table.kind === 'done')
  if (found.length > 1) {
    const sheets = found.map(({ value }) => value.sheet)
    return refused('sheet.refused.several_tables', { values: { sheets, list: sheets.join(', ') } })
  }
  const graver = tables.find(table => table.kind === 'refused' && table.reason !== 'sheet.refused.no_table')
  return found[0] ?? graver ?? refused('sheet.refused.no_table')
}

/**
 * Where the records of a sheet stand: below its titles, under the row or rows of heads that name most fields of the noun,
 * without totals and notes. `head` says which rows the heads are where a person knows better.
 * Refusals: `sheet.refused.no_table`, `…two_tables` (`row`), `…too_many_rows` (`max`), `…no_rows`.
 */
export function findTable(sheet: Sheet, noun: ImportNoun, head?: Table['head']): Done<Table> | Refused {
  const wide = spread(sheet)
  const block = head ? blockAt(wide, head) : bestBlock(wide, sheet, noun)
  if (!block) return refused('sheet.refused.no_table', { values: { sheet: sheet.name } })
  const above = sheet.rows.slice(0, block.from)
  const below = filledDown(sheet.rows.slice(block.from + block.length), sheet.merges)
  const heads = wide.slice(block.from, block.from + block.length)
  const drafted = columnsOf(heads, above, below, sheet)
  const nameAt = drafted.find(({ parts }) => matchHead(parts, noun)?.field.key === 'name')?.at ?? -1
  const skipped: Table['skipped'][number][] = above.map(row => entry(row, 'title'))
  const rows: Row[] = []
  for (const row of below) {
    const said = saying(row.cells)
    const why = isHeadAgain(said, heads) ? 'repeated' : whySkipped(said, drafted.length, nameAt)
    if (why) skipped.push(entry(row, why))
    else if (isOtherHead(said, noun)) return refused('sheet.refused.two_tables', { values: { row: row.at } })
    else rows.push(row)
  }
  if (rows.length > MOST_ROWS)
    return refused('sheet.refused.too_many_rows', { values: { max: MOST_ROWS, sheet: sheet.name } })
  if (rows.length === 0) return refused('sheet.refused.no_rows', { values: { sheet: sheet.name } })
  return done({
    sheet: sheet.name,
    head: { first: heads[0]?.at ?? 0, last: heads.at(-1)?.at ?? 0 },
    // by the records alone: a total is no value of a column
    columns: columnsOf(heads, above, rows, sheet),
    rows,
    skipped,
    year: yearSaid([sheet.name, ...above.flatMap(row => row.cells.map(textOf))]),
  })
}

function isHeadAgain(said: readonly Said[], heads: readonly Row[]): boolean {
  return (
    said.length > 1 &&
    heads.some(({ cells }) => said.every(({ at, raw }) => textOf(raw) === textOf(cells[at])))
  )
}

/** Four short words that each head a column of this noun: another table begins. */
function isOtherHead(said: readonly Said[], noun: ImportNoun): boolean {
  const short = ({ raw }: Said) => raw.kind === 'text' && raw.text.length <= 16
  if (said.length < 4 || !said.every(short)) return false
  const named = new Set(said.flatMap(({ raw }) => sureHead([textOf(raw)], noun) ?? []))
  return named.size >= 4 && named.size >= said.length * 0.6
}

const entry = ({ at, cells }: Row, why: SkippedWhy) => ({
  at,
  why,
  text: cut(
    saying(cells)
      .map(({ raw }) => textOf(raw))
      .join(' · '),
    200,
  ),
})

/** The one year that the title speaks of. */
function yearSaid(texts: readonly string[]): number | null {
  const years = new Set(
    texts.flatMap(text => [...text.matchAll(/(?<!\d)(?:19|20)\d\d(?!\d)/g)].map(([year]) => Number(year))),
  )
  const [year] = years
  return years.size === 1 && year ? year : null
}
