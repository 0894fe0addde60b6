import { z } from 'zod'
import { addDays, type IsoDate, weekdayOf } from '@/domain/calendar/date'
import { isoDate } from '@/domain/calendar/date-field'
import { email } from '@/domain/text/email'
import { type MailTime, mailTimes, type NotificationKind, notificationKinds } from './notification'

const id = z.coerce.number().int().positive()

export const markNotificationInput = z.object({
  id,
  read: z.enum(['1', '0']).transform(said => said === '1'),
})
export type MarkNotificationInput = z.output<typeof markNotificationInput>

/** All up to the newest that one has seen: what comes meanwhile stays unread. */
export const markAllNotificationsInput = z.object({ through: id })
export type MarkAllNotificationsInput = z.output<typeof markAllNotificationsInput>

export const snoozeTimes = ['tomorrow', 'next_week', 'day'] as const
export const snoozeNotificationInput = z
  .object({ id, until: z.enum(snoozeTimes), on: z.string().optional() })
  .transform((said, context) => {
    const on = said.until === 'day' ? isoDate().safeParse(said.on ?? '') : null
    if (on?.success === false)
      context.addIssue({
        code: 'custom',
        path: ['on'],
        message: on.error.issues[0]?.message ?? 'date.required',
      })
    return { id: said.id, until: said.until, on: on?.success ? on.data : null }
  })
export type SnoozeNotificationInput = z.output<typeof snoozeNotificationInput>

/** The morning on which it comes back; null for a day that is not ahead, or more than a year away. */
export function snoozeDay(
  { until, on }: Pick<SnoozeNotificationInput, 'until' | 'on'>,
  today: IsoDate,
): IsoDate | null {
  if (until === 'tomorrow') return addDays(today, 1)
  if (until === 'next_week') return addDays(today, (8 - weekdayOf(today)) % 7 || 7)
  return on && on > today && on <= addDays(today, 366) ? on : null
}

const mailFields = Object.fromEntries(
  notificationKinds.map(kind => [`mail_${kind}`, z.enum(mailTimes)]),
) as Record<`mail_${NotificationKind}`, z.ZodEnum<{ [T in MailTime]: T }>>

/** Of every kind: whether it is shown in the app, and when it is mailed; and to which address. */
export const notificationChoicesInput = z.object({
  email: email(),
  app: z.array(z.enum(notificationKinds)).default([]),
  ...mailFields,
})
export type NotificationChoicesInput = z.output<typeof notificationChoicesInput>
