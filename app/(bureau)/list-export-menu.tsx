import { useTranslations } from 'next-intl'
import type { MenuItem } from '@/components/menu'
import { BACKGROUND_ROWS, byDesk, type ExportList } from '@/domain/export/export'
import type { List, ListFilter } from '@/domain/filter/list'
import type { Asked } from './list-asked'
import { ExportMenu } from './list-tools'

/** The files of what stands on the screen: the same filter, order and columns, all pages. Very many rows: in the background. */
export function ListExportMenu<F extends ListFilter>(props: {
  list: List<F>
  asked: Asked<F>
  total?: number
}) {
  const t = useTranslations('export')
  const { list, asked, total = 0 } = props
  const large = total > BACKGROUND_ROWS
  const background = (format?: string) => backgroundHref(list, asked, format)
  const byDesks: MenuItem = large
    ? { label: t('menuDesks'), href: background('desks'), icon: 'layers' }
    : { label: t('menuDesks'), href: exportHref(list, asked, 'desks'), icon: 'layers', download: true }
  return (
    <ExportMenu
      href={format => (large ? background(format) : exportHref(list, asked, format))}
      download={!large}
      more={[
        ...(byDesk.includes(list.name as ExportList) ? [byDesks] : []),
        { label: t('menu'), href: background(), icon: 'clock' },
      ]}
    />
  )
}

function exportHref<F extends ListFilter>(list: List<F>, { filter, columns }: Asked<F>, format: string) {
  const search = new URLSearchParams(list.search({ ...filter, page: 1, size: null, columns: null }))
  search.set('format', format)
  search.set('columns', columns.join(','))
  return `/${list.name}/export?${search}`
}

/** The page that makes the same file without anybody waiting for it. */
function backgroundHref<F extends ListFilter>(
  list: List<F>,
  { filter, columns }: Asked<F>,
  format: string = 'xlsx',
): string {
  const search = list.search({ ...filter, page: 1, size: null, view: null, columns })
  return `/exports/new?${new URLSearchParams({ list: list.name, format, search })}`
}
