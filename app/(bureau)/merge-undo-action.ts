'use server'
import { action } from '@/access/action'
import {
  type Unmerged,
  undoMergeCompany,
  undoMergeContact,
  undoMergeDeal,
  undoMergeLead,
} from '@/db/write/merge-undo'
import { undoMergeInput } from '@/domain/merge/input'
import { type MergeNoun, placeOf } from '@/domain/merge/merge'
import type { Outcome } from '@/domain/outcome'
import { sentTo } from './outcome-answer'

export const undoMergeCompanyAction = action('company.undo_merge', undoMergeInput, (permit, input) =>
  apart('company', undoMergeCompany(permit, input)),
)
export const undoMergeContactAction = action('contact.undo_merge', undoMergeInput, (permit, input) =>
  apart('contact', undoMergeContact(permit, input)),
)
export const undoMergeLeadAction = action('lead.undo_merge', undoMergeInput, (permit, input) =>
  apart('lead', undoMergeLead(permit, input)),
)
export const undoMergeDealAction = action('deal.undo_merge', undoMergeInput, (permit, input) =>
  apart('deal', undoMergeDeal(permit, input)),
)

/** Done: to the kept record, which says what stands by itself again, and what stayed. */
async function apart(noun: MergeNoun, writing: Promise<Outcome<Unmerged>>): Promise<Outcome<Unmerged>> {
  const outcome = await writing
  if (outcome.kind !== 'done') return outcome
  const { kept, merge } = outcome.value
  return sentTo(outcome, `${placeOf[noun]}/${kept}?apart=${merge}`)
}
