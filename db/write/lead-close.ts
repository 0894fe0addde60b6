import { and, desc, eq, isNull, notInArray } from 'drizzle-orm'
import { type Tx, write } from '@/db/as'
import { leadFacts } from '@/db/schema/lead'
import { zoneRules } from '@/db/zone'
import { type LeadStage, leadStages } from '@/domain/lead/lead'
import type { DisqualifyLeadInput, ReopenLeadInput } from '@/domain/lead/move-input'
import { refuseDisqualifying, refuseReopening } from '@/domain/lead/stage'
import { done, type Outcome } from '@/domain/outcome'
import type { Permit } from '@/domain/policy/permit'
import { lockLiveLead } from './lead-lock'
import { moveLead } from './lead-move'

/** Not pursued, with a reason by code and in words. Its clock ends. */
export async function disqualifyLead(
  permit: Permit<'lead.disqualify'>,
  { number, reasonCode, reason }: DisqualifyLeadInput,
): Promise<Outcome<{ number: string }>> {
  return write(permit, async tx => {
    const locked = await lockLiveLead(tx, number)
    if ('no' in locked) return locked.no
    const refusal = refuseDisqualifying(locked.lead.stage)
    if (refusal) return refusal
    const rules = await zoneRules(tx)
    const set = { disqualifyReason: reasonCode, disqualifyText: reason }
    await moveLead(tx, permit, locked.lead, 'disqualified', {
      set,
      effectiveOn: rules.today,
      rules,
      reasonCode,
      reason,
    })
    return done({ number })
  })
}

/** A disqualified lead stands again where it stood before, with a reason. Head of the desk or director. */
export async function reopenLead(
  permit: Permit<'lead.reopen'>,
  { number, reason }: ReopenLeadInput,
): Promise<Outcome<{ number: string }>> {
  return write(permit, async tx => {
    const locked = await lockLiveLead(tx, number)
    if ('no' in locked) return locked.no
    const refusal = refuseReopening(locked.lead.stage)
    if (refusal) return refusal
    const rules = await zoneRules(tx)
    const set = { disqualifyReason: null, disqualifyText: null }
    const to = await stageBefore(tx, locked.lead.id)
    await moveLead(tx, permit, locked.lead, to, { set, effectiveOn: rules.today, rules, reason })
    return done({ number })
  })
}

async function stageBefore(tx: Tx, id: number): Promise<LeadStage> {
  const [line] = await tx
    .select({ stage: leadFacts.value })
    .from(leadFacts)
    .where(
      and(
        eq(leadFacts.leadId, id),
        eq(leadFacts.fact, 'stage'),
        isNull(leadFacts.supersededAt),
        notInArray(leadFacts.value, ['disqualified', 'converted']),
      ),
    )
    .orderBy(desc(leadFacts.effectiveOn), desc(leadFacts.id))
    .limit(1)
  return leadStages.find(stage => stage === line?.stage) ?? 'new'
}
