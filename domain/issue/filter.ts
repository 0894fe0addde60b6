import {
  type Parameters,
  type SearchParams,
  sayAddress,
  several,
  single,
  takeAddress,
} from '@/domain/filter/parameter'
import { id, oneWord, type Read, wholeNumber } from '@/domain/filter/value'
import { issueKinds } from './issue'

/** What the board's groups are: what kind it is, who sees to it, which desk has it. */
export const issueGroups = ['kind', 'owner', 'desk'] as const
export type IssueGroup = (typeof issueGroups)[number]
export const issueStates = ['open', 'closed'] as const
export const issueDues = ['overdue', 'soon'] as const

/** What the page of issues shows: one object for rows, counts and links. `record` is a lead's or deal's number. */
export type IssueFilter = {
  by: IssueGroup
  state: (typeof issueStates)[number]
  kinds: readonly (typeof issueKinds)[number][]
  desks: readonly string[]
  owner: number | 'none' | null
  due: (typeof issueDues)[number] | null
  record: string | null
  page: number
}
export const usualIssueFilter: IssueFilter = {
  by: 'kind',
  state: 'open',
  kinds: [],
  desks: [],
  owner: null,
  due: null,
  record: null,
  page: 1,
}

const number: Read<string> = value => (/^[LD]-\d{4}-\d{4,9}$/.test(value) ? value : undefined)

const addressOf = (deskKeys?: readonly string[]): Parameters<IssueFilter> => ({
  by: single('by', usualIssueFilter.by, oneWord(issueGroups)),
  state: single('state', 'open', oneWord(issueStates)),
  kind: several('kinds', oneWord(issueKinds)),
  desk: several('desks', oneWord(deskKeys)),
  owner: single('owner', null, value => (value === 'none' ? value : id()(value))),
  due: single('due', null, oneWord(issueDues)),
  record: single('record', null, number),
  page: single('page', 1, wholeNumber(1, 100_000)),
})

/** The filter that an address says, and what in it means nothing. What is closed is due no more. */
export function parseIssueFilter(
  params: SearchParams,
  deskKeys?: readonly string[],
): { filter: IssueFilter; ignored: string[] } {
  const filter = { ...usualIssueFilter }
  const ignored = takeAddress(addressOf(deskKeys), filter, params)
  if (filter.state === 'closed' && filter.due) {
    filter.due = null
    ignored.push('due')
  }
  return { filter, ignored }
}

/** `?…`; a change turns back to the first page. */
export const issueSearch = (filter: IssueFilter, changes: Partial<IssueFilter> = {}): string =>
  sayAddress(addressOf(), { ...filter, page: 1, ...changes })
