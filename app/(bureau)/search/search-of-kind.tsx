import { useTranslations } from 'next-intl'
import { Section } from '@/components/page'
import { Pager } from '@/components/pager'
import type { SearchGroup } from '@/db/read/search'
import { SearchHits } from './search-hits'
import type { ShownHit } from './search-shown'

/** All that was found of one kind, page by page, and the way back to all kinds. */
export function SearchOfKind(props: {
  group: SearchGroup
  hits: readonly ShownHit[]
  query: string
  page: number
  size: number
  href: (page: number) => string
}) {
  const { group, hits, query, page, size } = props
  const t = useTranslations('search')
  const pager = useTranslations('common.list')
  const total = group.more ? t('more', { count: group.count }) : String(group.count)
  const from = (page - 1) * size + 1
  return (
    <Section
      title={t(`noun.${group.noun}`)}
      count={total}
      aside={
        <a className="link" href={`/search?${new URLSearchParams({ q: query })}`}>
          {t('suggest.all', { query })}
        </a>
      }
    >
      <SearchHits hits={hits} />
      <Pager
        page={page}
        pages={Math.ceil(group.count / size)}
        href={props.href}
        says={t('range', {
          from: Math.min(from, group.count),
          to: Math.min(from + size - 1, group.count),
          total,
        })}
        words={{ label: pager('pages'), previous: pager('previousPage'), next: pager('nextPage') }}
      />
      {group.more ? <p className="text-13 text-ink-2">{t('limit', { count: group.count })}</p> : null}
    </Section>
  )
}
