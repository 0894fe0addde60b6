/*
 * The message files: one for each noun, merged under its name (`lead.json` is t('lead.…')). A new file is added here
 * and in all five folders; the types follow from the English one.
 */
const english = {
  account: () => import('./messages/en/account.json'),
  activity: () => import('./messages/en/activity.json'),
  admin: () => import('./messages/en/admin.json'),
  attachment: () => import('./messages/en/attachment.json'),
  calendar: () => import('./messages/en/calendar.json'),
  capital: () => import('./messages/en/capital.json'),
  clock: () => import('./messages/en/clock.json'),
  bulk: () => import('./messages/en/bulk.json'),
  cell: () => import('./messages/en/cell.json'),
  common: () => import('./messages/en/common.json'),
  company: () => import('./messages/en/company.json'),
  contact: () => import('./messages/en/contact.json'),
  cover: () => import('./messages/en/cover.json'),
  date: () => import('./messages/en/date.json'),
  day: () => import('./messages/en/day.json'),
  deal: () => import('./messages/en/deal.json'),
  duplicate: () => import('./messages/en/duplicate.json'),
  error: () => import('./messages/en/error.json'),
  event: () => import('./messages/en/event.json'),
  export: () => import('./messages/en/export.json'),
  first_contact: () => import('./messages/en/first_contact.json'),
  frame: () => import('./messages/en/frame.json'),
  handover: () => import('./messages/en/handover.json'),
  input: () => import('./messages/en/input.json'),
  job: () => import('./messages/en/job.json'),
  issue: () => import('./messages/en/issue.json'),
  lead: () => import('./messages/en/lead.json'),
  merge: () => import('./messages/en/merge.json'),
  money: () => import('./messages/en/money.json'),
  notification: () => import('./messages/en/notification.json'),
  procedure: () => import('./messages/en/procedure.json'),
  refusal: () => import('./messages/en/refusal.json'),
  review: () => import('./messages/en/review.json'),
  search: () => import('./messages/en/search.json'),
  setting: () => import('./messages/en/setting.json'),
  sheet: () => import('./messages/en/sheet.json'),
  tag: () => import('./messages/en/tag.json'),
  task: () => import('./messages/en/task.json'),
  text: () => import('./messages/en/text.json'),
  view: () => import('./messages/en/view.json'),
}
export type Noun = keyof typeof english
export type Messages = { [N in Noun]: Awaited<ReturnType<(typeof english)[N]>>['default'] }
export const nouns = Object.keys(english) as Noun[]
