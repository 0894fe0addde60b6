import type { Metadata } from 'next'
import { getTranslations } from 'next-intl/server'
import { may, page } from '@/access/page'
import { LinkButton } from '@/components/button'
import { DateInput } from '@/components/inputs'
import { DayColumns, Page, PageBar, PageHead } from '@/components/page'
import { Segments } from '@/components/tabs'
import { daysInStage, stuckDeals } from '@/db/read/figure/deal'
import { listReviews, reviewPage } from '@/db/read/review'
import { isIsoDate } from '@/domain/calendar/date'
import { stageBars, sumOfLines } from '@/domain/figure/review'
import { addSums, emptySum } from '@/domain/money/sum'
import { decidesFor } from '@/domain/policy/within'
import { nameIn } from '@/domain/user/user'
import { SumWords } from '../amount'
import { AsOf } from '../as-of'
import { DayAgeing } from '../day-ageing'
import { DayPipeline } from '../day-pipeline'
import { DayStuck } from '../day-side'
import { naming } from '../naming'
import { type Asked, reviewAsked, reviewHref } from './review-asked'
import { ReviewExpected } from './review-expected'
import { ReviewFigures } from './review-figures'
import { ReviewLast, ReviewOpen, ReviewPast } from './review-side'
import { ReviewWork } from './review-work'

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations('review'))('title') }
}

/** So many dots can be told apart; each is a link and a line of the table below. */
const DOTS = 120

/** The page that a manager works from each week: what stands, what was recorded since the last review, what lags. */
export default async function ReviewPage({ searchParams }: { searchParams: Promise<Asked> }) {
  const permit = await page('review.read')
  const [t, names, deal, open, address] = await Promise.all([
    getTranslations('review'),
    naming(),
    may('deal.read'),
    may('review.open'),
    searchParams,
  ])
  const asked = reviewAsked(permit.actor, names.ref.desks, address, names.today)
  const { asOf } = asked
  const filter = { desks: asked.desks, asOf }
  const before = typeof address.before === 'string' ? address.before : null
  const [found, past, dots] = await Promise.all([
    reviewPage(permit, asked),
    listReviews(permit, before),
    deal && !asOf ? daysInStage(deal, DOTS, filter) : [],
  ])
  const { since, lines, last } = found
  const begun = isIsoDate(found.from) ? names.day(since) : names.shortMoment(new Date(found.from))
  const bars = stageBars(lines)
  const stuck =
    deal && !asOf
      ? await stuckDeals(deal, { filter, limit: 6, total: sumOfLines(lines, 'stuck').count })
      : null
  const all = permit.actor.role === 'director' || permit.actor.role === 'viewer'
  const whole = all ? t('bureau') : t('ownDesks')
  const total = addSums(...bars.map(({ sum }) => sum), emptySum)
  const scope = asked.deskId === null ? whole : names.desk(asked.deskId).name
  const mayOpen = open && (asked.deskId === null ? all : decidesFor(permit.actor, asked.deskId))
  return (
    <Page>
      <PageHead
        title={t('title')}
        says={
          <>
            {t('says', { scope, since: begun, count: total.count })} · <SumWords sum={total} />
          </>
        }
      >
        {found.open ? (
          <LinkButton look="primary" href={`/review/${found.open.number}`}>
            {t('act.open', { number: found.open.number })}
          </LinkButton>
        ) : mayOpen ? (
          <LinkButton look="primary" href={reviewHref({ deskKey: asked.deskKey, since }, '/review/new')}>
            {t('act.prepare')}
          </LinkButton>
        ) : null}
      </PageHead>
      <PageBar
        end={
          <form className="flex flex-wrap items-center gap-2">
            {asked.deskKey ? <input type="hidden" name="desk" value={asked.deskKey} /> : null}
            {(
              [
                ['since', t('since.label'), since],
                ['asOf', t('since.asOf'), asOf ?? ''],
              ] as const
            ).map(([name, label, day]) => (
              <span key={name} className="flex items-center gap-2">
                <label className="text-13 text-ink-2 whitespace-nowrap" htmlFor={name}>
                  {label}
                </label>
                <DateInput
                  small
                  className="w-36"
                  id={name}
                  name={name}
                  defaultValue={day}
                  max={names.today}
                />
              </span>
            ))}
            <button type="submit" className="btn btn-s">
              {t('since.show')}
            </button>
          </form>
        }
      >
        {asked.offered.length > 1 ? (
          <Segments
            label={t('scope')}
            items={[
              {
                label: whole,
                href: reviewHref({ since: asked.since, asOf }),
                current: asked.deskId === null,
              },
              ...asked.offered.map(({ id, key, name, names: other }) => ({
                label: nameIn(names.locale, name, other),
                href: reviewHref({ deskKey: key, since: asked.since, asOf }),
                current: asked.deskId === id,
              })),
            ]}
          />
        ) : null}
        <span className="text-13 text-ink-2">
          {asked.since ? null : last ? t('since.last', { number: last.number }) : t('since.week')}
        </span>
      </PageBar>
      {asOf ? <AsOf day={asOf} leave={reviewHref({ deskKey: asked.deskKey, since: asked.since })} /> : null}
      <DayColumns
        side={
          <>
            <ReviewOpen review={found.open} />
            <ReviewLast last={last} />
            <ReviewWork desks={asked.desks} asOf={asOf} />
            {stuck ? <DayStuck rows={stuck.rows} total={stuck.total} of={filter} /> : null}
            <ReviewPast past={past} asked={asked} />
          </>
        }
      >
        <DayPipeline bars={bars} desks={asked.desks} asOf={asOf} />
        <ReviewFigures
          lines={lines}
          last={last?.lines ?? null}
          desks={asked.desks}
          asked={{ since: found.from, asOf }}
        />
        {asOf ? null : <ReviewExpected lines={lines} desks={asked.desks} />}
        <DayAgeing dots={dots} />
      </DayColumns>
    </Page>
  )
}
