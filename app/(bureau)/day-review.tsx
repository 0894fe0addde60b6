import { getTranslations } from 'next-intl/server'
import { may } from '@/access/page'
import { LinkButton } from '@/components/button'
import { Section } from '@/components/page'
import { openReviews } from '@/db/read/review'
import { naming } from './naming'

const all = '/review'

/** The reviews that are prepared or being held: nothing while there is none. */
export async function DayReview() {
  const permit = await may('review.read')
  const reviews = permit ? await openReviews(permit) : []
  if (reviews.length === 0) return null
  const [t, names] = await Promise.all([getTranslations('review'), naming()])
  return (
    <Section id="review" title={<a href={all}>{t('day.open')}</a>} count={reviews.length}>
      <ul className="rows">
        {reviews.map(review => (
          <li key={review.id} className="flex items-center gap-2">
            <span className="min-w-0 flex-1">
              <a href={`/review/${review.number}`}>
                {t('record', {
                  desk: review.deskId === null ? t('bureau') : names.desk(review.deskId).name,
                  date: names.day(review.heldOn),
                })}
              </a>
            </span>
            <LinkButton small look="outlined" href={`/review/${review.number}/meeting`}>
              {t('act.meeting')}
            </LinkButton>
          </li>
        ))}
      </ul>
    </Section>
  )
}
