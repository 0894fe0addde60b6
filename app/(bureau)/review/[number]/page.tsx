import type { Metadata } from 'next'
import { getTranslations } from 'next-intl/server'
import { may } from '@/access/page'
import { naming } from '@/app/(bureau)/naming'
import { LinkButton } from '@/components/button'
import { StatusChip } from '@/components/marks'
import { Breadcrumb, Facts, Page, PageHead, Section } from '@/components/page'
import { PrintHead } from '@/components/print-head'
import { nameIn } from '@/domain/user/user'
import { type Asked, reviewHref } from '../review-asked'
import { ReviewFigures } from '../review-figures'
import { ReviewAgenda } from './review-agenda'
import { ReviewEnd } from './review-end'
import { ReviewFacts } from './review-facts'
import { reviewOf } from './review-of'
import { ReviewProposed } from './review-proposed'

type Props = { params: Promise<{ number: string }>; searchParams: Promise<Asked> }

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  return { title: (await reviewOf((await params).number)).title }
}

/** One review: its agenda with what was decided, its figures, its minutes; on paper it is the minutes. */
export default async function ReviewRecordPage({ params, searchParams }: Props) {
  const { review, desk, title, mayWrite, mayReopen } = await reviewOf((await params).number)
  const [t, names, exports, { find }] = await Promise.all([
    getTranslations('review'),
    naming(),
    may('review.export'),
    searchParams,
  ])
  const open = review.state === 'open'
  const key = review.deskId === null ? null : names.desk(review.deskId).key
  return (
    <Page>
      <Breadcrumb
        label={t('title')}
        items={[{ label: t('title'), href: reviewHref({ deskKey: key }) }, { label: review.number }]}
      />
      <PageHead
        title={title}
        says={review.number}
        marks={<StatusChip tone={open ? 'accent' : 'quiet'}>{t(`state.${review.state}`)}</StatusChip>}
      >
        {open && review.items.length > 0 ? (
          <LinkButton look={mayWrite ? 'primary' : 'plain'} href={`/review/${review.number}/meeting`}>
            {t('act.meeting')}
          </LinkButton>
        ) : null}
      </PageHead>
      <PrintHead
        zone={nameIn(names.locale, names.ref.zone.name, names.ref.zone.names)}
        filter={`${review.number} · ${desk}`}
        printed={names.moment(new Date())}
      />
      <div className="page-body grid grid-cols-1 gap-4">
        <ReviewAgenda review={review} mayWrite={mayWrite} />
        {mayWrite ? <ReviewProposed review={review} find={typeof find === 'string' ? find : ''} /> : null}
        {mayWrite ? (
          <ReviewFacts review={review} />
        ) : (
          <Section title={t('field.present')}>
            <Facts
              items={[
                { key: 'heldOn', label: t('field.heldOn'), value: names.fullDay(review.heldOn) },
                { key: 'since', label: t('field.since'), value: names.fullDay(review.since) },
                { key: 'present', label: t('field.present'), value: review.present ?? '—' },
                { key: 'note', label: t('field.note'), value: review.note ?? '—' },
              ]}
            />
          </Section>
        )}
        <ReviewFigures
          lines={review.lines}
          last={null}
          desks={key ? [key] : []}
          asked={open ? { since: review.from } : null}
        />
        <ReviewEnd review={review} mayWrite={mayWrite} mayReopen={mayReopen} mayExport={exports !== null} />
      </div>
    </Page>
  )
}
