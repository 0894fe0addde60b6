import type { Metadata } from 'next'
import { getTranslations } from 'next-intl/server'
import { page } from '@/access/page'
import { naming } from '@/app/(bureau)/naming'
import { LinkButton } from '@/components/button'
import { Icon } from '@/components/icon'
import { Page, PageHead } from '@/components/page'
import { listRoutes } from '@/db/read/route'
import { EditColumns } from '../edit-columns'
import { placeName } from './place-words'
import { RouteForm } from './route-form'
import { RouteList } from './route-list'
import { RouteRow } from './route-row'
import { RouteTest, testedRoute } from './route-test'

type Query = { edit?: string; country?: string; industry?: string }

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations('setting.route'))('title') }
}

export default async function RoutesPage({ searchParams }: { searchParams: Promise<Query> }) {
  const routes = await listRoutes(await page('route.edit'))
  const [t, names, query] = await Promise.all([getTranslations('setting.route'), naming(), searchParams])
  const chosen = routes.find(route => String(route.id) === query.edit)
  const hit = testedRoute(routes, query)
  const say = (route: (typeof routes)[number]) =>
    route.countries.map(place => placeName(place, names.locale, names.ref.countries)).join(t('comma')) ||
    t('any_place')
  return (
    <Page>
      <PageHead title={t('title')} says={t('says')}>
        <LinkButton look="primary" href="?edit=new">
          <Icon name="plus" />
          {t('create')}
        </LinkButton>
      </PageHead>
      <EditColumns
        side={chosen || query.edit === 'new' ? <RouteForm key={query.edit} route={chosen} /> : null}
      >
        <RouteTest routes={routes} query={query} />
        <RouteList
          rules={routes.map(route => ({
            id: route.id,
            label: say(route),
            hit: route.id === hit?.id,
            row: <RouteRow route={route} places={say(route)} />,
          }))}
          words={{ handle: t('handle'), up: t.raw('up'), down: t.raw('down'), refused: t('changed') }}
        />
        <p className="mt-3 text-13 text-ink-2">{t('rest')}</p>
      </EditColumns>
    </Page>
  )
}
