import type { Metadata } from 'next'
import { getTranslations } from 'next-intl/server'
import { may, page } from '@/access/page'
import { Page, PageHead, Section } from '@/components/page'
import { listCovers } from '@/db/read/cover'
import { CoverForm } from '../cover-form'
import { CoverTable } from '../cover-table'
import { CoverTabs } from '../cover-tabs'

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations('cover'))('title') }
}

type Asked = { searchParams: Promise<{ page?: string | string[] }> }

/** Who stands in for whom on one's desks, and the form that arranges it. */
export default async function CoversPage({ searchParams }: Asked) {
  const permit = await page('cover.read')
  const asked = Number((await searchParams).page)
  const at = Number.isInteger(asked) && asked > 0 && asked < 10_000 ? asked : 1
  const [t, now, past, arranges] = await Promise.all([
    getTranslations('cover'),
    listCovers(permit),
    listCovers(permit, { past: true, page: at }),
    may('cover.create'),
  ])
  const { actor } = permit
  return (
    <Page>
      <PageHead title={t('title')} says={t('says')} />
      <CoverTabs now="covers" />
      <div className="page-body grid gap-8 lg:grid-cols-[minmax(0,1fr)_minmax(0,420px)]">
        <div className="min-w-0">
          <Section title={t('now')} count={now.covers.length}>
            {now.covers.length === 0 ? (
              <p className="text-ink-2">{t('none')}</p>
            ) : (
              <CoverTable covers={now.covers} actor={actor} label={t('now')} />
            )}
          </Section>
          <Section title={t('past')}>
            {past.covers.length === 0 ? (
              <p className="text-ink-2">{t('nonePast')}</p>
            ) : (
              <CoverTable covers={past.covers} actor={actor} label={t('past')} />
            )}
            {past.more ? (
              <a className="link" href={`/covers?page=${at + 1}`}>
                {t('more')}
              </a>
            ) : null}
          </Section>
        </div>
        {arranges ? (
          <Section title={t('new')}>
            <CoverForm actor={actor} />
          </Section>
        ) : null}
      </div>
    </Page>
  )
}
