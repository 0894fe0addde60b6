import { getTranslations } from 'next-intl/server'
import type { Permit } from '@/domain/policy/permit'
import type { Book } from '@/domain/spreadsheet/book'
import type { DeskBook, Measure } from '@/domain/spreadsheet/desk'
import { naming } from './naming'

type ByDesk = { desks: readonly string[] }

/** A list as a workbook with a sheet per desk: what is on the cover, and the list of each desk that the filter lets through. */
export async function deskBookOf<F extends ByDesk, T>(
  permit: Permit,
  filter: F,
  bookOf: (filter: F) => Promise<Book<T>>,
  measures: readonly Pick<Measure<T>, 'key' | 'label' | 'amount'>[],
): Promise<DeskBook<T>> {
  const [t, names, whole] = await Promise.all([getTranslations('export.cover'), naming(), bookOf(filter)])
  const { colon, locale } = names
  const wanted = names.ref.desks.filter(({ key }) => filter.desks.length === 0 || filter.desks.includes(key))
  return {
    cover: {
      sheet: t('sheet'),
      about: [
        ...whole.about,
        t('by') + colon + permit.actor.name,
        t('asOf') + colon + names.moment(whole.now),
      ],
      desk: t('desk'),
      count: t('count'),
      total: t('total'),
      none: t('none'),
    },
    measures: measures.map(measure => ({
      ...measure,
      notStated: t('notStated', { field: measure.label }),
      withoutRate: t('withoutRate', { field: measure.label }),
    })),
    desks: wanted.map(({ id, key }) => ({
      name: names.desk(id).name,
      book: () => bookOf({ ...filter, desks: [key] }),
    })),
    locale,
    now: whole.now,
  }
}
