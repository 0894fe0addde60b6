import { daysBetween, type IsoDate } from '@/domain/calendar/date'

/** The nouns of an issue (问题): what blocks a lead or deal, until somebody settles it. */

export const issueKinds = ['funds', 'land', 'policy', 'approval', 'utilities', 'labour', 'other'] as const
export type IssueKind = (typeof issueKinds)[number]

/** What bears issues, by the letter of its number. */
export const issueNouns = { L: 'lead', D: 'deal' } as const
export type IssueNoun = (typeof issueNouns)[keyof typeof issueNouns]

/** How old it is: since it was opened, to today or to the day on which it was closed. */
export const daysOpen = (issue: { openedOn: IsoDate; closedOn: IsoDate | null }, today: IsoDate): number =>
  Math.max(0, daysBetween(issue.openedOn, issue.closedOn ?? today))

export const issueOverdue = (
  issue: { dueOn: IsoDate | null; closedOn: IsoDate | null },
  today: IsoDate,
): boolean => issue.closedOn === null && issue.dueOn !== null && issue.dueOn < today
