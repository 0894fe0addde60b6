import { notFound } from 'next/navigation'
import { getTranslations } from 'next-intl/server'
import { may } from '@/access/page'
import type { FormAction } from '@/components/form'
import { Page, PageHead } from '@/components/page'
import type { Company } from '@/db/read/company'
import { mayRestore } from '@/domain/record/deletion'
import { formWords } from '@/i18n/form-words'
import { DeletedBanner } from '../deleted-banner'
import { naming } from '../naming'
import { restoreCompanyAction } from './actions'

/** A deleted company is not there, but for those who may bring it back. */
export async function DeletedCompany({ company }: { company: Company }) {
  const permit = await may('company.restore')
  const mine = permit?.actor.id === company.createdBy
  if (!permit || !company.deletedAt || !mayRestore(permit.actor.role, { ...company, mine })) notFound()
  const [t, names] = await Promise.all([getTranslations('company'), naming()])
  return (
    <Page>
      <PageHead title={company.name} says={company.number} />
      <div className="page-body">
        <DeletedBanner
          number={company.number}
          says={t('deletedBanner', {
            name: names.person(company.deletedBy),
            at: names.moment(company.deletedAt),
          })}
          restore={restoreCompanyAction as FormAction}
          words={{ restore: t('act.restore'), restored: t('restored'), form: await formWords() }}
        />
      </div>
    </Page>
  )
}
