'use server'
import { redirect } from 'next/navigation'
import { action } from '@/access/action'
import { type Merged, mergeCompany, mergeContact, mergeDeal, mergeLead } from '@/db/write/merge'
import { type MergeInput, mergeInput } from '@/domain/merge/input'
import { type MergeNoun, placeOf } from '@/domain/merge/merge'
import type { Outcome } from '@/domain/outcome'
import { sentTo } from '../outcome-answer'
import { besideHref } from './href'

export const mergeCompanyAction = action('company.merge', mergeInput('company'), (permit, input) =>
  merged('company', input, mergeCompany(permit, input)),
)
export const mergeContactAction = action('contact.merge', mergeInput('contact'), (permit, input) =>
  merged('contact', input, mergeContact(permit, input)),
)
export const mergeLeadAction = action('lead.merge', mergeInput('lead'), (permit, input) =>
  merged('lead', input, mergeLead(permit, input)),
)
export const mergeDealAction = action('deal.merge', mergeInput('deal'), (permit, input) =>
  merged('deal', input, mergeDeal(permit, input)),
)

/** Done: to the kept record. Changed meanwhile: the two are shown anew as they stand, with what was chosen. */
async function merged(
  noun: MergeNoun,
  { kept, other, choices, seenAt }: MergeInput,
  writing: Promise<Outcome<Merged, { number: string }>>,
): Promise<Outcome<Merged>> {
  const outcome = await writing
  if (outcome.kind === 'conflict')
    redirect(
      besideHref(kept, other, {
        choices,
        changed: outcome.theirs.number,
        since: seenAt,
      }),
    )
  return sentTo(outcome, `${placeOf[noun]}/${kept}`)
}
