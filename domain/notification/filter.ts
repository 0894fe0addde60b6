import {
  type Parameters,
  type SearchParams,
  sayAddress,
  single,
  takeAddress,
} from '@/domain/filter/parameter'
import { oneWord, wholeNumber } from '@/domain/filter/value'
import { type NotificationKind, notificationKinds } from './notification'

export const notificationViews = ['unread', 'all', 'snoozed'] as const
export type NotificationView = (typeof notificationViews)[number]

/** The address of the page: which, of what kind, and older than which place. */
export type NotificationFilter = {
  view: NotificationView
  kind: NotificationKind | null
  before: number | null
}

const usual: NotificationFilter = { view: 'unread', kind: null, before: null }
const parameters: Parameters<NotificationFilter> = {
  view: single('view', 'unread', oneWord(notificationViews)),
  kind: single('kind', null, oneWord(notificationKinds)),
  before: single('before', null, wholeNumber(1, Number.MAX_SAFE_INTEGER)),
}

/** Never throws: what means nothing is as usual. */
export function readNotificationFilter(params: SearchParams): NotificationFilter {
  const filter = { ...usual }
  takeAddress(parameters, filter, params)
  return filter
}

/** Changed in one thing; from the newest on, unless `before` is said. */
export const notificationHref = (filter: NotificationFilter, changes: Partial<NotificationFilter>) =>
  `/notifications${sayAddress(parameters, { ...filter, before: null, ...changes })}`
