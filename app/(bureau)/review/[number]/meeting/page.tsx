import type { Metadata } from 'next'
import { getTranslations } from 'next-intl/server'
import { naming } from '@/app/(bureau)/naming'
import type { Asked } from '@/app/(bureau)/review/review-asked'
import { LinkButton } from '@/components/button'
import { Icon } from '@/components/icon'
import { EmptyState, Page } from '@/components/page'
import { nameIn } from '@/domain/user/user'
import { reviewOf } from '../review-of'
import { MeetingFacts } from './meeting-facts'
import { MeetingForm } from './meeting-form'
import { MeetingKeys } from './meeting-keys'
import './meeting.css'

type Props = { params: Promise<{ number: string }>; searchParams: Promise<Asked> }

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  return { title: (await reviewOf((await params).number)).title }
}

/** One line of the agenda at a time, for the projector; what is said is kept on the way to the next. */
export default async function MeetingPage({ params, searchParams }: Props) {
  const { review, title, mayWrite } = await reviewOf((await params).number)
  const [t, names, asked] = await Promise.all([getTranslations('review'), naming(), searchParams])
  const { items } = review
  const said = Number(asked.item)
  // without a place one begins with the first line that is not dealt with
  const open = items.findIndex(({ outcome }) => outcome === null)
  const place = said >= 1 && said <= items.length ? said : Math.max(open, 0) + 1
  const item = items[place - 1]
  const total = items.length
  if (!item)
    return (
      <EmptyState whole title={title} says={t('meeting.empty')}>
        <LinkButton look="primary" href={`/review/${review.number}#proposed`}>
          {t('agenda.more')}
        </LinkButton>
      </EmptyState>
    )
  const done = items.filter(({ outcome }) => outcome !== null).length
  return (
    <Page>
      <div className="meeting">
        <header className="meeting-head">
          <a href={`/review/${review.number}`} className="btn btn-quiet btn-s">
            <Icon name="x" small /> {t('meeting.leave')}
          </a>
          <span>{title}</span>
          <span className="ml-auto">
            {t('meeting.place', { place, total })} · {t('meeting.progress', { done })}
          </span>
          <MeetingKeys mayWrite={mayWrite} />
        </header>
        <progress
          className="meeting-bar"
          max={total}
          value={done}
          aria-label={t('meeting.progress', { done })}
        />
        <h1>
          <a href={`/${item.noun}s/${item.number}`}>{nameIn(names.locale, item.name, item.names)}</a>
        </h1>
        <div className="meeting-columns">
          <MeetingFacts item={item} />
          <MeetingForm key={item.id} review={review} item={item} place={place} mayWrite={mayWrite} />
        </div>
      </div>
    </Page>
  )
}
