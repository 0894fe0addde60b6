import { getTranslations } from 'next-intl/server'
import { may } from '@/access/page'
import { LinkButton } from '@/components/button'
import type { FormAction } from '@/components/form'
import { Icon } from '@/components/icon'
import type { ContactRow } from '@/db/read/contact'
import { mayDelete } from '@/domain/record/deletion'
import { formWords } from '@/i18n/form-words'
import { RemoveDialog } from '../remove-dialog'
import { deleteContactAction, restoreContactAction } from './actions'

/** What this person may do with a contact. */
export async function ContactActs({ contact }: { contact: ContactRow }) {
  const [t, common, edit, remove] = await Promise.all([
    getTranslations('contact'),
    getTranslations('common.act'),
    may('contact.edit'),
    may('contact.delete'),
  ])
  const mine = remove?.actor.id === contact.createdBy
  return (
    <>
      {remove && mayDelete(remove.actor.role, { ...contact, mine }) ? (
        <RemoveDialog
          number={contact.number}
          name={contact.name}
          remove={deleteContactAction as FormAction}
          restore={restoreContactAction}
          words={{
            title: t('act.delete'),
            close: common('close'),
            undo: common('undo'),
            deleted: t('deleted'),
            form: await formWords(),
          }}
        />
      ) : null}
      {edit ? (
        <LinkButton href={`/contacts/${contact.number}/edit`} data-key="e">
          <Icon name="pencil" />
          {t('act.edit')}
        </LinkButton>
      ) : null}
    </>
  )
}
