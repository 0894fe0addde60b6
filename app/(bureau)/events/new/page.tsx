import type { Metadata } from 'next'
import { getTranslations } from 'next-intl/server'
import { page } from '@/access/page'
import { Breadcrumb, Page, PageHead } from '@/components/page'
import { EventForm } from '../event-form'

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations('event'))('newTitle') }
}

export default async function NewEventPage() {
  const permit = await page('event.create')
  const t = await getTranslations('event')
  return (
    <Page>
      <Breadcrumb
        label={t('title')}
        items={[{ label: t('title'), href: '/events' }, { label: t('newTitle') }]}
      />
      <PageHead title={t('newTitle')} />
      <div className="page-body">
        <EventForm permit={permit} />
      </div>
    </Page>
  )
}
