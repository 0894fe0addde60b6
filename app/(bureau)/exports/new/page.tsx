import type { Metadata } from 'next'
import { notFound } from 'next/navigation'
import { getFormatter, getTranslations } from 'next-intl/server'
import { may, page } from '@/access/page'
import { exportSources } from '@/app/(bureau)/export-sources'
import { Banner, Breadcrumb, Page, PageHead, Section } from '@/components/page'
import { listSchedules } from '@/db/read/export'
import { BACKGROUND_ROWS, exportFormats, exportLists, exportPermission } from '@/domain/export/export'
import '../exports.css'
import { ScheduleForm } from './schedule-form'
import { StartForm } from './start-form'
import { UpdateSchedule } from './update-schedule'

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations('export'))('title') }
}

type Asked = { searchParams: Promise<{ list?: string | string[]; format?: string; search?: string }> }

/** A list as it stood on the screen, to be written in the background: now, or again on its days. */
export default async function NewExportPage({ searchParams }: Asked) {
  const permit = await page('export.read')
  const params = await searchParams
  const list = exportLists.find(one => one === params.list) ?? notFound()
  if (!(await may(exportPermission[list]))) notFound()
  const source = exportSources[list]
  const [t, nav, format, { search, words }, rows, own] = await Promise.all([
    getTranslations('export'),
    getTranslations('frame.nav'),
    getFormatter(),
    source.asked(String(params.search ?? '')),
    source.count(String(params.search ?? '')),
    listSchedules(permit),
  ])
  const wanted = exportFormats.find(one => one === params.format) ?? 'xlsx'
  const asked = { list, search, format: wanted }
  const schedules = own.filter(one => one.list === list)
  const count = format.number(rows ?? 0)
  return (
    <Page>
      <Breadcrumb
        label={t('title')}
        items={[{ label: nav(list), href: `/${list}${search}` }, { label: t('title') }]}
      />
      <PageHead title={t('new.title', { list: nav(list) })} says={t('new.says', { count: rows ?? 0 })} />
      {rows !== null && rows > BACKGROUND_ROWS ? (
        <Banner tone="accent" icon="info">
          {t('new.large', { count })}
        </Banner>
      ) : null}
      <div className="page-body grid gap-8 lg:grid-cols-2">
        <div>
          <Section title={t('new.now')} note={t('new.nowSays')}>
            <StartForm asked={asked} words={words} />
          </Section>
        </div>
        <div>
          <Section title={t('new.often')}>
            <ScheduleForm asked={asked} name={nav(list)} />
          </Section>
          {schedules.length > 0 ? (
            <Section title={t('edit.update')} note={t('edit.updateSays')}>
              <UpdateSchedule asked={asked} schedules={schedules} />
            </Section>
          ) : null}
        </div>
      </div>
    </Page>
  )
}
