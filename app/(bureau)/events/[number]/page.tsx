import type { Metadata } from 'next'
import { notFound } from 'next/navigation'
import { getTranslations } from 'next-intl/server'
import { cache } from 'react'
import { may, page } from '@/access/page'
import { Attachments } from '@/app/(bureau)/attachments'
import { DealLines, LeadLines } from '@/app/(bureau)/case-lists'
import { DeletedRecord } from '@/app/(bureau)/deleted-record'
import { naming } from '@/app/(bureau)/naming'
import { NewLeadHere, RecordActs } from '@/app/(bureau)/record-acts'
import { RecordHistory } from '@/app/(bureau)/record-history'
import { TaskSection } from '@/app/(bureau)/task-section'
import type { FormAction } from '@/components/form'
import { StatusChip } from '@/components/marks'
import { Breadcrumb, Card, Page, PageHead, RecordColumns, Section } from '@/components/page'
import { eventLog } from '@/db/read/company-log'
import { getEvent } from '@/db/read/event'
import { eventOutcome } from '@/db/read/event-outcome'
import { readPlace } from '@/domain/activity/place'
import { writingDesks } from '@/domain/policy/actor'
import { nameIn } from '@/domain/user/user'
import { deleteEventAction, restoreEventAction } from '../actions'
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
  if (event.deletedAt)
    return <DeletedRecord noun="event" record={event} restore={restoreEventAction as FormAction} />
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
        <RecordActs
          noun="event"
          list="/events"
          record={event}
          remove={deleteEventAction as FormAction}
          restore={restoreEventAction}
          ours={({ actor, reach }) =>
            reach === 'all' || event.deskIds.some(id => writingDesks(actor).includes(id))
          }
        >
          <NewLeadHere href={`/leads/new?event=${event.number}`}>{t('act.logLead')}</NewLeadHere>
        </RecordActs>
      </PageHead>
      <RecordColumns
        facts={<EventFacts event={event} />}
        side={
          <>
            <Card title={t('section.staff')}>
              <p>{staff || <span className="text-ink-3">{t('none.staff')}</span>}</p>
            </Card>
            <TaskSection
              record={{ noun: 'event', id: event.id, number: event.number }}
              mayAdd={(await may('task.create')) !== null}
            />
            <Attachments of={{ noun: 'event', id: event.id }} back={`/events/${event.number}`} folded />
          </>
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
