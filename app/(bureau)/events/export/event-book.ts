import { getTranslations } from 'next-intl/server'
import { aboutList } from '@/app/(bureau)/list-field'
import { naming } from '@/app/(bureau)/naming'
import { type EventRow, eachEvent } from '@/db/read/event'
import type { EventColumn } from '@/domain/event/column'
import type { EventFilter } from '@/domain/event/filter'
import { columnUnit } from '@/domain/money/column'
import type { Permit } from '@/domain/policy/permit'
import type { Book } from '@/domain/spreadsheet/book'
import { type Cell, cny, date, integer, text } from '@/domain/spreadsheet/cell'
import type { Column } from '@/domain/spreadsheet/column'
import { nameIn } from '@/domain/user/user'
import { eventFields } from '../event-fields'

/**
 * The list as it stands on the screen, as a workbook. The sum of an event is a number; what it leaves out, which the
 * screen says beside it, stands in two columns of its own.
 */
export async function eventBook(
  permit: Permit<'event.export'>,
  filter: EventFilter,
  columns: readonly EventColumn[],
): Promise<Book<EventRow>> {
  const [t, names, fields] = await Promise.all([getTranslations('event'), naming(), eventFields(filter)])
  const { locale } = names
  const cells: Record<EventColumn, [(row: EventRow) => Cell, width?: number]> = {
    number: [row => text(row.number), 14],
    name: [row => text(nameIn(locale, row.name, row.names)), 40],
    kind: [row => text(t(`kind.${row.kind}`)), 16],
    starts: [row => date(row.startsOn), 12],
    ends: [row => date(row.endsOn), 12],
    country: [row => text(names.country(row.country)), 12],
    city: [row => text(row.city), 12],
    desks: [row => text(row.deskIds.map(id => names.desk(id).name).join(names.comma)), 20],
    leads: [row => integer(row.leads)],
    deals: [row => integer(row.deals.count)],
    deals_cny: [({ deals }) => cny(sumShown(deals) ? deals.cny : null, locale), 14],
    staff: [row => text(row.staffIds.map(names.person).join(names.comma)), 24],
    venue: [row => text(row.venue), 24],
    organiser: [row => text(row.organiser), 24],
  }
  const left: Column<EventRow>[] = [
    { key: 'not_stated', header: t('column.not_stated'), cell: row => integer(row.deals.notStated) },
    { key: 'without_rate', header: t('column.without_rate'), cell: row => integer(row.deals.withoutRate) },
  ]
  return {
    name: t('title'),
    locale,
    about: await aboutList(t('title'), fields, `${names.fullDay(names.today)} · ${t('reach')}`),
    columns: columns.flatMap(key => {
      const [cell, width] = cells[key]
      const unit = key === 'deals_cny' ? columnUnit(locale).word : undefined
      return [{ key, header: t(`column.${key}`), unit, width, cell }, ...(key === 'deals_cny' ? left : [])]
    }),
    rows: eachEvent(permit, filter),
    now: new Date(),
  }
}

/** As on the screen: no number where nothing but unknown amounts stands behind it. */
const sumShown = ({ count, cny, notStated, withoutRate }: EventRow['deals']) =>
  count > 0 && (cny > 0n || notStated + withoutRate === 0)
