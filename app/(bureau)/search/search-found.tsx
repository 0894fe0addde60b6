import { useTranslations } from 'next-intl'
import { EmptyState, Section } from '@/components/page'
import type { SearchGroup } from '@/db/read/search'
import type { SearchNoun, SearchQuery } from '@/domain/search/query'
import { SearchHits } from './search-hits'
import { SearchOfKind } from './search-of-kind'
import type { ShownHit } from './search-shown'

/** What was found: of each kind the best, or of one kind a page; or what to do where there is nothing. */
export function SearchFound(props: {
  query: SearchQuery
  groups: readonly SearchGroup[]
  shown: (group: SearchGroup) => ShownHit[]
  noun?: SearchNoun
  page: number
  size: number
}) {
  const { query, groups, shown, noun, page, size } = props
  const t = useTranslations('search')
  const href = (of: string, page?: number) =>
    `/search?${new URLSearchParams({ q: query.text, of, ...(page && { page: String(page) }) })}`
  if (query.terms.length === 0) return <EmptyState title={t('start.title')} says={t('start.says')} />
  if (groups.length === 0)
    return <EmptyState title={t('none.title', { query: query.text })} says={t('none.says')} />
  return groups.map(group => {
    const number = group.more ? t('more', { count: group.count }) : String(group.count)
    const kind = t(`noun.${group.noun}`)
    if (noun) {
      const paged = { page, size, href: (to: number) => href(noun, to) }
      return <SearchOfKind key={noun} group={group} hits={shown(group)} query={query.text} {...paged} />
    }
    const all = group.count > group.hits.length && (
      <a className="link" href={href(group.noun)}>
        {t('allOf', { noun: kind, count: number })}
      </a>
    )
    return (
      <Section key={group.noun} id={group.noun} title={kind} count={number} aside={all}>
        <SearchHits hits={shown(group)} />
      </Section>
    )
  })
}
