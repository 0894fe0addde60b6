import { getTranslations } from 'next-intl/server'
import { aboutList } from '@/app/(bureau)/list-field'
import { naming } from '@/app/(bureau)/naming'
import { eachDeal } from '@/db/read/deal'
import type { DealColumn } from '@/domain/deal/column'
import type { DealFilter } from '@/domain/deal/filter'
import type { DealRow } from '@/domain/deal/row'
import { columnUnit } from '@/domain/money/column'
import type { Permit } from '@/domain/policy/permit'
import type { Book } from '@/domain/spreadsheet/book'
import { type Cell, cny, text } from '@/domain/spreadsheet/cell'
import type { Column } from '@/domain/spreadsheet/column'
import { dealFilterFields } from '../deal-filter-fields'
import { dealBookCells } from './deal-book-cells'

/** The list as it stands on the screen, as a workbook: same columns, rows and order, all of them. */
export async function dealBook(
  permit: Permit<'deal.export'>,
  filter: DealFilter,
  columns: readonly DealColumn[],
): Promise<Book<DealRow>> {
  const [t, names, fields, cells] = await Promise.all([
    getTranslations('deal'),
    naming(),
    dealFilterFields(filter),
    dealBookCells(),
  ])
  const units: Partial<Record<DealColumn, string>> = {
    total_cny: columnUnit(names.locale).word,
    foreign_cny: columnUnit(names.locale).word,
    total: t('unit.original'),
    foreign: t('unit.original'),
    land: 'm²',
  }
  const drawn = columns.flatMap((key): Column<DealRow>[] => {
    const column = {
      key,
      header: t(`field.${key}`),
      unit: units[key],
      width: cells[key][1],
      cell: cells[key][0],
    }
    // on the screen the day stands before the step; in a file it is a date of its own
    const day = { key: 'next_step_on', header: t('field.nextStepOn'), width: 12, cell: cells.next_step_on[0] }
    return key === 'next_step' ? [column, day] : [column]
  })
  const sums = { total_cny: 0n, foreign_cny: 0n }
  return {
    name: t('title'),
    locale: names.locale,
    about: await aboutList(
      t('title'),
      fields,
      t('says.asOf', { date: names.fullDay(filter.asOf ?? names.today) }),
    ),
    columns: drawn,
    rows: summed(eachDeal(permit, filter), sums),
    totals: () =>
      drawn.map(({ key }, at): Cell => {
        if (key === 'total_cny' || key === 'foreign_cny') return cny(sums[key], names.locale)
        return at === 0 ? text(t('foot.total')) : null
      }),
    now: new Date(),
  }
}

/** Adds up while the rows pass, so that the total is that of the rows in the file. */
async function* summed(
  chunks: AsyncIterable<readonly DealRow[]>,
  sums: { total_cny: bigint; foreign_cny: bigint },
): AsyncGenerator<readonly DealRow[]> {
  for await (const chunk of chunks) {
    for (const { total, foreign } of chunk) {
      sums.total_cny += total.cny ?? 0n
      sums.foreign_cny += foreign.cny ?? 0n
    }
    yield chunk
  }
}
