import { getTranslations } from 'next-intl/server'
import { LinkButton } from '@/components/button'
import { Icon } from '@/components/icon'
import { DeskDot, StatusChip } from '@/components/marks'
import { Section } from '@/components/page'
import type { listReviews, ReviewPage, ReviewRow } from '@/db/read/review'
import { nameIn } from '@/domain/user/user'
import { naming } from '../naming'
import { type ReviewAsked, reviewHref } from './review-asked'

/** The review that is being prepared or held. */
export async function ReviewOpen({ review }: { review: ReviewRow | null }) {
  const [t, names] = await Promise.all([getTranslations('review'), naming()])
  return (
    <Section title={t('side.open')}>
      {review ? (
        <p className="flex flex-wrap items-center gap-2">
          <a className="link" href={`/review/${review.number}`}>
            {review.number}
          </a>
          <span className="text-ink-2">{names.fullDay(review.heldOn)}</span>
          <LinkButton small look="outlined" href={`/review/${review.number}/meeting`}>
            {t('act.meeting')}
          </LinkButton>
        </p>
      ) : (
        <p className="text-ink-2">{t('side.openNone')}</p>
      )}
    </Section>
  )
}

/** What was decided last time, and whether it is done. */
export async function ReviewLast({ last }: { last: ReviewPage['last'] }) {
  const [t, names] = await Promise.all([getTranslations('review'), naming()])
  if (!last) return null
  const decided = last.items.filter(({ outcome }) => outcome === 'decided')
  const done = decided.filter(({ task }) => task?.done).length
  return (
    <Section
      id="last"
      title={<a href={`/review/${last.number}`}>{t('side.last')}</a>}
      count={`${done} / ${decided.length}`}
      aside={names.day(last.heldOn)}
    >
      {decided.length === 0 ? <p className="text-ink-2">{t('side.lastNone')}</p> : null}
      <ul className="rows">
        {decided.map(item => (
          <li key={item.id} className="flex items-start gap-2">
            <Icon
              name={item.task?.done ? 'circle-check' : 'circle'}
              className={item.task?.done ? 'text-green' : 'text-ink-3'}
              label={item.task?.done ? t('agenda.done') : t('agenda.todo')}
            />
            <span className="min-w-0 flex-1">
              {item.task ? <a href={`/tasks/${item.task.id}`}>{item.decision}</a> : item.decision}
              <span className="block text-ink-2">
                <a href={`/${item.noun}s/${item.number}`}>{nameIn(names.locale, item.name, item.names)}</a> ·{' '}
                {names.person(item.ownerId ?? item.officerId)}
              </span>
            </span>
            {item.dueOn ? (
              <time
                dateTime={item.dueOn}
                className={!item.task?.done && item.dueOn < names.today ? 'text-red' : 'text-ink-2'}
              >
                {names.day(item.dueOn)}
              </time>
            ) : null}
          </li>
        ))}
      </ul>
    </Section>
  )
}

/** The reviews that were held, the latest first. */
export async function ReviewPast(props: {
  past: Awaited<ReturnType<typeof listReviews>>
  asked: ReviewAsked
}) {
  const { past, asked } = props
  const [t, names] = await Promise.all([getTranslations('review'), naming()])
  const href = reviewHref(asked)
  const oldest = past.rows.at(-1)
  return (
    <Section id="past" title={t('side.past')}>
      {past.rows.length === 0 ? <p className="text-ink-2">{t('side.pastNone')}</p> : null}
      <ul className="rows">
        {past.rows.map(review => (
          <li key={review.id} className="flex items-baseline gap-2">
            <a href={`/review/${review.number}`}>{review.number}</a>
            <span className="min-w-0 flex-1 text-ink-2">
              {review.deskId === null ? (
                t('bureau')
              ) : (
                <>
                  <DeskDot colour={names.desk(review.deskId).colour} /> {names.desk(review.deskId).name}
                </>
              )}
            </span>
            {review.state === 'open' ? <StatusChip tone="accent">{t('state.open')}</StatusChip> : null}
            <time dateTime={review.heldOn} className="text-ink-2">
              {names.day(review.heldOn)}
            </time>
          </li>
        ))}
      </ul>
      {past.more && oldest ? (
        <a className="link" href={`${href}${href.includes('?') ? '&' : '?'}before=${oldest.number}#past`}>
          {t('side.older')}
        </a>
      ) : null}
    </Section>
  )
}
