import type { Metadata } from 'next'
import { notFound } from 'next/navigation'
import { getTranslations } from 'next-intl/server'
import { page } from '@/access/page'
import { naming } from '@/app/(bureau)/naming'
import { StatusChip } from '@/components/marks'
import { Breadcrumb, Page, PageHead } from '@/components/page'
import { getImport } from '@/db/read/import'
import { isOpen } from '@/domain/job/job'
import { countsSaid } from '../words'
import { ImportColumns } from './import-columns'
import { ImportEncoding } from './import-encoding'
import { ImportEnd } from './import-end'
import { ImportJob } from './import-job'
import { ImportPreview } from './import-preview'
import { ImportSheets } from './import-sheets'

type Props = {
  params: Promise<{ id: string }>
  searchParams: Promise<Record<string, string | string[] | undefined>>
}

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations('import'))('title') }
}

/** One import: its sheet and columns, what becomes of each row, and what one does with it. */
export default async function ImportRecordPage({ params, searchParams }: Props) {
  const [{ id }, asked] = await Promise.all([params, searchParams])
  const permit = await page('import.read')
  const batch = (/^\d{1,12}$/.test(id) ? await getImport(permit, Number(id)) : null) ?? notFound()
  const [t, names, counts] = await Promise.all([getTranslations('import'), naming(), countsSaid()])
  const mine = batch.userId === permit.actor.id
  const running = batch.jobState !== null && isOpen(batch.jobState)
  const over = ['applied', 'undone', 'discarded'].includes(batch.state)
  const at = Number(asked.page)
  return (
    <Page>
      <Breadcrumb
        label={t('title')}
        items={[{ label: t('title'), href: '/import' }, { label: batch.fileName }]}
      />
      <PageHead
        title={batch.fileName}
        says={[
          t(`noun.${batch.noun}`),
          names.person(batch.userId),
          names.shortMoment(batch.appliedAt ?? batch.createdAt),
          ...(batch.counts ? [counts(batch.counts)] : []),
        ].join(' · ')}
        marks={
          <StatusChip tone={batch.state === 'applied' ? 'green' : 'quiet'}>
            {t(`state.${batch.state}`)}
          </StatusChip>
        }
      />
      <div className="page-body">
        {batch.job && batch.state !== 'discarded' ? <ImportJob batch={batch} /> : null}
        {!batch.fileKept && !over ? <p className="note note-amber mb-4">{t('lapsed')}</p> : null}
        {mine && !over && !running && batch.fileKept ? (
          <>
            <ImportEncoding permit={permit} batch={batch} />
            <ImportSheets batch={batch} />
            <ImportColumns batch={batch} actor={permit.actor} />
          </>
        ) : null}
        {running ? null : <ImportEnd batch={batch} actor={permit.actor} />}
        {batch.rowsKept && !running ? (
          <ImportPreview
            permit={permit}
            batch={batch}
            show={typeof asked.show === 'string' ? asked.show : undefined}
            page={Number.isInteger(at) && at > 0 && at < 10_000 ? at : 1}
            rules={mine && batch.state === 'checked'}
          />
        ) : null}
      </div>
    </Page>
  )
}
