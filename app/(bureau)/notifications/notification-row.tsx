import { getTranslations } from 'next-intl/server'
import { Button } from '@/components/button'
import { Icon, type IconName } from '@/components/icon'
import { StatusChip } from '@/components/marks'
import type { NotificationRow as Row } from '@/db/read/notification'
import type { NotificationKind } from '@/domain/notification/notification'
import { placeOf } from '@/domain/notification/place'
import { notificationValues } from '@/i18n/notification-line'
import { naming } from '../naming'
import { markNotificationAction } from './actions'
import { SnoozeMenu } from './snooze-menu'

const icons: Record<NotificationKind, IconName> = {
  assigned: 'user-plus',
  mentioned: 'message-square',
  clock_soon: 'clock',
  clock_overdue: 'triangle-alert',
  confirmation_asked: 'circle-check',
  confirmed: 'check',
  returned: 'undo-2',
  appraisal_asked: 'circle-check',
  appraised: 'check',
  hand_over_proposed: 'route',
  hand_over_accepted: 'check',
  hand_over_declined: 'ban',
  ruling_asked: 'landmark',
  ruled: 'landmark',
  duplicate_asked: 'contact',
  task_assigned: 'calendar-check',
  task_due: 'clock',
  capital_overdue: 'coins',
  visit_tomorrow: 'ticket',
  procedure_overdue: 'triangle-alert',
  issue_assigned: 'triangle-alert',
  hold_over: 'pause',
  cover_started: 'users',
  job_done: 'circle-check',
  job_failed: 'triangle-alert',
}

/** One line: what, about which record, when; read or not, and when it comes back. */
export async function NotificationRow({ row, back }: { row: Row; back: string }) {
  const [t, names] = await Promise.all([getTranslations('notification'), naming()])
  const { key, values } = notificationValues(row, {
    who: names.person(row.actorId) || t('system'),
    nothing: t('nothing'),
    day: names.day,
  })
  const unread = !row.readAt && !row.snoozedUntil
  const place = placeOf(row.noun, row.details)
  return (
    <li className="notice" data-row data-unread={unread || undefined}>
      <Icon name={icons[row.kind]} />
      <div className="min-w-0">
        <p>
          {unread ? <span className="sr-only">{t('state.unread')} </span> : null}
          {t.rich(key, {
            ...values,
            r: record =>
              place ? (
                <a href={`/notifications/${row.id}`} data-hard>
                  {record}
                </a>
              ) : (
                <b>{record}</b>
              ),
          })}
        </p>
        {row.details.text ? <p className="text-ink-2">{row.details.text}</p> : null}
        <p className="notice-at">
          <span>{t(`kind.${row.kind}`)}</span>
          <time dateTime={row.at.toISOString()} title={names.moment(row.at)}>
            {names.shortMoment(row.at)}
          </time>
          {row.snoozedUntil ? (
            <StatusChip icon="clock">
              {t('state.snoozed', { date: names.dayOf(row.snoozedUntil) })}
            </StatusChip>
          ) : null}
        </p>
      </div>
      <div className="notice-acts">
        <form action={markNotificationAction}>
          <input type="hidden" name="id" value={row.id} />
          <input type="hidden" name="back" value={back} />
          <Button type="submit" small look="quiet" name="read" value={unread ? '1' : '0'}>
            {t(unread ? 'act.read' : row.snoozedUntil ? 'act.wake' : 'act.unread')}
          </Button>
        </form>
        {row.snoozedUntil ? null : <SnoozeMenu id={row.id} back={back} />}
      </div>
    </li>
  )
}
