import { useTranslations } from 'next-intl'
import { Segments } from '@/components/tabs'

/** The two lists of whom one deals with, each one click from the other: companies, and the people at them. */
export function CompanySegments({ here }: { here: 'companies' | 'contacts' }) {
  const t = useTranslations('frame.nav')
  return (
    <Segments
      label={`${t('companies')} / ${t('contacts')}`}
      items={(['companies', 'contacts'] as const).map(list => ({
        label: t(list),
        href: `/${list}`,
        icon: list === 'companies' ? 'building-2' : 'contact',
        current: list === here,
      }))}
    />
  )
}
