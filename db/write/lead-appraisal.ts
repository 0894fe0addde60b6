import { and, eq, isNull, sql } from 'drizzle-orm'
import { record, type Tx, write } from '@/db/as'
import { leadAppraisals, leads } from '@/db/schema/lead'
import { type ZoneRules, zoneRules } from '@/db/zone'
import type { AppraiseLeadInput, JudgeLeadInput, ReturnLeadInput } from '@/domain/lead/appraisal-input'
import type { Criterion, LeadStage, Verdict } from '@/domain/lead/lead'
import { needsCriteria, refuseAppraising, refuseJudging } from '@/domain/lead/stage'
import { conflict, done, invalid, type Outcome, refused } from '@/domain/outcome'
import type { Permit } from '@/domain/policy/permit'
import { decidesFor } from '@/domain/policy/within'
import { lastChange } from './last-change'
import { clockColumns } from './lead-clock'
import { type LockedLead, lockLiveLead } from './lead-lock'
import { moveLead, scoresOf } from './lead-move'
import { decidersOf, notify } from './notify'

type Appraised = { number: string; stage: LeadStage }
type Given = { verdict: Verdict; reason: string; scores: Partial<Record<Criterion, number>> | null }

/** Whoever works on it asks for the verdict, and proposes one. Asked again, the later one stands. */
export async function appraiseLead(
  permit: Permit<'lead.appraise'>,
  input: AppraiseLeadInput,
): Promise<Outcome<Appraised>> {
  return write(permit, async tx => {
    const locked = await lockLiveLead(tx, input.number)
    if ('no' in locked) return locked.no
    const { lead } = locked
    const rules = await zoneRules(tx)
    const refusal = refuseAppraising(lead.stage, lead.verdict)
    if (refusal) return refusal
    const { scores, fields } = scoresOf(input, needsCriteria(lead, rules.settings.criteriaThresholdCny))
    if (fields) return invalid(fields)
    const { verdict, verdictReason: reason } = input
    const asked = {
      askedVerdict: verdict,
      askedReason: reason,
      askedScores: scores,
      askedBy: permit.actor.id,
    }
    const again = await tx
      .update(leadAppraisals)
      .set({ ...asked, askedAt: sql`now()` })
      .where(waits(lead.id))
      .returning({ id: leadAppraisals.id })
    if (again.length === 0) await tx.insert(leadAppraisals).values({ leadId: lead.id, ...asked })
    await touch(tx, permit, lead)
    await record(tx, 'lead', lead.id, { changes: { askedVerdict: [null, verdict] }, scores, reason })
    await tell(tx, lead, 'appraisal_asked', await decidersOf(tx, lead.deskId), reason)
    return done({ number: lead.number, stage: lead.stage })
  })
}

/**
 * The verdict, by a head of that desk or the director, whether it was asked for or not. Pursued or watched, a contacted
 * lead is qualified; declined, it stands where it stood and waits to be closed.
 */
export async function judgeLead(
  permit: Permit<'lead.judge'>,
  input: JudgeLeadInput,
): Promise<Outcome<Appraised, unknown>> {
  return write<Appraised, unknown>(permit, async tx => {
    const locked = await lockLiveLead(tx, input.number)
    if ('no' in locked) return locked.no
    const { lead } = locked
    if (!decidesFor(permit.actor, lead.deskId)) return refused('common.not_permitted')
    if (lead.version !== input.version) return conflict(await theirs(tx, lead))
    const refusal = refuseJudging(lead.stage)
    if (refusal) return refusal
    const rules = await zoneRules(tx)
    const { scores, fields } = scoresOf(input, needsCriteria(lead, rules.settings.criteriaThresholdCny))
    if (fields) return invalid(fields)
    const given = { verdict: input.verdict, reason: input.verdictReason, scores }
    await keepVerdict(tx, permit, lead, given, rules)
    const set = { verdict: given.verdict, verdictReason: given.reason, scores }
    const stage = lead.stage === 'contacted' && given.verdict !== 'decline' ? 'qualified' : lead.stage
    if (stage !== lead.stage)
      await moveLead(tx, permit, lead, stage, { set, effectiveOn: rules.today, rules })
    else {
      const now = { lastProgressAt: new Date() }
      await touch(tx, permit, lead, { ...set, ...now, ...clockColumns({ ...lead, ...set, ...now }, rules) })
      await record(tx, 'lead', lead.id, { verdict: given.verdict, scores, reason: given.reason })
    }
    return done({ number: lead.number, stage })
  })
}

