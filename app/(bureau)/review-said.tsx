import { getTranslations } from 'next-intl/server'
import { naming } from './naming'

export type ReviewSaid = {
  review?: string
  decision?: string
  ownerId?: number | null
  dueOn?: string | null
}

/** What a review decided on a lead or deal: the decision, by whom and until when, with the way to the review. */
export async function ReviewSaid({ review, decision, ownerId, dueOn }: ReviewSaid) {
  const [t, names] = await Promise.all([getTranslations('review.log'), naming()])
  return (
    <>
      <p className="whitespace-pre-line">{decision}</p>
      <p className="text-ink-2">
        {[names.person(ownerId ?? null), dueOn ? names.day(dueOn) : ''].filter(Boolean).join(' · ')}{' '}
        <a className="link" href={`/review/${review}`}>
          {t('close', { number: review ?? '' })}
        </a>
      </p>
    </>
  )
}
