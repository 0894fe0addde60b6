import { getTranslations } from 'next-intl/server'
import { may } from '@/access/page'
import { LinkButton } from '@/components/button'
import { Icon } from '@/components/icon'
import { defaultLeadFilter, leadSearch } from '@/domain/lead/filter'
import { leadStages } from '@/domain/lead/lead'
import { ListEmpty } from '../list-empty'

/** Nothing here; older leads may stand outside the list all the same. */
export async function NoLeads({ narrowed }: { narrowed: boolean }) {
  const [t, create] = await Promise.all([getTranslations('lead'), may('lead.create')])
  return (
    <ListEmpty
      path="/leads"
      narrowed={narrowed}
      filtered={{ title: t('empty.noneTitle'), says: t('empty.noneSays') }}
      first={{ title: t('empty.title'), says: t('empty.says') }}
      note={
        <>
          {t('empty.note')}{' '}
          <a className="link" href={`/leads${leadSearch({ ...defaultLeadFilter, stages: leadStages })}`}>
            {t('act.showAll')}
          </a>
        </>
      }
    >
      {create ? (
        <LinkButton look="primary" href="/leads/new">
          <Icon name="plus" />
          {t('act.first')}
        </LinkButton>
      ) : null}
    </ListEmpty>
  )
}
