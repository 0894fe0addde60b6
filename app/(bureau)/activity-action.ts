'use server'
import { action } from '@/access/action'
import { deleteActivity, logActivity, planNextStep } from '@/db/write/activity'
import { deleteActivityInput, logActivityInput, planNextStepInput } from '@/domain/activity/input'

export const logActivityAction = action('activity.create', logActivityInput, logActivity)
export const planNextStepAction = action('activity.create', planNextStepInput, planNextStep)
export const deleteActivityAction = action('activity.delete', deleteActivityInput, deleteActivity)
export const restoreActivityAction = action('activity.delete', deleteActivityInput, (permit, { id }) =>
  deleteActivity(permit, { id, restore: true }),
)
