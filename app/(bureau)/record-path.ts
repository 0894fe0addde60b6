import type { TaskNoun } from '@/domain/task/task'

/** Where the pages of a noun's records begin. */
export const recordPath: Record<TaskNoun, string> = {
  lead: 'leads',
  deal: 'deals',
  company: 'companies',
  contact: 'contacts',
  event: 'events',
}
