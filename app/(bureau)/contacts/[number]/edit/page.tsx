import type { Metadata } from 'next'
import { notFound } from 'next/navigation'
import { getTranslations } from 'next-intl/server'
import { page } from '@/access/page'
import { ContactCrumbs } from '@/app/(bureau)/contacts/contact-crumbs'
import { ContactForm } from '@/app/(bureau)/contacts/contact-form'
import { Page, PageHead } from '@/components/page'
import { getContact } from '@/db/read/contact'

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations('contact'))('editTitle') }
}

export default async function EditContactPage({ params }: { params: Promise<{ number: string }> }) {
  await page('contact.edit')
  const contact = await getContact(await page('contact.read'), decodeURIComponent((await params).number))
  if (!contact || contact.deletedAt) notFound()
  const t = await getTranslations('contact')
  return (
    <Page>
      <ContactCrumbs contact={contact} here={t('editTitle')} />
      <PageHead title={contact.name} lang={contact.language ?? undefined} />
      <div className="page-body">
        <ContactForm company={contact.companyNumber} contact={contact} />
      </div>
    </Page>
  )
}
