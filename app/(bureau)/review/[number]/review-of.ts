import { notFound } from 'next/navigation'
import { getTranslations } from 'next-intl/server'
import { cache } from 'react'
import { page } from '@/access/page'
import { naming } from '@/app/(bureau)/naming'
import { getReview } from '@/db/read/review'
import { reachOf } from '@/domain/policy/table'
import { decidesFor } from '@/domain/policy/within'

/** The review of an address, what it is called, and whether this person writes it; once a request. */
export const reviewOf = cache(async (number: string) => {
  const permit = await page('review.read')
  const review = (await getReview(permit, number)) ?? notFound()
  const [t, names] = await Promise.all([getTranslations('review'), naming()])
  const { actor } = permit
  const holds = review.deskId === null ? actor.role === 'director' : decidesFor(actor, review.deskId)
  const desk = review.deskId === null ? t('bureau') : names.desk(review.deskId).name
  return {
    review,
    desk,
    title: t('record', { desk, date: names.day(review.heldOn) }),
    mayWrite: holds && review.state === 'open' && reachOf('review.edit', actor.role) !== 'none',
    mayReopen: review.state === 'closed' && reachOf('review.reopen', actor.role) !== 'none',
  }
})
