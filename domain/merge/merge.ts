import type { DealStage, DealStatus } from '@/domain/deal/deal'
import { dealStages } from '@/domain/deal/deal'
import type { LeadStage } from '@/domain/lead/lead'
import { leadStages } from '@/domain/lead/lead'
import { type Refused, refused } from '@/domain/outcome'
import type { Actor } from '@/domain/policy/actor'
import { decidesFor } from '@/domain/policy/within'

/** What can be merged: two of one noun into one of them. */
export const mergeNouns = ['company', 'contact', 'lead', 'deal'] as const
export type MergeNoun = (typeof mergeNouns)[number]

/** So long a merge can be undone. */
export const UNDO_DAYS = 30

const letters: Record<string, MergeNoun> = { C: 'company', K: 'contact', L: 'lead', D: 'deal' }
export const placeOf: Record<MergeNoun, string> = {
  company: '/companies',
  contact: '/contacts',
  lead: '/leads',
  deal: '/deals',
}

/** The noun of a record number; null for what is none, or of a noun that is not merged. */
export function nounOfNumber(number: string): MergeNoun | null {
  return /^[CKLD]-\d{4}-\d{4,9}$/.test(number) ? (letters[number.charAt(0)] ?? null) : null
}

/** A record as the rules of merging see it; desk, stage and status of leads and deals alone. */
export type Mergeable = {
  number: string
  deletedAt: Date | null
  mergedInto: number | null
  deskId?: number
  stage?: LeadStage | DealStage
  status?: DealStatus
}
export type MergeFacts = {
  /** A lead or deal of a desk that the actor does not head hangs on one of the two companies or contacts. */
  elsewhere: boolean
  /** The other: a move that waits for a second person, or (a lead) a deal that lives. */
  otherWaits: boolean
  otherHasDeal: boolean
}

/**
 * Why these two are not merged by this person, `kept` being the one that stays; null when they are. What is further
 * along is kept, what still runs is kept: or a true fact would leave the figures, and an open case would be lost in a
 * closed one.
 */
export function refuseMerge(
  noun: MergeNoun,
  actor: Actor,
  { kept, other }: { kept: Mergeable; other: Mergeable },
  facts: MergeFacts,
): Refused | null {
  const away = [kept, other].find(one => one.mergedInto !== null)
  if (away) return refused('merge.refused.already', { values: { number: away.number } })
  const deleted = [kept, other].find(one => one.deletedAt !== null)
  if (deleted) return refused('merge.refused.deleted', { values: { number: deleted.number } })
  if (!mayMerge(noun, actor, [kept, other], facts.elsewhere)) return refused('merge.refused.not_yours')
  if (facts.otherHasDeal) return refused('merge.refused.has_deal', { values: { number: other.number } })
  if (facts.otherWaits) return refused('merge.refused.waits', { values: { number: other.number } })
  if (runs(other) && !runs(kept))
    return refused('merge.refused.ended', { values: { kept: kept.number, number: other.number } })
  if (runs(other) && rank(other) > rank(kept))
    return refused('merge.refused.further', { values: { kept: kept.number, number: other.number } })
  return null
}

/** The director; a desk head where both are on desks that he heads (domain.md §5). */
export function mayMerge(
  noun: MergeNoun,
  actor: Actor,
  records: readonly Pick<Mergeable, 'deskId'>[],
  elsewhere: boolean,
): boolean {
  if (actor.role === 'director') return true
  if (noun === 'company' || noun === 'contact') return !elsewhere
  return records.every(({ deskId }) => deskId !== undefined && decidesFor(actor, deskId))
}

const runs = ({ stage, status }: Mergeable) =>
  stage !== 'disqualified' && status !== 'lost' && status !== 'withdrawn'

function rank({ stage }: Mergeable): number {
  const ladder: readonly string[] =
    stage && (dealStages as readonly string[]).includes(stage) ? dealStages : leadStages
  return ladder.indexOf(stage ?? '')
}
