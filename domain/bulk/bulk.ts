import { type Permission, policy } from '@/domain/policy/table'
import type { TagNoun } from '@/domain/tag/tag'
import type { Role } from '@/domain/user/user'
import type { ViewList } from '@/domain/view/view'

/** The lists whose records are changed in them: many at once, or cell by cell. */
export const bulkLists = ['leads', 'deals', 'companies'] as const satisfies readonly ViewList[]
export type BulkList = (typeof bulkLists)[number]

/** What is done to many records at once; each is the verb of one record, done once for each. */
export const bulkVerbs = {
  leads: ['assign', 'hand_over', 'propose_hand_over', 'tag', 'disqualify', 'reopen'],
  deals: ['assign', 'hand_over', 'propose_hand_over', 'tag', 'hold', 'lose', 'withdraw', 'revive'],
  companies: ['tag'],
} as const satisfies Record<BulkList, readonly string[]>
export type BulkVerb = (typeof bulkVerbs)[BulkList][number]

const nounOf = { leads: 'lead', deals: 'deal', companies: 'company' } as const satisfies Record<
  BulkList,
  TagNoun
>
export type BulkPermission =
  | `lead.${(typeof bulkVerbs)['leads'][number]}`
  | `deal.${(typeof bulkVerbs)['deals'][number]}`
  | `company.${(typeof bulkVerbs)['companies'][number]}`

/** In one transaction, within the time that a page has (measured: 200 leads disqualified, the longest verb, 1 to 2.5 s); more go lot after lot. */
export const MOST_AT_ONCE = 200
/** What a filter may pick in lots; beyond it is narrowed first. */
export const MOST_BY_FILTER = 5_000

/** These bring back what the closing verbs did; they stand at the end of such a run, not above a list. */
export const reverseOf: Partial<Record<BulkVerb, BulkVerb>> = {
  disqualify: 'reopen',
  hold: 'revive',
  lose: 'revive',
  withdraw: 'revive',
}
const backwards: readonly BulkVerb[] = ['reopen', 'revive']
/** These are undone in one click, where nobody has changed the record since. */
export const undoable: readonly BulkVerb[] = ['assign', 'tag']

export const bulkNoun = (list: BulkList): TagNoun => nounOf[list]

/** The permission of a verb on a list; undefined for a word that is none of its verbs. */
export function bulkPermission(list: BulkList, verb: string | undefined): BulkPermission | undefined {
  const known = (bulkVerbs[list] as readonly string[]).find(one => one === verb)
  return known ? (`${nounOf[list]}.${known}` as BulkPermission) : undefined
}

/** Whether a role does this at all; which records it may, each record says. */
export const mayBulk = (role: Role, permission: Permission): boolean => policy[permission][role] !== 'none'

/** The verbs that stand above a list for this role; whoever hands over himself has nothing to propose. */
export const offeredVerbs = (list: BulkList, role: Role): BulkVerb[] =>
  bulkVerbs[list].filter(verb => {
    const permission = bulkPermission(list, verb)
    if (verb === 'propose_hand_over' && mayBulk(role, 'lead.hand_over')) return false
    return !backwards.includes(verb) && permission !== undefined && mayBulk(role, permission)
  })

/** A record as it was on the screen: `L-2026-0001.3` is its number and version. */
export type BulkItem = { number: string; version: number }
export const itemWord = ({ number, version }: BulkItem): string => `${number}.${version}`

export function itemOf(word: string): BulkItem | null {
  const [, number, version] = /^([LDC]-\d{4}-\d{1,7})\.(\d{1,9})$/.exec(word) ?? []
  return number && version ? { number, version: Number(version) } : null
}
