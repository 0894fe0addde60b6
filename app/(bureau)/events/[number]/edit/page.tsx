import type { Metadata } from 'next'
import { notFound } from 'next/navigation'
import { getTranslations } from 'next-intl/server'
import { page } from '@/access/page'
import { EventForm } from '@/app/(bureau)/events/event-form'
import { Breadcrumb, Page, PageHead } from '@/components/page'
import { getEvent } from '@/db/read/event'

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations('event'))('editTitle') }
}

export default async function EditEventPage({ params }: { params: Promise<{ number: string }> }) {
  const permit = await page('event.edit')
  const event = await getEvent(await page('event.read'), decodeURIComponent((await params).number))
  if (!event || event.deletedAt) notFound()
  const t = await getTranslations('event')
  return (
    <Page>
      <Breadcrumb
        label={t('title')}
        items={[
          { label: t('title'), href: '/events' },
          { label: event.number, href: `/events/${event.number}` },
          { label: t('editTitle') },
        ]}
      />
      <PageHead title={event.name} />
      <div className="page-body">
        <EventForm permit={permit} event={event} />
      </div>
    </Page>
  )
}
