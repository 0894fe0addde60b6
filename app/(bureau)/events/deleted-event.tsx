import { notFound } from 'next/navigation'
import { getTranslations } from 'next-intl/server'
import { may } from '@/access/page'
import type { FormAction } from '@/components/form'
import { Page, PageHead } from '@/components/page'
import type { Event } from '@/db/read/event'
import { mayRestore } from '@/domain/record/deletion'
import { formWords } from '@/i18n/form-words'
import { DeletedBanner } from '../deleted-banner'
import { naming } from '../naming'
import { restoreEventAction } from './actions'

/** A deleted event is not there, but for those who may bring it back. */
export async function DeletedEvent({ event }: { event: Event }) {
  const permit = await may('event.restore')
  const mine = permit?.actor.id === event.createdBy
  if (!permit || !event.deletedAt || !mayRestore(permit.actor.role, { ...event, mine })) notFound()
  const [t, names] = await Promise.all([getTranslations('event'), naming()])
  return (
    <Page>
      <PageHead title={event.name} says={event.number} />
      <div className="page-body">
        <DeletedBanner
          number={event.number}
          says={t('deletedBanner', {
            name: names.person(event.deletedBy),
            at: names.moment(event.deletedAt),
          })}
          restore={restoreEventAction as FormAction}
          words={{ restore: t('act.restore'), restored: t('restored'), form: await formWords() }}
        />
      </div>
    </Page>
  )
}
