import type { Metadata } from 'next'
import { getTranslations } from 'next-intl/server'
import { may, page } from '@/access/page'
import { EmptyState, Page } from '@/components/page'
import { Tabs } from '@/components/tabs'
import { listCapital } from '@/db/read/capital'
import { totalOfRows } from '@/domain/capital/board'
import { capitalList, capitalPeriod, capitalSets } from '@/domain/capital/filter'
import { capitalFigureOf } from '@/domain/figure/capital'
import type { SearchParams } from '@/domain/filter/parameter'
import { columnUnit } from '@/domain/money/column'
import { SumWords } from '../amount'
import { AsOf } from '../as-of'
import { listAsked } from '../list-asked'
import { ListHead } from '../list-head'
import { ListTable } from '../list-table'
import { naming } from '../naming'
import { capitalCells, cellClass } from './capital-cell'
import { CapitalChart } from './capital-chart'
import { CapitalDesks } from './capital-desks'
import { capitalFields } from './capital-fields'
import { CapitalTop } from './capital-top'

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations('capital'))('title') }
}

/** Capital of the desks and of the bureau: figures with their basis, months, desks, and the rows behind each number. */
export default async function CapitalPage({ searchParams }: { searchParams: Promise<SearchParams> }) {
  const permit = await page('capital.list')
  const asked = await listAsked(capitalList, await searchParams)
  const { filter } = asked
  const [t, names, found, cells, fields, mayExport] = await Promise.all([
    getTranslations('capital'),
    naming(),
    listCapital(permit, filter, filter.size),
    capitalCells(filter),
    capitalFields(filter),
    may('capital.export'),
  ])
  const { from, to } = capitalPeriod(filter, names.today)
  const { sums, total } = found
  const tabs = capitalSets.map(set => ({
    label: t(`figure.${capitalFigureOf(set, filter.basis)}`),
    href: `/capital${capitalList.search(filter, { set, bucket: null })}#rows`,
    current: set === filter.set,
    count: set === filter.set ? total : totalOfRows(sums, { set, bucket: null }).count,
  }))
  return (
    <Page>
      <ListHead
        list={capitalList}
        asked={asked}
        fields={fields}
        title={t('title')}
        says={t('says', { from: names.fullDay(from), to: names.fullDay(to), count: total })}
        create={null}
        mayExport={mayExport !== null}
        column={key => t(`field.${key}`)}
        page={found.page}
        asOf={filter.asOf}
        banner={
          filter.asOf ? (
            <AsOf day={filter.asOf} leave={`/capital${capitalList.search(filter, { asOf: null })}`} />
          ) : null
        }
      />
      <div className="page-body">
        <CapitalTop filter={filter} sums={sums} />
        <CapitalChart filter={filter} sums={sums} />
        <CapitalDesks filter={filter} sums={sums} />
        <h2 className="mt-6 mb-2 text-16" id="rows">
          {t('chart.rows')}
        </h2>
        <Tabs label={t('field.set')} items={tabs} />
        {total === 0 ? (
          <EmptyState title={t('chart.empty')} says={t('chart.emptySays')} />
        ) : (
          <ListTable
            list={capitalList}
            asked={asked}
            rows={found.rows}
            page={found.page}
            total={total}
            caption={t(`figure.${capitalFigureOf(filter.set, filter.basis)}`)}
            column={key => t(`field.${key}`)}
            unit={key => (key === 'cny' ? columnUnit(names.locale).word : undefined)}
            cells={cells}
            classes={cellClass}
            foot={
              <tr>
                <td colSpan={asked.columns.length}>
                  {t('chart.total')} <SumWords sum={totalOfRows(sums, filter)} />
                </td>
              </tr>
            }
          />
        )}
      </div>
    </Page>
  )
}
