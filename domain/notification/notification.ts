import type { CountedClock } from '@/domain/calendar/clock'

/** What a person is told of: the source for the table's CHECK, the choices in the settings and the words. */
export const notificationKinds = [
  'assigned',
  'mentioned',
  'clock_soon',
  'clock_overdue',
  'confirmation_asked',
  'confirmed',
  'returned',
  'appraisal_asked',
  'appraised',
  'hand_over_proposed',
  'hand_over_accepted',
  'hand_over_declined',
  'ruling_asked',
  'ruled',
  'duplicate_asked',
  'task_assigned',
  'task_due',
  'visit_tomorrow',
  'procedure_overdue',
  'issue_assigned',
  'hold_over',
  'cover_started',
  'capital_overdue',
  'job_done',
  'job_failed',
] as const
export type NotificationKind = (typeof notificationKinds)[number]

/** What it is about. */
export const notificationNouns = [
  'lead',
  'deal',
  'company',
  'contact',
  'event',
  'task',
  'user',
  'job',
] as const
export type NotificationNoun = (typeof notificationNouns)[number]

/** When the same comes by e-mail as well. */
export const mailTimes = ['never', 'at_once', 'daily'] as const
export type MailTime = (typeof mailTimes)[number]

/** What holds for a kind as long as a person has chosen nothing else; the database function notify() says the same. */
export const usualChoice = { app: true, mail: 'daily' } as const satisfies { app: boolean; mail: MailTime }

/**
 * What is told, as it stood at that moment: whoever is told may not see the record itself (a head to whom it is
 * offered, an officer whose record another one resembles), and gets no more than this.
 */
export type NotificationDetails = {
  /** The readable number, which is also the way to the record, and its name. */
  number?: string
  name?: string
  /** The day that it is about: due, visit, absence. 'YYYY-MM-DD'. */
  on?: string
  /** A reason or remark in somebody's own words. */
  text?: string
  /** `clock_soon`, `clock_overdue`: which clock. */
  clock?: CountedClock
  /** `assigned`: as whom. */
  as?: 'officer' | 'member'
  /** Where to look, when it is not the page of the record. Within this site, beginning with one `/`. */
  path?: string
}

const KEPT = { name: 200, text: 300, path: 300, number: 40 } as const

/** The same with what is too long cut: an own remark may have 10,000 characters, a notification shows a line. */
export function keptDetails(details: NotificationDetails): NotificationDetails {
  const kept = { ...details }
  for (const [key, most] of Object.entries(KEPT) as [keyof typeof KEPT, number][]) {
    const text = kept[key]
    if (text !== undefined && text.length > most) kept[key] = `${text.slice(0, most - 1).trimEnd()}…`
  }
  return kept
}
