import type { NotificationDetails, NotificationNoun } from './notification'

const pages: Partial<Record<NotificationNoun, string>> = {
  lead: '/leads',
  deal: '/deals',
  company: '/companies',
  contact: '/contacts',
  event: '/events',
}

/** Where to look: the place that was said, else the page of the record; null where there is nothing to see. */
export function placeOf(noun: NotificationNoun, { path, number }: NotificationDetails): string | null {
  if (path && /^\/(?![/\\])/.test(path)) return path
  const page = pages[noun]
  return page && number && /^[A-Z]-\d{4}-\d{4,9}$/.test(number) ? `${page}/${number}` : null
}
