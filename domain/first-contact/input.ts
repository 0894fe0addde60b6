import { z } from 'zod'
import { recordNumber } from '@/domain/record/field'
import { cleanNote } from '@/domain/text/clean'

const id = z.coerce.number().int().positive()

/** A desk that has met the investor too says why the first contact is its own. */
export const contestFirstContactInput = z.object({ record: recordNumber('LD'), reason: cleanNote(2_000) })
export type ContestFirstContactInput = z.infer<typeof contestFirstContactInput>

/** What the desk that has it says to that. */
export const stateFirstContactInput = z.object({ id, statement: cleanNote(2_000) })
export type StateFirstContactInput = z.infer<typeof stateFirstContactInput>

/** The director's ruling: whose it is, and the claimant's share of the credit in whole per cent; the rest is the other's. */
export const ruleFirstContactInput = z.object({
  id,
  winner: z.enum(['claimant', 'holder'], { error: 'input.required' }),
  claimantPercent: z.coerce.number('input.wrong_kind').int('input.wrong_kind').min(0).max(100),
  ruling: cleanNote(2_000),
})
export type RuleFirstContactInput = z.infer<typeof ruleFirstContactInput>

/** What the page of cases shows: of what kind, open or ruled, which page. Anything else in the address is the usual. */
export type CaseFilter = { show: 'first_contact' | 'duplicates'; state: 'open' | 'ruled'; page: number }
export function caseFilter(params: Record<string, string | string[] | undefined>): CaseFilter {
  return {
    show: params.show === 'duplicates' ? 'duplicates' : 'first_contact',
    state: params.state === 'ruled' ? 'ruled' : 'open',
    page: /^[1-9]\d{0,4}$/.test(String(params.page)) ? Number(params.page) : 1,
  }
}
