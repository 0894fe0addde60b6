import { eq, sql } from 'drizzle-orm'
import { record, type Tx, write } from '@/db/as'
import { factBegan, stateFact } from '@/db/fact'
import { leads } from '@/db/schema/lead'
import { type ZoneRules, zoneRules } from '@/db/zone'
import { startOfDay } from '@/domain/calendar/date'
import { type Criterion, criteria, type LeadStage } from '@/domain/lead/lead'
import type { ContactLeadInput } from '@/domain/lead/move-input'
import { refuseMove } from '@/domain/lead/stage'
import { done, type FieldErrors, invalidField, type Outcome } from '@/domain/outcome'
import type { Permit } from '@/domain/policy/permit'
import { insertCard } from './lead-card'
import { clockColumns } from './lead-clock'
import { type LockedLead, lockLiveLead } from './lead-lock'

type Moved = { number: string; stage: LeadStage }

/**
 * Someone was reached. The day may lie before the lead was entered (a fair, entered in the evening): the appraisal runs
 * from it, while the stage begins no earlier than the one before.
 */
export async function contactLead(
  permit: Permit<'lead.move'>,
  input: ContactLeadInput,
): Promise<Outcome<Moved>> {
  return write(permit, async tx => {
    const locked = await lockLiveLead(tx, input.number)
    if ('no' in locked) return locked.no
    const { lead } = locked
    const rules = await zoneRules(tx)
    const refusal = refuseMove(lead.stage, 'contacted')
    if (refusal) return refusal
    if (input.reachedOn > rules.today) return invalidField('reachedOn', 'date.in_future')
    if (input.nextStepOn < rules.today) return invalidField('nextStepOn', 'activity.next_step_past')
    const { reachedName, nextStep, nextStepOn } = input
    const firstContactAt =
      input.reachedOn === rules.today ? new Date() : startOfDay(rules.timezone, input.reachedOn)
    const card = lead.contactId
      ? null
      : await insertCard(tx, permit, {
          name: lead.name,
          contactName: reachedName,
          reachAt: null,
          companyId: lead.companyId,
        })
    const set = { reachedName, firstContactAt, nextStep, nextStepOn, ...(card && { contactId: card.id }) }
    await moveLead(tx, permit, lead, 'contacted', { set, effectiveOn: input.reachedOn, rules })
    return done({ number: lead.number, stage: 'contacted' as const })
  })
}

/** The scores that were given; with `needed`, an error at each that was not. */
export function scoresOf(input: Partial<Record<`score_${Criterion}`, number | null>>, needed: boolean) {
  const given = criteria.flatMap(name => {
    const score = input[`score_${name}`]
    return score === null || score === undefined ? [] : [[name, score] as const]
  })
  const scores = given.length ? (Object.fromEntries(given) as Partial<Record<Criterion, number>>) : null
  const missing = needed ? criteria.filter(name => scores?.[name] === undefined) : []
  const fields: FieldErrors = Object.fromEntries(
    missing.map(name => [`score_${name}`, { reason: 'input.required' }]),
  )
  return { scores, fields: missing.length ? fields : null }
}

export type Move = {
  set?: Partial<typeof leads.$inferInsert>
  /** The day since which it holds; taken to where the stage before begins if it lies before that. */
  effectiveOn: string
  rules: ZoneRules
  reasonCode?: string
  reason?: string
}

/** One rung, or off the ladder: the row with its clock, the dated fact, the line in the log. The caller has decided. */
export async function moveLead(
  tx: Tx,
  permit: Permit,
  lead: LockedLead,
  to: LeadStage,
  { set = {}, effectiveOn: wished, rules, reasonCode, reason }: Move,
): Promise<LockedLead> {
  const began = await factBegan(tx, 'lead', lead.id, 'stage')
  const effectiveOn = began && wished < began ? began : wished
  const [moved] = await tx
    .update(leads)
    .set({
      ...set,
      ...clockColumns(
        { ...lead, ...set, stage: to, stageSince: effectiveOn, lastProgressAt: new Date() } as never,
        rules,
      ),
      stage: to,
      stageSince: effectiveOn,
      lastProgressAt: sql`now()`,
      version: lead.version + 1,
      updatedAt: sql`now()`,
      updatedBy: permit.actor.id,
    })
    .where(eq(leads.id, lead.id))
    .returning()
  if (!moved) throw new Error('a locked lead was not updated')
  await stateFact(tx, 'lead', lead.id, { fact: 'stage', value: to, effectiveOn, reasonCode, reason })
  const { verdict, verdictReason, scores, reachedName, nextStep, nextStepOn } = set
  await record(tx, 'lead', lead.id, {
    from: lead.stage,
    to,
    effectiveOn,
    reasonCode,
    reason: reason ?? verdictReason,
    reachedName,
    verdict,
    scores,
    nextStep,
    nextStepOn,
  })
  return moved
}
