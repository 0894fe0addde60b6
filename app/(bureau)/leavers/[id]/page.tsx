import type { Metadata } from 'next'
import { notFound } from 'next/navigation'
import { getTranslations } from 'next-intl/server'
import { cache } from 'react'
import { may, page } from '@/access/page'
import { CoverTable } from '@/app/(bureau)/cover-table'
import { naming } from '@/app/(bureau)/naming'
import { Banner, Breadcrumb, Page, PageHead, Section } from '@/components/page'
import { listCovers } from '@/db/read/cover'
import { getLeaver } from '@/db/read/leaver'
import { decidesFor } from '@/domain/policy/within'
import { LeaverGroupForm } from './leaver-group'
import { LeaverEvents, LeaverTasks } from './leaver-rest'

const found = cache(async (id: string) => {
  const permit = await page('leaver.read')
  const leaver = /^\d{1,15}$/.test(id) ? await getLeaver(permit, Number(id)) : null
  return { permit, leaver: leaver ?? notFound() }
})

type Asked = { params: Promise<{ id: string }> }

export async function generateMetadata({ params }: Asked): Promise<Metadata> {
  const { leaver } = await found((await params).id)
  return { title: (await naming()).person(leaver.id) }
}

/** All that is still on one person, group by group: who takes it. What is left at the end is named. */
export default async function LeaverPage({ params }: Asked) {
  const { permit, leaver } = await found((await params).id)
  const { actor } = permit
  const [t, names, gives, { covers }] = await Promise.all([
    getTranslations('handover.leaver'),
    naming(),
    may('leaver.hand_over'),
    listCovers(await page('cover.read'), { of: leaver.id }),
  ])
  const name = names.person(leaver.id)
  const cases = leaver.groups
    .filter(({ part }) => part === 'officer')
    .reduce((sum, { total }) => sum + total, 0)
  return (
    <Page>
      <Breadcrumb label={t('title')} items={[{ label: t('title'), href: '/leavers' }, { label: name }]} />
      <PageHead title={name} says={t('has', { cases, members: totalOf(leaver, 'member') })} />
      <div className="page-body grid gap-4 max-w-4xl">
        {cases === 0 && leaver.beyond === 0 ? (
          <Banner tone="green" icon="check">
            {t('clear')}
          </Banner>
        ) : null}
        {leaver.beyond > 0 ? (
          <Banner tone="amber" icon="info">
            {t('beyond', { count: leaver.beyond })}
          </Banner>
        ) : null}
        {leaver.groups.map(group => (
          <LeaverGroupForm
            key={`${group.part} ${group.noun} ${group.deskId}`}
            leaverId={leaver.id}
            group={group}
            gives={gives !== null && decidesFor(actor, group.deskId)}
          />
        ))}
        <LeaverEvents leaverId={leaver.id} events={leaver.events} gives={gives !== null} />
        <LeaverTasks leaverId={leaver.id} tasks={leaver.tasks} gives={gives !== null} />
        {covers.length > 0 ? (
          <Section title={t('covers')} count={covers.length}>
            <CoverTable covers={covers} actor={actor} label={t('covers')} />
          </Section>
        ) : null}
        {leaver.proposals.length > 0 ? (
          <Section title={t('proposals')} count={leaver.proposals.length} note={t('proposalsStay')}>
            <ul className="rows">
              {leaver.proposals.map(one => (
                <li key={`${one.kind} ${one.number}`}>
                  <a className="link" href={`/${one.noun}s/${one.number}`}>
                    {one.number}
                  </a>{' '}
                  {t(`proposal.${one.kind}`)}
                </li>
              ))}
            </ul>
          </Section>
        ) : null}
        <p className="text-ink-2">{t('stays')}</p>
      </div>
    </Page>
  )
}

const totalOf = ({ groups }: Awaited<ReturnType<typeof found>>['leaver'], part: 'officer' | 'member') =>
  groups.filter(group => group.part === part).reduce((sum, { total }) => sum + total, 0)
