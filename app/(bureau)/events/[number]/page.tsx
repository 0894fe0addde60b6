import type { Metadata } from 'next'
import { notFound } from 'next/navigation'
import { getTranslations } from 'next-intl/server'
import { cache } from 'react'
import { page } from '@/access/page'
import { DealLines, LeadLines } from '@/app/(bureau)/case-lists'
import { naming } from '@/app/(bureau)/naming'
import { RecordHistory } from '@/app/(bureau)/record-history'
import { StatusChip } from '@/components/marks'
import { Breadcrumb, Card, Page, PageHead, RecordColumns, Section } from '@/components/page'
import { eventLog } from '@/db/read/company-log'
import { getEvent } from '@/db/read/event'
import { eventOutcome } from '@/db/read/event-outcome'
import { readPlace } from '@/domain/activity/place'
import { nameIn } from '@/domain/user/user'
import { DeletedEvent } from '../deleted-event'
import { EventActs } from '../event-acts'
import { EventFacts } from '../event-facts'
import { EventOutcomeTable } from '../event-outcome'

type Props = { params: Promise<{ number: string }>; searchParams: Promise<{ before?: string }> }

/* Title and page ask for the same one. */
const found = cache(async (number: string) => {
  const permit = await page('event.read')
  const event = await getEvent(permit, decodeURIComponent(number))
  return { permit, event: event ?? notFound() }
})

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  const { event } = await found((await params).number)
  return { title: `${event.number} ${nameIn((await naming()).locale, event.name, event.names)}` }
}

export default async function EventPage({ params, searchParams }: Props) {
  const { permit, event } = await found((await params).number)
  const before = readPlace((await searchParams).before)
  if (event.deletedAt) return <DeletedEvent event={event} />
  const [t, names, outcome, log] = await Promise.all([
    getTranslations('event'),
    naming(),
    eventOutcome(permit, event.id),
    eventLog(permit, event.id, { before }),
  ])
  const { today } = names
  const staff = event.staffIds.map(names.person).filter(Boolean).join(names.comma)
  const underWay = event.startsOn <= today && today <= event.endsOn
  const at = { here: `/events/${event.number}`, newest: !before }
  return (
    <Page>
      <Breadcrumb
        label={t('title')}
        items={[{ label: t('title'), href: '/events' }, { label: event.number }]}
      />
      <PageHead
        title={nameIn(names.locale, event.name, event.names)}
        marks={
          underWay ? (
            <StatusChip tone="green" icon="clock">
              {t('under_way')}
            </StatusChip>
          ) : null
        }
      >
        <EventActs event={event} />
      </PageHead>
      <RecordColumns
        facts={<EventFacts event={event} />}
        side={
          <Card title={t('section.staff')}>
            <p>{staff || <span className="text-ink-3">{t('none.staff')}</span>}</p>
          </Card>
        }
      >
        <EventOutcomeTable number={event.number} outcome={outcome} />
        <DealLines cases={outcome} href={`/deals?event=${event.number}&status=all&approved=all`} />
        <LeadLines cases={outcome} href={`/leads?event=${event.number}&stage=all`} />
        <Section title={t('section.history')}>
          <RecordHistory label={t('section.history')} log={log} at={at} />
        </Section>
      </RecordColumns>
    </Page>
  )
}
