import type { Metadata } from 'next'
import { getTranslations } from 'next-intl/server'
import { may, page } from '@/access/page'
import { EmptyState, Page } from '@/components/page'
import { listClocks } from '@/db/read/clock'
import { clockList } from '@/domain/clock/filter'
import type { SearchParams } from '@/domain/filter/parameter'
import { listAsked } from '../list-asked'
import { ListHead } from '../list-head'
import { ListTable } from '../list-table'
import { naming } from '../naming'
import { cellClass, clockCells } from './clock-cell'
import { clockFields } from './clock-fields'
import { ClockSums } from './clock-sums'

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations('clock'))('title') }
}

/** A desk's record of kept and missed clocks: sums by kind, each number opening its rows below. */
export default async function ClocksPage({ searchParams }: { searchParams: Promise<SearchParams> }) {
  const permit = await page('clock.read')
  const asked = await listAsked(clockList, await searchParams)
  const [t, names, found, cells, fields, mayExport] = await Promise.all([
    getTranslations('clock'),
    naming(),
    listClocks(permit, asked.filter, asked.filter.size),
    clockCells(),
    clockFields(asked.filter),
    may('clock.export'),
  ])
  const { from, to } = found.period
  const says = t('says', { from: names.fullDay(from), to: names.fullDay(to), count: found.total })
  return (
    <Page>
      <ListHead
        list={clockList}
        asked={asked}
        fields={fields}
        title={t('title')}
        says={says}
        create={null}
        mayExport={mayExport !== null}
        total={found.total}
        column={key => t(`field.${key}`)}
        page={found.page}
      />
      {found.desks.length === 0 ? (
        <EmptyState title={t('empty.title')} says={t('empty.says')} />
      ) : (
        <div className="page-body">
          <ClockSums filter={asked.filter} desks={found.desks} officers={found.officers} />
          <h2 className="mt-6 mb-2 text-16" id="rows">
            {t('sum.rows')}
          </h2>
          <ListTable
            list={clockList}
            asked={asked}
            rows={found.rows}
            page={found.page}
            total={found.total}
            caption={t('title')}
            column={key => t(`field.${key}`)}
            cells={cells}
            classes={cellClass}
          />
        </div>
      )}
    </Page>
  )
}
