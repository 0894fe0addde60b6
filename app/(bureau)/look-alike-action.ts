'use server'
import { z } from 'zod'
import { action } from '@/access/action'
import { ask } from '@/access/ask'
import { checkWhileTyping } from '@/db/write/duplicate'
import { askDuplicate } from '@/db/write/duplicate-ask'
import { askDuplicateInput, checkLookAlikesInput } from '@/domain/duplicate/input'
import { lookAlikeNouns } from '@/domain/duplicate/look-alike'
import { parseInput, refused } from '@/domain/outcome'
import type { ShownMatch } from './look-alike-panel'
import { shownMatches } from './look-alike-words'
import { naming } from './naming'

const asTyped = z.object({
  noun: z.enum([...lookAlikeNouns, 'convert']),
  self: z.number().int().positive().optional(),
  typed: z.array(z.string().max(2000)).min(7).max(16),
})

/** While one types in a form of this noun: what is on file that looks the same. */
export const lookAlikeAction = ask(
  'duplicate.check',
  asTyped,
  async (permit, input): Promise<ShownMatch[]> => {
    const [name = '', companyId, creditCode, reach = '', industryId, amount, currency, ...others] =
      input.typed
    const parsed = parseInput(checkLookAlikesInput, {
      noun: input.noun === 'convert' ? 'company' : input.noun,
      self: input.self ?? '',
      names: [name, ...others].filter(Boolean).slice(0, 8),
      companyId,
      creditCode,
      reach: reach.split('\n').filter(Boolean).slice(0, 10),
      industryId,
      amount,
      currency,
    })
    if (parsed.kind !== 'done') return []
    return shownMatches(await checkWhileTyping(permit, parsed.value), input.noun)
  },
)

const askOfficerAction = action('duplicate.ask', askDuplicateInput, async (permit, input) => {
  const outcome = await askDuplicate(permit, input)
  if (outcome.kind !== 'done') return outcome
  const names = await naming()
  const { deskId, officerId } = outcome.value
  // nothing was entered: the form stays as it is, and says so
  return refused('duplicate.asked', {
    values: { who: names.person(officerId) || (deskId === null ? '' : names.desk(deskId).name) },
  })
})

/** The same form asks the officer of a match when the button beside it sends it. */
export async function askInstead(data: unknown) {
  return data instanceof FormData && data.get('ask') ? askOfficerAction(null, data) : null
}
