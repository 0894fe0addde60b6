import type { Metadata } from 'next'
import { getTranslations } from 'next-intl/server'
import { page } from '@/access/page'
import { Page, PageHead } from '@/components/page'
import { Pager } from '@/components/pager'
import { HAND_OVERS_SHOWN, listHandOvers } from '@/db/read/hand-over'
import { readHandOverFilter } from '@/domain/hand-over/filter'
import { CoverTabs } from '../cover-tabs'
import { HandOverTable } from './hand-over-table'

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations('handover'))('title') }
}

type Asked = { searchParams: Promise<{ view?: string | string[]; page?: string | string[] }> }

/** What one desk offers to another: what waits, and what came of it. */
export default async function HandOversPage({ searchParams }: Asked) {
  const permit = await page('cover.read')
  const filter = readHandOverFilter(await searchParams)
  const [t, list, common] = await Promise.all([
    getTranslations('handover'),
    listHandOvers(await page('day.read'), filter),
    getTranslations('common.list'),
  ])
  return (
    <Page>
      <PageHead title={t('title')} says={t('says')} />
      <CoverTabs now={filter.view} counts={list.counts} />
      <div className="page-body">
        {list.rows.length === 0 ? (
          <p className="text-ink-2">{t(`none.${filter.view}`)}</p>
        ) : (
          <HandOverTable rows={list.rows} actor={permit.actor} view={filter.view} />
        )}
        {list.pages > 1 ? (
          <Pager
            page={filter.page}
            pages={list.pages}
            says={common('range', {
              from: (filter.page - 1) * HAND_OVERS_SHOWN + 1,
              to: (filter.page - 1) * HAND_OVERS_SHOWN + list.rows.length,
              total: list.counts[filter.view],
            })}
            href={n => `/hand-overs?view=${filter.view}&page=${n}`}
            words={{ label: common('pages'), previous: common('previousPage'), next: common('nextPage') }}
          />
        ) : null}
      </div>
    </Page>
  )
}
