import { getTranslations } from 'next-intl/server'
import { may } from '@/access/page'
import { LinkButton } from '@/components/button'
import type { FormAction } from '@/components/form'
import { Icon } from '@/components/icon'
import type { Event } from '@/db/read/event'
import { writingDesks } from '@/domain/policy/actor'
import type { Permit } from '@/domain/policy/permit'
import { mayDelete } from '@/domain/record/deletion'
import { formWords } from '@/i18n/form-words'
import { RemoveDialog } from '../remove-dialog'
import { deleteEventAction, restoreEventAction } from './actions'

/** What this person may do with a event. */
export async function EventActs({ event }: { event: Event }) {
  const [t, common, edit, remove, lead] = await Promise.all([
    getTranslations('event'),
    getTranslations('common.act'),
    may('event.edit'),
    may('event.delete'),
    may('lead.create'),
  ])
  // an event is in the hands of its desks
  const ours = ({ actor, reach }: Permit) =>
    reach === 'all' || event.deskIds.some(id => writingDesks(actor).includes(id))
  const mine = remove?.actor.id === event.createdBy
  return (
    <>
      {remove && ours(remove) && mayDelete(remove.actor.role, { ...event, mine }) ? (
        <RemoveDialog
          number={event.number}
          name={event.name}
          remove={deleteEventAction as FormAction}
          restore={restoreEventAction}
          words={{
            title: t('act.delete'),
            close: common('close'),
            undo: common('undo'),
            deleted: t('deleted'),
            form: await formWords(),
          }}
        />
      ) : null}
      {edit && ours(edit) ? (
        <LinkButton href={`/events/${event.number}/edit`} data-key="e">
          <Icon name="pencil" />
          {t('act.edit')}
        </LinkButton>
      ) : null}
      {lead ? (
        <LinkButton look="primary" href={`/leads/new?event=${event.number}`}>
          <Icon name="plus" />
          {t('act.logLead')}
        </LinkButton>
      ) : null}
    </>
  )
}
