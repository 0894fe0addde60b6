import { getTranslations } from 'next-intl/server'
import { aboutList } from '@/app/(bureau)/list-field'
import { naming } from '@/app/(bureau)/naming'
import { type ClockRow, eachClock } from '@/db/read/clock'
import { type ClockColumn, type ClockFilter, clockPeriod } from '@/domain/clock/filter'
import type { Permit } from '@/domain/policy/permit'
import type { Book } from '@/domain/spreadsheet/book'
import { type Cell, date, text } from '@/domain/spreadsheet/cell'
import { clockFields } from '../clock-fields'

/** The rows as they stand on the screen, all of them. */
export async function clockBook(
  permit: Permit<'clock.export'>,
  filter: ClockFilter,
  columns: readonly ClockColumn[],
): Promise<Book<ClockRow>> {
  const [t, names, fields] = await Promise.all([getTranslations('clock'), naming(), clockFields(filter)])
  const { from, to } = clockPeriod(filter, names.today)
  const cells: Record<ClockColumn, [(row: ClockRow) => Cell, width: number]> = {
    number: [row => text(row.case?.number ?? null), 14],
    name: [row => text(row.case?.name ?? t('gone')), 36],
    kind: [row => text(t(`kind.${row.kind}`)), 14],
    result: [row => text(t(row.kept ? 'result.kept' : 'result.missed')), 10],
    due: [row => date(row.dueOn), 12],
    done: [row => date(row.doneOn), 12],
    desk: [row => text(names.desk(row.deskId).name), 12],
    officer: [row => text(names.person(row.officerId) || t('nobody')), 12],
  }
  const period = t('filter.range', { from: names.fullDay(from), to: names.fullDay(to) })
  return {
    name: t('title'),
    locale: names.locale,
    about: await aboutList(t('title'), fields, period),
    columns: columns.map(key => ({
      key,
      header: t(`field.${key}`),
      cell: cells[key][0],
      width: cells[key][1],
    })),
    rows: eachClock(permit, filter),
    now: new Date(),
  }
}
