import { useTranslations } from 'next-intl'
import { Pager } from '@/components/pager'
import { PageSizeMenu } from './list-tools'

/** Numbered pages with the true total, and how many rows a page. */
export function ListPager(props: {
  page: number
  size: number
  total: number
  sizes: readonly number[]
  href: (page: number) => string
  sizeHref: (size: number) => string
}) {
  const t = useTranslations('common.list')
  const { page, size, total, sizes, href, sizeHref } = props
  const from = (page - 1) * size + 1
  return (
    <Pager
      page={page}
      pages={Math.max(1, Math.ceil(total / size))}
      href={href}
      says={t('range', { from, to: Math.min(from + size - 1, total), total })}
      words={{ label: t('pages'), previous: t('previousPage'), next: t('nextPage') }}
    >
      <PageSizeMenu size={size} sizes={sizes} href={sizeHref} />
    </Pager>
  )
}
