import { notFound } from 'next/navigation'
import { getTranslations } from 'next-intl/server'
import { may } from '@/access/page'
import type { FormAction } from '@/components/form'
import { Page, PageHead } from '@/components/page'
import { type Deletion, mayRestore } from '@/domain/record/deletion'
import { formWords } from '@/i18n/form-words'
import { DeletedBanner } from './deleted-banner'
import { naming } from './naming'

type Deleted = Omit<Deletion, 'mine'> & {
  number: string
  name: string
  createdBy: number | null
  deletedAt: Date | null
  deletedBy: number | null
}

/** A deleted company, contact or event is not there, but for those who may bring it back. */
export async function DeletedRecord(props: {
  noun: 'company' | 'contact' | 'event'
  record: Deleted
  restore: FormAction
}) {
  const { noun, record } = props
  const permit = await may(`${noun}.restore`)
  const mine = permit?.actor.id === record.createdBy
  if (!permit || !record.deletedAt || !mayRestore(permit.actor.role, { ...record, mine })) notFound()
  const [t, names] = await Promise.all([getTranslations(noun), naming()])
  return (
    <Page>
      <PageHead title={record.name} says={record.number} />
      <div className="page-body">
        <DeletedBanner
          number={record.number}
          says={t('deletedBanner', {
            name: names.person(record.deletedBy),
            at: names.moment(record.deletedAt),
          })}
          restore={props.restore}
          words={{ restore: t('act.restore'), restored: t('restored'), form: await formWords() }}
        />
      </div>
    </Page>
  )
}
