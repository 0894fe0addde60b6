import { eq, sql } from 'drizzle-orm'
import { record, write } from '@/db/as'
import { leads } from '@/db/schema/lead'
import { zoneRules } from '@/db/zone'
import { dateIn } from '@/domain/calendar/date'
import type { TellLeadInput } from '@/domain/lead/appraisal-input'
import { done, invalidField, type Outcome, refused } from '@/domain/outcome'
import type { Permit } from '@/domain/policy/permit'
import { lockLiveLead } from './lead-lock'

/**
 * Whoever introduced the investor was told what became of it: when, how and what. Ends that clock, also on a lead that
 * has ended. Whether it was kept, the day of this entry says, not the one that is named.
 */
export async function tellLead(
  permit: Permit<'lead.tell'>,
  { number, ...told }: TellLeadInput,
): Promise<Outcome<{ number: string }>> {
  return write(permit, async tx => {
    const locked = await lockLiveLead(tx, number)
    if ('no' in locked) return locked.no
    const { lead } = locked
    const { today, timezone } = await zoneRules(tx)
    if (!lead.introducedBy) return refused('lead.refused.nobody_introduced')
    if (lead.toldOn) return refused('lead.refused.told_already')
    if (told.toldOn > today) return invalidField('toldOn', 'date.in_future')
    if (told.toldOn < dateIn(timezone, lead.createdAt)) return invalidField('toldOn', 'lead.told_before_lead')
    await tx
      .update(leads)
      .set({
        ...told,
        tellDue: null,
        version: lead.version + 1,
        updatedAt: sql`now()`,
        updatedBy: permit.actor.id,
      })
      .where(eq(leads.id, lead.id))
    const { toldOn: effectiveOn, toldHow, toldText: reason } = told
    await record(tx, 'lead', lead.id, { changes: { toldHow: [null, toldHow] }, effectiveOn, reason })
    return done({ number })
  })
}
