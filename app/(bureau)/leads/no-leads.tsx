import { getTranslations } from 'next-intl/server'
import { may } from '@/access/page'
import { LinkButton } from '@/components/button'
import { Icon } from '@/components/icon'
import { EmptyState } from '@/components/page'
import { defaultLeadFilter, leadSearch } from '@/domain/lead/filter'
import { leadStages } from '@/domain/lead/lead'

/** Nothing here: because of the filter, or because nobody has come yet. */
export async function NoLeads({ narrowed }: { narrowed: boolean }) {
  const [t, common, create] = await Promise.all([
    getTranslations('lead'),
    getTranslations('common.act'),
    may('lead.create'),
  ])
  const note = (
    <>
      {t('empty.note')}{' '}
      <a className="link" href={`/leads${leadSearch({ ...defaultLeadFilter, stages: leadStages })}`}>
        {t('act.showAll')}
      </a>
    </>
  )
  if (narrowed)
    return (
      <EmptyState title={t('empty.noneTitle')} says={t('empty.noneSays')} note={note}>
        <LinkButton href="/leads">{common('clearAll')}</LinkButton>
      </EmptyState>
    )
  return (
    <EmptyState title={t('empty.title')} says={t('empty.says')} note={note}>
      {create ? (
        <LinkButton look="primary" href="/leads/new">
          <Icon name="plus" />
          {t('act.first')}
        </LinkButton>
      ) : null}
    </EmptyState>
  )
}
