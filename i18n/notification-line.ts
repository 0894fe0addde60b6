import type { NotificationDetails, NotificationKind } from '@/domain/notification/notification'

/** What a line of a notification is made of, by the reader's own words for day and person. */
export function notificationValues(
  { kind, details }: { kind: NotificationKind; details: NotificationDetails },
  say: { who: string; nothing: string; day: (date: string) => string },
) {
  const { number, name, on, as } = details
  return {
    key: `line.${kind}` as const,
    values: {
      who: say.who,
      as: as ?? 'officer',
      on: on ? say.day(on) : 'none',
      record: [number, name].filter(Boolean).join(' ') || say.nothing,
    },
  }
}
