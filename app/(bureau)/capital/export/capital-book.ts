import { getTranslations } from 'next-intl/server'
import { aboutList } from '@/app/(bureau)/list-field'
import { naming } from '@/app/(bureau)/naming'
import { eachCapital } from '@/db/read/capital'
import type { CapitalRow } from '@/domain/capital/board'
import { type CapitalColumn, type CapitalFilter, capitalPeriod } from '@/domain/capital/filter'
import { capitalFigureOf } from '@/domain/figure/capital'
import { columnUnit } from '@/domain/money/column'
import type { Permit } from '@/domain/policy/permit'
import type { Book } from '@/domain/spreadsheet/book'
import { type Cell, cny, date, money, text } from '@/domain/spreadsheet/cell'
import { nameIn } from '@/domain/user/user'
import { capitalWords } from '../capital-cell'
import { capitalFields } from '../capital-fields'

/** The rows of the chosen set as they stand on the screen, all of them. */
export async function capitalBook(
  permit: Permit<'capital.export'>,
  filter: CapitalFilter,
  columns: readonly CapitalColumn[],
): Promise<Book<CapitalRow>> {
  const [t, names, fields, say] = await Promise.all([
    getTranslations('capital'),
    naming(),
    capitalFields(filter),
    capitalWords(filter),
  ])
  const { from, to } = capitalPeriod(filter, names.today)
  const cells: Record<CapitalColumn, [(row: CapitalRow) => Cell, width: number]> = {
    number: [row => text(row.deal.number), 14],
    name: [row => text(nameIn(names.locale, row.deal.name, row.deal.names)), 36],
    party: [row => text(row.party), 24],
    origin: [row => text(say.origin(row)), 12],
    form: [row => text(say.form(row)), 14],
    date: [row => date(row.on), 12],
    amount: [row => money(row.money), 18],
    cny: [row => cny(row.cny, names.locale), 14],
    state: [row => text(say.late(row) ?? say.state(row)), 14],
    voucher: [row => text(row.voucher), 22],
    desk: [row => text(names.desk(row.deskId).name), 12],
    officer: [row => text(names.person(row.officerId)), 12],
  }
  const title = `${t('title')} · ${t(`figure.${capitalFigureOf(filter.set, filter.basis)}`)}`
  const period = t('filter.range', { from: names.fullDay(from), to: names.fullDay(to) })
  return {
    name: title,
    locale: names.locale,
    about: await aboutList(title, fields, period),
    columns: columns.map(key => ({
      key,
      header: t(`field.${key}`),
      ...(key === 'cny' && { unit: columnUnit(names.locale).word }),
      cell: cells[key][0],
      width: cells[key][1],
    })),
    rows: eachCapital(permit, filter),
    now: new Date(),
  }
}
