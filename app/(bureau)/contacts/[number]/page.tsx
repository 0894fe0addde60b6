import type { Metadata } from 'next'
import { notFound } from 'next/navigation'
import { getTranslations } from 'next-intl/server'
import { cache } from 'react'
import { may, page } from '@/access/page'
import { DealLines, LeadLines } from '@/app/(bureau)/case-lists'
import { ContactDetailsLines } from '@/app/(bureau)/contact-details'
import { detailsWords } from '@/app/(bureau)/contact-details-words'
import { DeletedRecord } from '@/app/(bureau)/deleted-record'
import { MergeNotes } from '@/app/(bureau)/merge-notes'
import { mergedAway } from '@/app/(bureau)/merged-away'
import { RecordActs } from '@/app/(bureau)/record-acts'
import { RecordHistory } from '@/app/(bureau)/record-history'
import { revealContactAction } from '@/app/(bureau)/reveal-action'
import { TaskSection } from '@/app/(bureau)/task-section'
import type { FormAction } from '@/components/form'
import { Card, Page, PageHead, RecordColumns, Section } from '@/components/page'
import { contactCases } from '@/db/read/company-case'
import { contactLog } from '@/db/read/company-log'
import { getContact } from '@/db/read/contact'
import { readPlace } from '@/domain/activity/place'
import { deleteContactAction, restoreContactAction } from '../actions'
import { ContactCrumbs } from '../contact-crumbs'
import { ContactFacts } from '../contact-facts'

type Props = {
  params: Promise<{ number: string }>
  searchParams: Promise<Record<string, string | undefined>>
}

/* Title and page ask for the same one. */
const found = cache(async (number: string) => {
  const permit = await page('contact.read')
  const contact = await getContact(permit, decodeURIComponent(number))
  if (contact?.mergedInto) return mergedAway(permit, contact)
  return { permit, contact: contact ?? notFound() }
})

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  const { contact } = await found((await params).number)
  return { title: `${contact.number} ${contact.name}` }
}

export default async function ContactPage({ params, searchParams }: Props) {
  const { permit, contact } = await found((await params).number)
  const asked = await searchParams
  const before = readPlace(asked.before)
  if (contact.deletedAt)
    return <DeletedRecord noun="contact" record={contact} restore={restoreContactAction as FormAction} />
  const [t, company, cases, log, reveal] = await Promise.all([
    getTranslations('contact'),
    getTranslations('company'),
    contactCases(permit, contact.id),
    contactLog(permit, contact.id, { before }),
    may('contact.reveal'),
  ])
  const side = (
    <>
      <Card title={t('details')}>
        <ContactDetailsLines
          number={contact.number}
          details={contact.details}
          reveal={reveal ? revealContactAction : undefined}
          words={await detailsWords(contact.name, reveal !== null)}
        />
      </Card>
      <TaskSection
        record={{ noun: 'contact', id: contact.id, number: contact.number }}
        mayAdd={(await may('task.create')) !== null}
      />
    </>
  )
  const at = { here: `/contacts/${contact.number}`, newest: !before }
  return (
    <Page>
      <ContactCrumbs contact={contact} />
      <PageHead
        title={contact.name}
        lang={contact.language ?? undefined}
        says={[contact.title, contact.companyName].filter(Boolean).join(' · ')}
      >
        <RecordActs
          noun="contact"
          list="/contacts"
          record={contact}
          remove={deleteContactAction as FormAction}
          restore={restoreContactAction}
        />
      </PageHead>
      <MergeNotes noun="contact" permit={permit} record={contact} params={asked} />
      <RecordColumns facts={<ContactFacts contact={contact} />} side={side}>
        <DealLines cases={cases} />
        <LeadLines cases={cases} />
        <Section title={company('section.history')} note={company('within')}>
          <RecordHistory label={company('section.history')} log={log} at={at} />
        </Section>
      </RecordColumns>
    </Page>
  )
}
