import { getTranslations } from 'next-intl/server'
import type { ReactNode } from 'react'
import { LinkButton } from '@/components/button'
import { Icon } from '@/components/icon'
import { Banner, PageBar, PageHead } from '@/components/page'
import { PrintHead } from '@/components/print-head'
import type { ColumnOf, List, ListFilter } from '@/domain/filter/list'
import { nameIn } from '@/domain/user/user'
import { viewLists } from '@/domain/view/view'
import type { Asked } from './list-asked'
import { ListChips } from './list-chips'
import { ListExportMenu } from './list-export-menu'
import { fieldsInWords, type ListField } from './list-field'
import { ColumnChooser } from './list-tools'
import { ViewKeeper, ViewTabs } from './list-views'
import { naming } from './naming'

/** Title, what one sees and how many, what one may do, chips, columns; on paper the filter in words. */
export async function ListHead<F extends ListFilter>(props: {
  list: List<F>
  asked: Asked<F>
  fields: readonly ListField<F>[]
  title: string
  says: string
  /** The day that the list shows, for paper; today if it is left out. */
  asOf?: string | null
  /** Where the answers of the chips go, if not to the table. */
  path?: string
  /** Null for those who may not. */
  create: { href: string; label: string } | null
  mayExport: boolean
  /** How many rows: very many are exported in the background. */
  total?: number
  /** The word above a column; without it none are chosen here. */
  column?: (column: ColumnOf<F>) => string
  /** The page that one is on, kept when columns are chosen. */
  page?: number
  views?: ReactNode
  banner?: ReactNode
}) {
  const { list, asked, fields, create, column } = props
  const { filter, columns, ignored } = asked
  const path = `/${list.name}`
  const kept = viewLists.some(one => one === list.name)
  const [common, names, words] = await Promise.all([
    getTranslations('common'),
    naming(),
    fieldsInWords(fields),
  ])
  return (
    <>
      <PageHead title={props.title} says={props.says}>
        {props.views}
        {props.mayExport ? <ListExportMenu list={list} asked={asked} total={props.total} /> : null}
        {create ? (
          <LinkButton look="primary" href={create.href}>
            <Icon name="plus" />
            {create.label}
          </LinkButton>
        ) : null}
      </PageHead>
      <PrintHead
        zone={nameIn(names.locale, names.ref.zone.name, names.ref.zone.names)}
        filter={words}
        printed={common('say.asOf', { date: names.fullDay(props.asOf ?? names.today) })}
      />
      {kept ? <ViewTabs list={list} asked={asked} /> : null}
      <PageBar
        end={
          <>
            {kept ? <ViewKeeper list={list} asked={asked} /> : null}
            {column ? (
              <ColumnChooser
                list={list.name}
                columns={list.columns.map(key => ({ key, label: column(key) }))}
                chosen={columns}
                back={path + list.search(filter, { columns: null, page: props.page } as Partial<F>)}
              />
            ) : null}
          </>
        }
      >
        <ListChips list={list} filter={filter} fields={fields} path={props.path ?? path} />
      </PageBar>
      {props.banner}
      {ignored.length > 0 ? (
        <Banner tone="amber" icon="info" role="status">
          {common('list.ignored', { names: ignored.join(names.comma) })}
        </Banner>
      ) : null}
    </>
  )
}
