'use server'
import { getTranslations } from 'next-intl/server'
import { type ActionOutcome, action } from '@/access/action'
import { deleteActivity, logActivity, planNextStep } from '@/db/write/activity'
import { deleteActivityInput, logActivityInput, planNextStepInput } from '@/domain/activity/input'
import { naming } from './naming'

const log = action('activity.create', logActivityInput, logActivity)

/** Says back how the entry was read: kind, people, next step. */
export async function logActivityAction(asked: unknown, form?: FormData): Promise<ActionOutcome> {
  const outcome = await log(asked, form)
  if (outcome.kind !== 'done') return outcome
  const [t, { day }] = await Promise.all([getTranslations('activity'), naming()])
  const { kind, names, next } = outcome.value.said
  const parts = [
    t(`kind.${kind}`),
    ...names.map(name => `@${name}`),
    next?.nextStep && next.nextStepOn
      ? t('said.next', { date: day(next.nextStepOn), step: next.nextStep })
      : next
        ? t('said.noNext')
        : '',
  ]
  return {
    ...outcome,
    value: { ...outcome.value, says: t('said.read', { said: parts.filter(Boolean).join(' · ') }) },
  }
}
export const planNextStepAction = action('activity.create', planNextStepInput, planNextStep)
export const deleteActivityAction = action('activity.delete', deleteActivityInput, deleteActivity)
export const restoreActivityAction = action('activity.delete', deleteActivityInput, (permit, { id }) =>
  deleteActivity(permit, { id, restore: true }),
)
