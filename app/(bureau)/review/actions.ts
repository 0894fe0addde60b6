'use server'
import { getTranslations } from 'next-intl/server'
import { z } from 'zod'
import { type ActionOutcome, action } from '@/access/action'
import { editReview, openReview } from '@/db/write/review'
import { addReviewItem, changeReviewItem } from '@/db/write/review-agenda'
import { closeReview, reopenReview } from '@/db/write/review-close'
import { saveMinute } from '@/db/write/review-minute'
import * as input from '@/domain/review/input'
import { opened, sentTo, told } from '../outcome-answer'
import { saidAt } from '../said'

export const openReviewAction = action('review.open', input.openReviewInput, (permit, asked) =>
  opened('/review', openReview(permit, asked)),
)
export const editReviewAction = action('review.edit', input.editReviewInput, async (permit, asked) =>
  told(await editReview(permit, asked)),
)
export const reopenReviewAction = action('review.reopen', input.reopenReviewInput, reopenReview)

const close = action('review.close', input.closeReviewInput, closeReview)
/** Says how many tasks came of it. */
export async function closeReviewAction(asked: unknown, form?: FormData): Promise<ActionOutcome> {
  const outcome = await close(asked, form)
  if (outcome.kind !== 'done') return outcome
  const t = await getTranslations('review.said')
  return { ...outcome, value: { ...outcome.value, says: t('closed', { count: outcome.value.tasks }) } }
}

/* Where the minutes go on: a place on the agenda, by the button that was pressed, else the next one. */
const place = z.coerce.number().int().min(0).catch(0).optional()
const minuteAndGo = z.intersection(input.minuteInput, z.object({ go: place, next: place }))

/** Saves the line that one leaves, and goes where one wants to. */
export const minuteAction = action('review.minute', minuteAndGo, async (permit, { go, next, ...said }) => {
  const to = go ?? next ?? 0
  const outcome = await saveMinute(permit, said)
  return sentTo(
    await told(outcome),
    to > 0 ? `/review/${said.number}/meeting?item=${to}` : `/review/${said.number}`,
  )
})

const add = action('review.edit', input.addItemInput, addReviewItem)
export async function addItemAction(form: FormData): Promise<void> {
  const t = await getTranslations('review.said')
  await saidAt(await add(null, form), agenda(form), t('added'))
}

const change = action('review.edit', input.changeItemInput, changeReviewItem)
export async function changeItemAction(form: FormData): Promise<void> {
  const t = await getTranslations('review.said')
  await saidAt(await change(null, form), agenda(form), t('changed'))
}

/* The agenda that a form stands at; a number that is none leads to nothing. */
const agenda = (form: FormData) => `/review/${encodeURIComponent(String(form.get('number')))}#agenda`
