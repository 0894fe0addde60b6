import { getTranslations } from 'next-intl/server'
import { aboutList } from '@/app/(bureau)/list-field'
import { naming } from '@/app/(bureau)/naming'
import { eachDeal } from '@/db/read/deal'
import type { DealColumn } from '@/domain/deal/column'
import type { DealFilter } from '@/domain/deal/filter'
import type { DealRow } from '@/domain/deal/row'
import { type DealSheetWords, dealSheet } from '@/domain/deal/sheet'
import type { Permit } from '@/domain/policy/permit'
import type { Book } from '@/domain/spreadsheet/book'
import { type Cell, cny, text } from '@/domain/spreadsheet/cell'
import { dealFilterFields } from '../deal-filter-fields'

/** The list as it stands on the screen, as a workbook: same columns, rows and order, all of them. */
export async function dealBook(
  permit: Permit<'deal.export'>,
  filter: DealFilter,
  columns: readonly DealColumn[],
): Promise<Book<DealRow>> {
  const [t, names, fields, words] = await Promise.all([
    getTranslations('deal'),
    naming(),
    dealFilterFields(filter),
    sheetWords(),
  ])
  const drawn = dealSheet(columns, words)
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

async function sheetWords(): Promise<DealSheetWords> {
  const [t, common, source, names] = await Promise.all([
    getTranslations('deal'),
    getTranslations('common.say'),
    getTranslations('lead.source'),
    naming(),
  ])
  const { locale, comma, person, industry, country, province } = names
  return {
    locale,
    timezone: names.ref.zone.timezone,
    comma,
    column: key => t(`field.${key}`),
    stage: stage => t(`stage.${stage}`),
    status: status => t(`status.${status}`),
    form: form => t(`form.${form}`),
    source: one => source(one),
    desk: id => names.desk(id).name,
    person,
    industry,
    country,
    province,
    original: t('unit.original'),
    notStated: common('notStated'),
    none: common('none'),
    noRate: t('mark.noRate'),
    unknown: t('ask.unknown'),
    yes: common('yes'),
    no: common('no'),
    unassigned: t('mark.unassigned'),
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
