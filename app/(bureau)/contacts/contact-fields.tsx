import { getTranslations } from 'next-intl/server'
import { consents } from '@/domain/contact/contact'
import type { ContactFilter } from '@/domain/contact/filter'
import { locales } from '@/domain/user/user'
import { localeNames } from '@/i18n/locale'
import type { ListField } from '../list-field'
import { fieldKit } from '../list-fields'

/** What a list of contacts can be asked, in the order of its chips. */
export async function contactFields(filter: ContactFilter): Promise<ListField<ContactFilter>[]> {
  const [t, kit] = await Promise.all([getTranslations('contact'), fieldKit(filter)])
  return [
    kit.text(t('filter.text')),
    kit.countries(t('filter.country')),
    kit.industries(t('filter.industry')),
    kit.many('language', 'languages', t('column.language'), locales, locale => localeNames[locale]),
    kit.many('consent', 'consents', t('column.consent'), consents, consent => t(`consent.${consent}`)),
  ]
}
