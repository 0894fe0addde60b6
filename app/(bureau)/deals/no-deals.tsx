import { getTranslations } from 'next-intl/server'
import { may } from '@/access/page'
import { LinkButton } from '@/components/button'
import { ListEmpty } from '../list-empty'

/** Nothing here: a deal begins as a lead, or is entered by itself. */
export async function NoDeals({ narrowed }: { narrowed: boolean }) {
  const [t, frame, create, lead] = await Promise.all([
    getTranslations('deal'),
    getTranslations('frame'),
    may('deal.create'),
    may('lead.create'),
  ])
  return (
    <ListEmpty
      path="/deals"
      narrowed={narrowed}
      filtered={{ title: t('empty.noneTitle'), says: t('empty.noneSays') }}
      first={{ title: t('empty.title'), says: t('empty.says') }}
    >
      {lead ? (
        <LinkButton look="primary" href="/leads/new">
          {frame('createLead')}
        </LinkButton>
      ) : null}
      {create ? <LinkButton href="/deals/new">{t('act.new')}</LinkButton> : null}
    </ListEmpty>
  )
}
