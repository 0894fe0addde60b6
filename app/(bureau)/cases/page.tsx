import type { Metadata } from 'next'
import { getTranslations } from 'next-intl/server'
import { page } from '@/access/page'
import { Page, PageBar, PageHead } from '@/components/page'
import { Segments, Tabs } from '@/components/tabs'
import { listDuplicateRulings, listFirstContactCases } from '@/db/read/case'
import { type CaseFilter, caseFilter } from '@/domain/first-contact/input'
import { ContestCase } from './contest-case'
import { DuplicateCase } from './duplicate-case'

type Asked = Record<string, string | string[] | undefined>

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations('first_contact'))('title') }
}

/** What must be ruled on, and what was: contested first contacts, and records that may be the same. */
export default async function CasesPage({ searchParams }: { searchParams: Promise<Asked> }) {
  const permit = await page('case.read')
  const filter = caseFilter(await searchParams)
  const t = await getTranslations('first_contact')
  const contests = filter.show === 'first_contact' ? await listFirstContactCases(permit, filter.state) : []
  const duplicates = filter.show === 'duplicates' ? await listDuplicateRulings(permit, filter.state) : []
  const count = contests.length + duplicates.length
  const href = (to: Partial<CaseFilter>) => {
    const { show, state } = { ...filter, ...to }
    return `/cases?show=${show}&state=${state}`
  }
  return (
    <Page>
      <PageHead title={t('title')} says={t(`count.${filter.state}`, { count })} />
      <div className="page-body !pb-3">
        <Tabs
          label={t('title')}
          items={(['first_contact', 'duplicates'] as const).map(show => ({
            label: t(`show.${show}`),
            href: href({ show }),
            current: filter.show === show,
          }))}
        />
      </div>
      <PageBar>
        <Segments
          label={t('stateLabel')}
          items={(['open', 'ruled'] as const).map(state => ({
            label: t(`state.${state}`),
            href: href({ state }),
            current: filter.state === state,
          }))}
        />
      </PageBar>
      <div className="page-body grid gap-4 max-w-240">
        {count === 0 ? <p className="text-ink-2">{t(`none.${filter.show}.${filter.state}`)}</p> : null}
        {contests.map(one => (
          <ContestCase key={one.id} contest={one} actor={permit.actor} />
        ))}
        {duplicates.map(one => (
          <DuplicateCase key={one.id} ruling={one} actor={permit.actor} />
        ))}
      </div>
    </Page>
  )
}
