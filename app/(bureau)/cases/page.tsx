import type { Metadata } from 'next'
import { getTranslations } from 'next-intl/server'
import { page } from '@/access/page'
import { Page, PageBar, PageHead } from '@/components/page'
import { Pager } from '@/components/pager'
import { Segments, Tabs } from '@/components/tabs'
import { CASES_SHOWN, listDuplicateRulings, listFirstContactCases } from '@/db/read/case'
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
  const [t, common] = await Promise.all([getTranslations('first_contact'), getTranslations('common.list')])
  const none = { rows: [], total: 0 }
  const contests = filter.show === 'first_contact' ? await listFirstContactCases(permit, filter) : none
  const duplicates = filter.show === 'duplicates' ? await listDuplicateRulings(permit, filter) : none
  const count = contests.total + duplicates.total
  const href = (to: Partial<CaseFilter>) => {
    const { show, state, page } = { ...filter, page: 1, ...to }
    return `/cases?show=${show}&state=${state}${page > 1 ? `&page=${page}` : ''}`
  }
  const from = (filter.page - 1) * CASES_SHOWN
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
        {contests.rows.map(one => (
          <ContestCase key={one.id} contest={one} actor={permit.actor} />
        ))}
        {duplicates.rows.map(one => (
          <DuplicateCase key={one.id} ruling={one} actor={permit.actor} />
        ))}
        {count > CASES_SHOWN ? (
          <Pager
            page={filter.page}
            pages={Math.ceil(count / CASES_SHOWN)}
            says={common('range', {
              from: from + 1,
              to: from + contests.rows.length + duplicates.rows.length,
              total: count,
            })}
            href={page => href({ page })}
            words={{ label: common('pages'), previous: common('previousPage'), next: common('nextPage') }}
          />
        ) : null}
      </div>
    </Page>
  )
}
