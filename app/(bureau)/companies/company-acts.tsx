import { getTranslations } from 'next-intl/server'
import { may } from '@/access/page'
import { LinkButton } from '@/components/button'
import type { FormAction } from '@/components/form'
import { Icon } from '@/components/icon'
import type { Company } from '@/db/read/company'
import { mayDelete } from '@/domain/record/deletion'
import { formWords } from '@/i18n/form-words'
import { RemoveDialog } from '../remove-dialog'
import { deleteCompanyAction, restoreCompanyAction } from './actions'

/** What this person may do with a company. */
export async function CompanyActs({ company }: { company: Company }) {
  const [t, common, edit, remove, lead] = await Promise.all([
    getTranslations('company'),
    getTranslations('common.act'),
    may('company.edit'),
    may('company.delete'),
    may('lead.create'),
  ])
  const mine = remove?.actor.id === company.createdBy
  return (
    <>
      {remove && mayDelete(remove.actor.role, { ...company, mine }) ? (
        <RemoveDialog
          number={company.number}
          name={company.name}
          remove={deleteCompanyAction as FormAction}
          restore={restoreCompanyAction}
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
        <LinkButton href={`/companies/${company.number}/edit`} data-key="e">
          <Icon name="pencil" />
          {t('act.edit')}
        </LinkButton>
      ) : null}
      {lead ? (
        <LinkButton look="primary" href={`/leads/new?company=${company.number}`}>
          <Icon name="plus" />
          {t('act.newLead')}
        </LinkButton>
      ) : null}
    </>
  )
}
