import { and, eq, isNull } from 'drizzle-orm'
import { record, type Tx, write } from '@/db/as'
import { lockDeal, saveDeal, type TheirDeal } from '@/db/deal-lock'
import { users } from '@/db/schema/user'
import { ledBy } from '@/domain/deal/leader'
import type { SetLeaderDealInput } from '@/domain/deal/verb-input'
import { done, invalidField, type Outcome } from '@/domain/outcome'
import type { Permit } from '@/domain/policy/permit'
import type { DealSaved } from './deal-edit'

/** Who leads it (包联领导): an account that is open, or a name. It changes nobody's rights. */
export async function setLeaderDeal(
  permit: Permit<'deal.set_leader'>,
  input: SetLeaderDealInput,
): Promise<Outcome<DealSaved, TheirDeal>> {
  return write(permit, async tx => {
    const held = await lockDeal(tx, input)
    if ('no' in held) return held.no
    const { deal } = held
    const { leaderId, leaderName } = input
    const [before, after] = [ledBy(deal), ledBy(input)]
    if (before === after) return done({ number: deal.number, version: deal.version })
    if (leaderId !== null && !(await hasAccount(tx, leaderId)))
      return invalidField('leaderId', 'input.not_offered')
    const version = await saveDeal(tx, permit, deal, { leaderId, leaderName })
    await record(tx, 'deal', deal.id, { changes: { leader: [before, after] } })
    return done({ number: deal.number, version })
  })
}

async function hasAccount(tx: Tx, id: number): Promise<boolean> {
  const [found] = await tx
    .select({ id: users.id })
    .from(users)
    .where(and(eq(users.id, id), isNull(users.disabledAt)))
  return found !== undefined
}
