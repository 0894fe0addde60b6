import type { Metadata } from 'next'
import { getTranslations } from 'next-intl/server'
import { page } from '@/access/page'
import { EmptyState, Page, PageHead, Section } from '@/components/page'
import { Pager } from '@/components/pager'
import { EXPORTS_SHOWN, listExports, listSchedules } from '@/db/read/export'
import { SCHEDULE_HOUR } from '@/domain/export/schedule'
import { zoneSettings } from '@/domain/zone/zone'
import { naming } from '../naming'
import { ExportTable } from './export-table'
import './exports.css'
import { ScheduleEdit } from './schedule-edit'
import { ScheduleTable } from './schedule-table'

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations('export'))('title') }
}

type Asked = { searchParams: Promise<{ page?: string | string[]; edit?: string | string[] }> }

/** One's own files that were made in the background, and what is made again on its days. */
export default async function ExportsPage({ searchParams }: Asked) {
  const permit = await page('export.read')
  const params = await searchParams
  const asked = Number(params.page)
  const at = Number.isInteger(asked) && asked > 0 && asked < 10_000 ? asked : 1
  const [t, common, names, found, schedules] = await Promise.all([
    getTranslations('export'),
    getTranslations('common.list'),
    naming(),
    listExports(permit, at),
    listSchedules(permit),
  ])
  const edited = schedules.find(({ id }) => String(id) === params.edit)
  const pages = Math.ceil(found.total / EXPORTS_SHOWN)
  const { exportDays } = zoneSettings(names.ref.zone.settings)
  return (
    <Page>
      <PageHead title={t('title')} says={t('says', { days: exportDays })} />
      <div className="page-body">
        <Section title={t('files')} count={found.total}>
          {found.total === 0 ? (
            <EmptyState title={t('empty.title')} says={t('empty.says')} />
          ) : (
            <ExportTable rows={found.rows} />
          )}
          {pages > 1 ? (
            <Pager
              page={at}
              pages={pages}
              says={common('range', {
                from: (at - 1) * EXPORTS_SHOWN + 1,
                to: (at - 1) * EXPORTS_SHOWN + found.rows.length,
                total: found.total,
              })}
              href={n => `/exports?page=${n}`}
              words={{ label: common('pages'), previous: common('previousPage'), next: common('nextPage') }}
            />
          ) : null}
        </Section>
        <Section
          id="schedules"
          title={t('schedules')}
          count={schedules.length}
          note={t('schedulesSay', { hour: SCHEDULE_HOUR })}
        >
          {schedules.length === 0 ? (
            <p className="text-ink-2">{t('noSchedules')}</p>
          ) : (
            <ScheduleTable schedules={schedules} />
          )}
          {edited ? <ScheduleEdit schedule={edited} /> : null}
        </Section>
      </div>
    </Page>
  )
}