/** Back to whoever asked, with a reason: nothing has changed, and the clock goes on. */
export async function returnLead(
  permit: Permit<'lead.return'>,
  { number, version, reason }: ReturnLeadInput,
): Promise<Outcome<Appraised, unknown>> {
  return write<Appraised, unknown>(permit, async tx => {
    const locked = await lockLiveLead(tx, number)
    if ('no' in locked) return locked.no
    const { lead } = locked
    if (!decidesFor(permit.actor, lead.deskId)) return refused('common.not_permitted')
    if (lead.version !== version) return conflict(await theirs(tx, lead))
    const [returned] = await tx
      .update(leadAppraisals)
      .set({ decision: 'returned', decidedBy: permit.actor.id, decidedAt: sql`now()`, reason })
      .where(waits(lead.id))
      .returning({ askedBy: leadAppraisals.askedBy })
    if (!returned) return refused('lead.refused.nothing_waits')
    await touch(tx, permit, lead)
    await record(tx, 'lead', lead.id, { reason })
    await tell(tx, lead, 'returned', [returned.askedBy], reason)
    return done({ number, stage: lead.stage })
  })
}

/** The verdict as it was given, with the weights of that day, and whoever asked or works on it told. */
export async function keepVerdict(
  tx: Tx,
  permit: Permit<'lead.judge' | 'lead.convert'>,
  lead: LockedLead,
  { verdict, reason, scores }: Given,
  { settings: { weights } }: ZoneRules,
) {
  const by = permit.actor.id
  const given = { decision: 'given' as const, decidedBy: by, verdict, reason, scores, weights }
  const [asked] = await tx
    .update(leadAppraisals)
    .set({ ...given, decidedAt: sql`now()` })
    .where(waits(lead.id))
    .returning({ by: leadAppraisals.askedBy })
  if (!asked)
    await tx.insert(leadAppraisals).values({ ...given, leadId: lead.id, askedBy: by, decidedAt: sql`now()` })
  await tell(tx, lead, 'appraised', [asked?.by ?? null, lead.caseOfficerId], reason)
}

function tell(
  tx: Tx,
  { id, number, name }: LockedLead,
  kind: 'appraisal_asked' | 'appraised' | 'returned',
  to: readonly (number | null)[],
  text: string,
) {
  return notify(tx, { kind, to, noun: 'lead', recordId: id, details: { number, name, text } })
}

const waits = (leadId: number) => and(eq(leadAppraisals.leadId, leadId), isNull(leadAppraisals.decidedAt))

function touch(tx: Tx, permit: Permit, lead: LockedLead, set: Partial<typeof leads.$inferInsert> = {}) {
  return tx
    .update(leads)
    .set({ ...set, version: lead.version + 1, updatedAt: sql`now()`, updatedBy: permit.actor.id })
    .where(eq(leads.id, lead.id))
}

/** The verdict that stands by now, in the notation of the form. */
async function theirs(tx: Tx, lead: LockedLead) {
  const scores = Object.entries(lead.scores ?? {}).map(([name, score]) => [`score_${name}`, String(score)])
  const values = { verdict: lead.verdict, verdictReason: lead.verdictReason, ...Object.fromEntries(scores) }
  return { values, version: lead.version, ...(await lastChange(tx, lead)) }
}
