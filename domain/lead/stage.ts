import { type Criterion, criteria, type LeadStage, type Verdict } from '@/domain/lead/lead'
import { type Missing, type Refused, refused } from '@/domain/outcome'

/** What the rules ask of a lead. Amounts in fen. */
export type LeadState = {
  stage: LeadStage
  reachedName: string | null
  nextStep: string | null
  nextStepOn: string | null
  verdict: Verdict | null
  verdictReason: string | null
  scores: Partial<Record<Criterion, number>> | null
  intendedCny: bigint | null
  landAsked: boolean
}

const ladder: Partial<Record<LeadStage, LeadStage>> = {
  new: 'contacted',
  contacted: 'qualified',
  qualified: 'converted',
}

/** The next rung; null where the ladder ends. */
export const nextStage = (stage: LeadStage): LeadStage | null => ladder[stage] ?? null

/** Only a lead that still stands on the ladder is worked on. */
export const isOpen = (stage: LeadStage): boolean => stage in ladder

/** A big one, or one that wants land, is scored on all six criteria (domain.md §2). */
export function needsCriteria(
  lead: Pick<LeadState, 'intendedCny' | 'landAsked'>,
  thresholdCny: string,
): boolean {
  return lead.landAsked || (lead.intendedCny !== null && lead.intendedCny >= BigInt(thresholdCny))
}

/** What a lead lacks for a stage, by field. */
export function leadLacks(lead: LeadState, to: LeadStage, thresholdCny: string): Missing[] {
  const lacks: string[] = []
  const ask = (field: string, value: unknown) => value || lacks.push(field)
  if (to === 'contacted') {
    ask('reachedName', lead.reachedName)
    ask('nextStep', lead.nextStep && lead.nextStepOn)
  }
  if (to === 'qualified') {
    ask('verdict', lead.verdict)
    ask('verdictReason', lead.verdictReason)
    if (needsCriteria(lead, thresholdCny)) ask('scores', scored(lead.scores))
  }
  return lacks.map(field => ({ field }))
}

export const scored = (scores: LeadState['scores']) => criteria.every(name => scores?.[name] !== undefined)

/** Sum of the six scores in per cent; null while one of them is missing. */
export function scoreOf(scores: LeadState['scores']): number | null {
  if (!scored(scores)) return null
  return Math.round(
    (criteria.reduce((sum, name) => sum + (scores?.[name] ?? 0), 0) / (criteria.length * 5)) * 100,
  )
}

/** A move is one rung up. Anything else is said to be what it is. */
export function refuseMove(from: LeadStage, to: LeadStage): Refused | null {
  if (nextStage(from) === to) return null
  if (from === to) return refused('lead.refused.already_there')
  return refused(isOpen(from) ? 'lead.refused.not_next' : 'lead.refused.closed')
}

export function refuseConversion(from: LeadStage): Refused | null {
  if (from === 'contacted' || from === 'qualified') return null
  return refused(from === 'new' ? 'lead.refused.not_contacted' : 'lead.refused.closed')
}

export function refuseDisqualifying(from: LeadStage): Refused | null {
  return isOpen(from) ? null : refused('lead.refused.closed')
}

export function refuseReopening(from: LeadStage): Refused | null {
  return from === 'disqualified' ? null : refused('lead.refused.not_disqualified')
}
