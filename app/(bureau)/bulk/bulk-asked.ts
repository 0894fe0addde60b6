import type { BulkVerb } from '@/domain/bulk/bulk'
import type { SearchParams } from '@/domain/filter/parameter'

/** What decides about a record, asked before the preview; and what is only said about it, asked when it is done. */
export const decisive: Record<BulkVerb, readonly string[]> = {
  assign: ['officerId'],
  hand_over: ['deskId'],
  propose_hand_over: ['toDeskId'],
  tag: ['add', 'remove'],
  disqualify: ['reasonCode'],
  reopen: [],
  hold: ['reasonCode', 'reviewOn'],
  lose: ['reasonCode'],
  withdraw: ['reasonCode'],
  revive: [],
}

export type BulkAsked = {
  /** Record numbers that were ticked. */
  numbers: string[]
  /** All that the filter lists, instead. */
  all: boolean
  /** The id after which the next lot begins. */
  after: number
  /** The filter of the list that one came from. */
  of: string
  /** What was answered of the decisive questions; lists for tags. */
  fields: Record<string, string | string[]>
  /** Whether enough is answered for a preview. */
  complete: boolean
}

/** The address of a run. */
export function bulkAsked(verb: BulkVerb, params: SearchParams): BulkAsked {
  const given = params as Record<string, string | string[] | undefined>
  const several = (name: string) => [given[name] ?? []].flat().filter(Boolean)
  const one = (name: string) => several(name).at(-1) ?? ''
  const fields = Object.fromEntries(
    decisive[verb].map(name => [name, verb === 'tag' ? several(name) : one(name)] as const),
  )
  const answers = Object.values(fields)
  const said = answers.filter(answer => answer.length > 0)
  const of = one('of')
  return {
    numbers: [...new Set(several('n'))],
    all: one('all') === '1',
    after: /^\d{1,15}$/.test(one('after')) ? Number(one('after')) : 0,
    of: /^(\?[^\s#]*)?$/.test(of) ? of : '',
    fields,
    complete: verb === 'tag' ? said.length > 0 : said.length === answers.length,
  }
}
