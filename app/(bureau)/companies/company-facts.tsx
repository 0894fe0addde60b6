import { getTranslations } from 'next-intl/server'
import { Facts } from '@/components/page'
import type { Company } from '@/db/read/company'
import { locales } from '@/domain/user/user'
import { localeNames } from '@/i18n/locale'
import { naming } from '../naming'

/** What is known of a company; what is not says so. */
export async function CompanyFacts({ company }: { company: Company }) {
  const [t, common, names] = await Promise.all([
    getTranslations('company'),
    getTranslations('common.say'),
    naming(),
  ])
  const known = (value: React.ReactNode) => value || <span className="text-ink-3">{common('notStated')}</span>
  const place = [names.country(company.country), names.province(company.province)].filter(Boolean).join(' ')
  const facts = [
    { key: 'country', value: place },
    { key: 'kind', value: company.kind && t(`kind.${company.kind}`) },
    { key: 'industryId', value: names.industry(company.industryId) },
    { key: 'inZone', value: common(company.inZone ? 'yes' : 'no') },
    { key: 'origin', value: company.origin && t(`origin.${company.origin}`) },
    { key: 'segment', value: company.segment && t(`segment.${company.segment}`) },
    { key: 'creditCode', value: company.creditCode },
    {
      key: 'website',
      value: company.website && (
        <a className="link break-all" href={company.website} target="_blank" rel="noreferrer">
          {company.website}
        </a>
      ),
    },
    {
      key: 'parentId',
      value: company.parentNumber && (
        <a className="link" href={`/companies/${company.parentNumber}`}>
          {company.parentName}
        </a>
      ),
    },
    { key: 'note', value: company.note && <span className="whitespace-pre-wrap">{company.note}</span> },
  ] as const
  const others = locales.flatMap(locale => {
    const name = company.names[locale]
    return name ? [{ key: `names.${locale}`, label: localeNames[locale], value: name, lang: locale }] : []
  })
  return (
    <>
      <Facts
        items={facts.map(({ key, value }) => ({ key, label: t(`field.${key}`), value: known(value) }))}
      />
      {others.length > 0 ? (
        <>
          <h2 className="mt-4 mb-2 text-14">{t('section.names')}</h2>
          <Facts items={others} />
        </>
      ) : null}
      <p className="mt-4 text-12 text-ink-3">
        {common('updatedBy', { name: names.person(company.updatedBy), at: names.moment(company.updatedAt) })}
      </p>
    </>
  )
}
