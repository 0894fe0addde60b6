import { notFound } from 'next/navigation'
import { getTranslations } from 'next-intl/server'
import { may } from '@/access/page'
import type { FormAction } from '@/components/form'
import { Page, PageHead } from '@/components/page'
import type { ContactRow } from '@/db/read/contact'
import { mayRestore } from '@/domain/record/deletion'
import { formWords } from '@/i18n/form-words'
import { DeletedBanner } from '../deleted-banner'
import { naming } from '../naming'
import { restoreContactAction } from './actions'

/** A deleted contact is not there, but for those who may bring it back. */
export async function DeletedContact({ contact }: { contact: ContactRow }) {
  const permit = await may('contact.restore')
  const mine = permit?.actor.id === contact.createdBy
  if (!permit || !contact.deletedAt || !mayRestore(permit.actor.role, { ...contact, mine })) notFound()
  const [t, names] = await Promise.all([getTranslations('contact'), naming()])
  return (
    <Page>
      <PageHead title={contact.name} says={contact.number} />
      <div className="page-body">
        <DeletedBanner
          number={contact.number}
          says={t('deletedBanner', {
            name: names.person(contact.deletedBy),
            at: names.moment(contact.deletedAt),
          })}
          restore={restoreContactAction as FormAction}
          words={{ restore: t('act.restore'), restored: t('restored'), form: await formWords() }}
        />
      </div>
    </Page>
  )
}
