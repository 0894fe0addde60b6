'use server'
import { redirect } from 'next/navigation'
import { getTranslations } from 'next-intl/server'
import { action } from '@/access/action'
import { flash } from '@/components/flash'
import { markAllNotifications, markNotification, snoozeNotification } from '@/db/write/notification'
import {
  markAllNotificationsInput,
  markNotificationInput,
  snoozeNotificationInput,
} from '@/domain/notification/input'
import { naming } from '../naming'

const mark = action('notification.mark', markNotificationInput, markNotification)
const markAll = action('notification.mark', markAllNotificationsInput, markAllNotifications)
const snooze = action('notification.mark', snoozeNotificationInput, snoozeNotification)

export async function markNotificationAction(form: FormData): Promise<void> {
  await mark(form)
  redirect(back(form))
}

export async function markAllNotificationsAction(form: FormData): Promise<void> {
  await markAll(form)
  redirect('/notifications')
}

export async function snoozeNotificationAction(form: FormData): Promise<void> {
  const [outcome, t, names] = await Promise.all([
    snooze(form),
    getTranslations('notification.snooze'),
    naming(),
  ])
  if (outcome.kind === 'done') await flash({ text: t('said', { date: names.day(outcome.value.on) }) })
  else if (outcome.kind === 'invalid') await flash({ text: t('not_ahead') })
  redirect(back(form))
}

/** The list as it was, page and filter. */
function back(form: FormData): string {
  const said = String(form.get('back') ?? '')
  return /^\/notifications(\?|$)/.test(said) ? said : '/notifications'
}
