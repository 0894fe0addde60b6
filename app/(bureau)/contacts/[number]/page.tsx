import type { Metadata } from 'next'
import { notFound } from 'next/navigation'
import { getTranslations } from 'next-intl/server'
import { may, page } from '@/access/page'
import { DealLines, LeadLines } from '@/app/(bureau)/case-lists'
import { ContactDetailsLines } from '@/app/(bureau)/contact-details'
import { detailsWords } from '@/app/(bureau)/contact-details-words'
import { RecordHistory } from '@/app/(bureau)/record-history'
import { revealContactAction } from '@/app/(bureau)/reveal-action'
import { Card, Page, PageHead, RecordColumns, Section } from '@/components/page'
import { contactCases } from '@/db/read/company-case'
import { contactLog } from '@/db/read/company-log'
import { getContact } from '@/db/read/contact'
import { ContactActs } from '../contact-acts'
import { ContactCrumbs } from '../contact-crumbs'
import { ContactFacts } from '../contact-facts'
import { DeletedContact } from '../deleted-contact'

type Props = { params: Promise<{ number: string }> }

async function found(params: Props['params']) {
  const permit = await page('contact.read')
  const contact = await getContact(permit, decodeURIComponent((await params).number))
  return { permit, contact: contact ?? notFound() }
}

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  const { contact } = await found(params)
  return { title: `${contact.name} · ${contact.number}` }
}

export default async function ContactPage({ params }: Props) {
  const { permit, contact } = await found(params)
  if (contact.deletedAt) return <DeletedContact contact={contact} />
  const [t, company, cases, log, reveal] = await Promise.all([
    getTranslations('contact'),
    getTranslations('company'),
    contactCases(permit, contact.id),
    contactLog(permit, contact.id),
    may('contact.reveal'),
  ])
  const details = (
    <Card title={t('details')}>
      <ContactDetailsLines
        number={contact.number}
        details={contact.details}
        reveal={reveal ? revealContactAction : undefined}
        words={await detailsWords(contact.name, reveal !== null)}
      />
    </Card>
  )
  return (
    <Page>
      <ContactCrumbs contact={contact} />
      <PageHead
        title={contact.name}
        lang={contact.language ?? undefined}
        says={[contact.title, contact.companyName].filter(Boolean).join(' · ')}
      >
        <ContactActs contact={contact} />
      </PageHead>
      <RecordColumns facts={<ContactFacts contact={contact} />} side={details}>
        <DealLines cases={cases} />
        <LeadLines cases={cases} />
        <Section title={company('section.history')} count={cases.activityCount} note={company('within')}>
          <RecordHistory label={company('section.history')} activities={cases.activities} log={log} />
        </Section>
      </RecordColumns>
    </Page>
  )
}
