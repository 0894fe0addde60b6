import type { Metadata } from 'next'
import { getTranslations } from 'next-intl/server'
import { page } from '@/access/page'
import { Banner, Page, PageHead } from '@/components/page'
import { searchRecords } from '@/db/read/search'
import { COUNTED, QUERY_LENGTH, QUERY_WORDS, searchNouns, searchQuery } from '@/domain/search/query'
import { SearchForm } from './search-form'
import { SearchFound } from './search-found'
import { searchShown } from './search-shown'

const FIRST = 8
const PAGE = 50

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations('search'))('title') }
}

export default async function SearchPage({
  searchParams,
}: {
  searchParams: Promise<Record<string, string | string[] | undefined>>
}) {
  const permit = await page('search.read')
  const asked = await searchParams
  const one = (name: string) => [asked[name]].flat()[0] ?? ''
  const query = searchQuery(one('q'))
  const noun = searchNouns.find(known => known === one('of'))
  const at = Math.min(Math.max(Math.trunc(Number(one('page')) || 1), 1), COUNTED.ofOne / PAGE)
  const show = noun ? { limit: PAGE, offset: (at - 1) * PAGE } : { limit: FIRST }
  const [t, groups, shown] = await Promise.all([
    getTranslations('search'),
    searchRecords(permit, query, { count: noun ? COUNTED.ofOne : COUNTED.ofEach, show, noun }),
    searchShown(query),
  ])
  const count = groups.reduce((sum, group) => sum + group.count, 0)
  const says = { query: query.text, count }
  return (
    <Page>
      <PageHead
        title={t('title')}
        says={
          query.terms.length ? t(groups.some(group => group.more) ? 'saysMore' : 'says', says) : t('reach')
        }
      />
      <div className="page-body">
        <SearchForm query={query.text} noun={noun} />
        {query.cut ? (
          <Banner tone="amber" icon="info">
            {t('cut', { length: QUERY_LENGTH, words: QUERY_WORDS })}
          </Banner>
        ) : null}
        <SearchFound query={query} groups={groups} shown={shown} noun={noun} page={at} size={PAGE} />
      </div>
    </Page>
  )
}
