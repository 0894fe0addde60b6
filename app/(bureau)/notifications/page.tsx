import type { Metadata } from 'next'
import { getTranslations } from 'next-intl/server'
import { page } from '@/access/page'
import { Button, LinkButton } from '@/components/button'
import { FilterChip, FilterChips } from '@/components/filter-chips'
import { Icon } from '@/components/icon'
import { ListKeys } from '@/components/list-keys'
import { Page, PageBar, PageHead } from '@/components/page'
import { QuerySelect } from '@/components/query-inputs'
import { Segments } from '@/components/tabs'
import { listNotifications } from '@/db/read/notification'
import type { SearchParams } from '@/domain/filter/parameter'
import { notificationHref, notificationViews, readNotificationFilter } from '@/domain/notification/filter'
import { notificationKinds } from '@/domain/notification/notification'
import { ListEmpty } from '../list-empty'
import { markAllNotificationsAction } from './actions'
import { NotificationRow } from './notification-row'
import './notifications.css'

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations('notification'))('title') }
}

export default async function NotificationsPage({ searchParams }: { searchParams: Promise<SearchParams> }) {
  const permit = await page('notification.read')
  const filter = readNotificationFilter(await searchParams)
  const { view, kind, before } = filter
  const [t, common, list] = await Promise.all([
    getTranslations('notification'),
    getTranslations('common'),
    listNotifications(permit, filter),
  ])
  const here = notificationHref(filter, { before })
  const kinds = notificationKinds.map(value => ({ value, label: t(`kind.${value}`) }))
  return (
    <Page>
      <PageHead
        title={t('title')}
        says={list.unread > 999 ? t('saysMany') : t('says', { count: list.unread })}
      >
        <LinkButton look="quiet" href="/settings#notifications">
          <Icon name="settings" />
          {t('act.choose')}
        </LinkButton>
        {list.unread > 0 ? (
          <form action={markAllNotificationsAction}>
            <input type="hidden" name="through" value={list.newest} />
            <Button type="submit">
              <Icon name="check" />
              {t('act.readAll')}
            </Button>
          </form>
        ) : null}
      </PageHead>
      <PageBar>
        <Segments
          label={t('view.label')}
          items={notificationViews.map(one => ({
            label: t(`view.${one}`),
            href: notificationHref(filter, { view: one }),
            current: one === view,
          }))}
        />
        <FilterChips label={common('list.filters')}>
          <FilterChip
            label={t('byKind')}
            value={kind && t(`kind.${kind}`)}
            action="/notifications"
            carry={view === 'unread' ? [] : [['view', view]]}
            removeHref={notificationHref(filter, { kind: null })}
            words={{ apply: common('act.apply'), remove: common('list.removeFilter') }}
          >
            <QuerySelect
              name="kind"
              aria-label={t('byKind')}
              defaultValue={kind ?? ''}
              empty={t('anyKind')}
              options={kinds}
            />
          </FilterChip>
        </FilterChips>
      </PageBar>
      {list.rows.length === 0 ? (
        <ListEmpty
          path={notificationHref(filter, { kind: null })}
          narrowed={kind !== null || before !== null}
          filtered={{ title: t('empty.narrowed.title'), says: t('empty.narrowed.says') }}
          first={{ title: t(`empty.${view}.title`), says: t(`empty.${view}.says`) }}
        />
      ) : (
        <div className="page-body">
          <ListKeys>
            <ul className="notices">
              {list.rows.map(row => (
                <NotificationRow key={row.id} row={row} back={here} />
              ))}
            </ul>
          </ListKeys>
        </div>
      )}
      {list.next || before ? (
        <nav className="page-body flex gap-2" aria-label={common('list.pages')}>
          {before ? <LinkButton href={notificationHref(filter, {})}>{t('act.newest')}</LinkButton> : null}
          {list.next ? (
            <LinkButton href={notificationHref(filter, { before: list.next })} data-key="]">
              {t('act.older')}
            </LinkButton>
          ) : null}
        </nav>
      ) : null}
    </Page>
  )
}
