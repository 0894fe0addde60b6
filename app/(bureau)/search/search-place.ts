import { hasNumber, type SearchNoun, searchNouns } from '@/domain/search/query'

/** Where the records of each noun are. */
export const places: Record<SearchNoun, string> = {
  company: '/companies',
  contact: '/contacts',
  lead: '/leads',
  deal: '/deals',
  event: '/events',
  issue: '/issues',
  task: '/tasks',
}

/** The record at an address; null where there is none that can be found. */
export function recordAt(path: string): { noun: SearchNoun; number: string } | null {
  const [, list = '', number = ''] = /^(\/[a-z]+)\/([A-Z]-\d{4}-\d{1,9}|\d{1,15})$/.exec(path) ?? []
  const noun = searchNouns.find(one => places[one] === list)
  return noun && hasNumber(noun) !== /^\d/.test(number) ? { noun, number } : null
}
