import { getTranslations } from 'next-intl/server'
import { Facts } from '@/components/page'
import type { ContactRow } from '@/db/read/contact'
import { locales } from '@/domain/user/user'
import { localeNames } from '@/i18n/locale'
import { naming } from '../naming'

export async function ContactFacts({ contact }: { contact: ContactRow }) {
  const [t, common, names] = await Promise.all([
    getTranslations('contact'),
    getTranslations('common.say'),
    naming(),
  ])
  const known = (value: React.ReactNode) => value || <span className="text-ink-3">{common('notStated')}</span>
  const company = contact.companyNumber ? (
    <a
      className="link"
      href={`/companies/${contact.companyNumber}`}
      lang={contact.companyLocale ?? undefined}
    >
      {contact.companyName}
    </a>
  ) : (
    t('noCompany')
  )
  const others = locales.flatMap(locale => {
    const name = contact.names[locale]
    return name ? [{ key: `names.${locale}`, label: localeNames[locale], value: name, lang: locale }] : []
  })
  return (
    <>
      <Facts
        items={[
          { key: 'company', label: t('field.company'), value: company },
          { key: 'title', label: t('field.title'), value: known(contact.title) },
          {
            key: 'language',
            label: t('field.language'),
            value: known(contact.language && localeNames[contact.language]),
          },
          { key: 'consent', label: t('field.consent'), value: t(`consent.${contact.consent}`) },
          ...others,
          {
            key: 'note',
            label: t('field.note'),
            value: known(contact.note && <span className="whitespace-pre-wrap">{contact.note}</span>),
          },
        ]}
      />
      <p className="mt-4 text-12 text-ink-3">
        {common('updatedBy', { name: names.person(contact.updatedBy), at: names.moment(contact.updatedAt) })}
      </p>
    </>
  )
}
