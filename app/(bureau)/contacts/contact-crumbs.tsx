import { useTranslations } from 'next-intl'
import { Breadcrumb } from '@/components/page'
import type { ContactRow } from '@/db/read/contact'

/** Contacts, the company, the contact; and below it, where there is more. */
export function ContactCrumbs({ contact, here }: { contact: ContactRow; here?: string }) {
  const t = useTranslations('contact')
  const { companyNumber, companyName, number } = contact
  return (
    <Breadcrumb
      label={t('title')}
      items={[
        { label: t('title'), href: '/contacts' },
        ...(companyNumber ? [{ label: companyName, href: `/companies/${companyNumber}` }] : []),
        { label: number, href: here ? `/contacts/${number}` : undefined },
        ...(here ? [{ label: here }] : []),
      ]}
    />
  )
}
