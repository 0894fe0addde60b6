import type { Metadata } from 'next'
import { getLocale, getTranslations } from 'next-intl/server'
import { page } from '@/access/page'
import { ExportMenu } from '@/app/(bureau)/list-tools'
import { Banner, Page, PageHead } from '@/components/page'
import { Pager } from '@/components/pager'
import { Tabs } from '@/components/tabs'
import { listAudit } from '@/db/read/audit-log'
import { getLogCheck } from '@/db/read/log-check'
import { auditAddress, auditPageSize, auditViews, readAuditFilter } from '@/domain/user/audit-filter'
import { punctuation } from '@/domain/user/punctuation'
import type { Locale } from '@/domain/user/user'
import { AuditFilters } from './audit-filters'
import { AuditSeal } from './audit-seal'
import { AuditTable } from './audit-table'

type Query = Promise<Record<string, string | string[] | undefined>>

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations('setting.audit'))('title') }
}

export default async function AuditPage({ searchParams }: { searchParams: Query }) {
  const permit = await page('audit.read')
  const filter = readAuditFilter(await searchParams)
  const { rows, total } = await listAudit(permit, filter)
  const check = await getLogCheck(permit)
  const [t, list, locale] = await Promise.all([
    getTranslations('setting.audit'),
    getTranslations('common.list'),
    getLocale() as Promise<Locale>,
  ])
  const pages = Math.max(1, Math.ceil(total / auditPageSize))
  const from = (filter.page - 1) * auditPageSize
  return (
    <Page>
      <PageHead title={t('title')} says={t('says', { count: total })}>
        <ExportMenu href={format => `/admin/audit/export${auditAddress(filter, { format })}`} />
      </PageHead>
      <div className="page-body grid gap-3">
        <AuditSeal check={check} />
        <Tabs
          label={t('title')}
          items={auditViews.map(view => ({
            label: t(`view.${view}`),
            href: `/admin/audit${auditAddress(filter, { view, noun: '', outcome: '' })}`,
            current: view === filter.view,
          }))}
        />
        {filter.ignored.length > 0 ? (
          <Banner tone="amber" icon="info">
            {list('ignored', { names: filter.ignored.join(punctuation(locale).comma) })}
          </Banner>
        ) : null}
        <AuditFilters filter={filter} />
        <AuditTable rows={rows} view={filter.view} />
        <Pager
          page={filter.page}
          pages={pages}
          href={number => `/admin/audit${auditAddress(filter, { page: number })}`}
          says={
            rows.length > 0
              ? list('range', { from: from + 1, to: from + rows.length, total })
              : list('noMatch')
          }
          words={{ label: list('pages'), previous: list('previousPage'), next: list('nextPage') }}
        />
      </div>
    </Page>
  )
}
