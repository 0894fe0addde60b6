import { record, type Tx, write } from '@/db/as'
import { dealColumnsOf, dealSearchText, fieldsOfDeal, linkedNames, totalColumns } from '@/db/deal-fields'
import { type HeldDeal, lockDeal, saveDeal, type TheirDeal } from '@/db/deal-lock'
import { factBegan, stateFact, takeBackFact } from '@/db/fact'
import { type Difference, dealDifference, totalSaid } from '@/domain/deal/difference'
import type { DealFields } from '@/domain/deal/fields'
import type { EditDealInput } from '@/domain/deal/input'
import { withIntent } from '@/domain/deal/intent'
import type { CorrectDealInput } from '@/domain/deal/verb-input'
import { refuseEffective } from '@/domain/fact/effective'
import { done, invalid, type Outcome, refused } from '@/domain/outcome'
import type { Permit } from '@/domain/policy/permit'
import { decidesFor } from '@/domain/policy/within'
import { revalueCapital } from './capital-value'
import { checkDealFields } from './deal-check'
import { editLikes } from './deal-like'
import { keepRulings, writeUnlike } from './duplicate'

export type DealSaved = { number: string; version: number }

/**
 * Changes what was sent and nothing else. Another's version in between is a conflict that shows theirs. A changed total
 * is a new line of its fact, from `statedOn` (today) on, at that day's rate.
 */
export async function editDeal(
  permit: Permit<'deal.edit'>,
  { number, version, statedOn, said, fields }: EditDealInput,
): Promise<Outcome<DealSaved, TheirDeal>> {
  return writeUnlike(permit, async tx => {
    const held = await lockDeal(tx, { number, version })
    if ('no' in held) return held.no
    const { deal, zone } = held
    const { changed, log } = dealDifference(fieldsOfDeal(deal), withIntent(fields, deal))
    if (Object.keys(changed).length === 0) return done({ number, version })
    const errors = await checkDealFields(tx, changed, zone.today)
    if (Object.keys(errors).length > 0) return invalid(errors)
    const on = statedOn ?? zone.today
    const began = changed.total ? await factBegan(tx, 'deal', deal.id, 'total_investment') : null
    const wrong = refuseEffective(on, { today: zone.today, began }, 'statedOn')
    if (wrong) return wrong
    const columns = await dealColumnsOf(tx, changed, on)
    const likes = await editLikes(tx, deal, { ...deal, ...columns }, said)
    if (likes.fault) return likes.fault
    const searchText = dealSearchText({ ...deal, ...columns }, number)
    const next = await saveDeal(tx, permit, deal, { ...columns, searchText })
    if (changed.total) {
      await stateFact(tx, 'deal', deal.id, { fact: 'total_investment', ...columns, effectiveOn: on })
      await revalueCapital(tx, { ...deal, ...columns }, zone.today)
    }
    const changes = await inWords(tx, held, changed, log)
    await record(tx, 'deal', deal.id, { changes, ...(changed.total && { effectiveOn: on }) })
    await keepRulings(
      tx,
      permit,
      { noun: 'deal', id: deal.id, name: fields.name ?? deal.name },
      likes.found,
      said,
    )
    return done({ number, version: next })
  })
}

/**
 * The total that stands was wrong from the beginning: its line is superseded, with the reason, and another takes its
 * place from the same day (or another that is said). By a head of that desk or the director.
 */
export async function correctDeal(
  permit: Permit<'deal.correct'>,
  { number, version, total, statedOn, reason }: CorrectDealInput,
): Promise<Outcome<DealSaved, TheirDeal>> {
  return write(permit, async tx => {
    const held = await lockDeal(tx, { number, version })
    if ('no' in held) return held.no
    const { deal, zone } = held
    if (!decidesFor(permit.actor, deal.deskId)) return refused('common.not_permitted')
    const on = statedOn ?? (await factBegan(tx, 'deal', deal.id, 'total_investment')) ?? deal.stageSince
    await takeBackFact(tx, 'deal', deal.id, 'total_investment', reason)
    const began = await factBegan(tx, 'deal', deal.id, 'total_investment')
    const wrong = refuseEffective(on, { today: zone.today, began }, 'statedOn')
    if (wrong) return wrong
    const columns = await totalColumns(tx, total, on)
    const next = await saveDeal(tx, permit, deal, columns)
    await stateFact(tx, 'deal', deal.id, { fact: 'total_investment', ...columns, effectiveOn: on, reason })
    await revalueCapital(tx, { ...deal, ...columns }, zone.today)
    const changes = { total: [totalSaid(fieldsOfDeal(deal).total), totalSaid(total)] }
    await record(tx, 'deal', deal.id, { changes, effectiveOn: on, reason })
    return done({ number, version: next })
  })
}

/** Companies, contacts and events by their names at the time; the rest as it is. */
async function inWords(tx: Tx, { deal }: HeldDeal, changed: Partial<DealFields>, log: Difference) {
  if (!('company' in log || 'contact' in log || 'event' in log)) return log
  const before = await linkedNames(tx, deal)
  const after = await linkedNames(tx, { ...deal, ...changed })
  const named = (['company', 'contact', 'event'] as const).filter(key => key in log)
  return { ...log, ...Object.fromEntries(named.map(key => [key, [before[key], after[key]]])) }
}
