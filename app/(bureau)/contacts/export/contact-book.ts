import { getTranslations } from 'next-intl/server'
import { aboutList } from '@/app/(bureau)/list-field'
import { naming } from '@/app/(bureau)/naming'
import { type ContactLine, eachContact } from '@/db/read/contact-list'
import type { ContactColumn } from '@/domain/contact/column'
import type { ContactFilter } from '@/domain/contact/filter'
import { maskedCells } from '@/domain/contact/masked'
import { contactSheet } from '@/domain/contact/sheet'
import type { Permit } from '@/domain/policy/permit'
import { contactDetails } from '@/domain/policy/table'
import type { Book } from '@/domain/spreadsheet/book'
import { localeNames } from '@/i18n/locale'
import { contactFields } from '../contact-fields'

/** The list as it stands on the screen, as a workbook: same columns, rows and order, all of them; what is masked stays so. */
export async function contactBook(
  permit: Permit<'contact.export'>,
  filter: ContactFilter,
  columns: readonly ContactColumn[],
): Promise<Book<ContactLine>> {
  const [t, names, fields] = await Promise.all([getTranslations('contact'), naming(), contactFields(filter)])
  const { locale, ref } = names
  const about = await aboutList(t('title'), fields, names.fullDay(names.today))
  const shown = contactDetails[permit.actor.role] === 'shown'
  return {
    name: t('title'),
    locale,
    about: shown ? about : [...about, t('maskedInFile', { masked: maskedCells[locale] })],
    columns: contactSheet(columns, {
      locale,
      timezone: ref.zone.timezone,
      column: key => t(`column.${key}`),
      consent: consent => t(`consent.${consent}`),
      language: language => localeNames[language],
    }),
    rows: eachContact(permit, filter),
    now: new Date(),
  }
}
