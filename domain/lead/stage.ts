import { type Criterion, criteria, type LeadStage, type Verdict } from '@/domain/lead/lead'
import { type Missing, type Refused, refused } from '@/domain/outcome'
import { zoneDefaults } from '@/domain/zone/zone'

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
    ask('verdict', lead.verdict && lead.verdict !== 'decline')
    ask('verdictReason', lead.verdictReason)
    if (needsCriteria(lead, thresholdCny)) ask('scores', scored(lead.scores))
  }
  return lacks.map(field => ({ field }))
}

export const scored = (scores: LeadState['scores']) => criteria.every(name => scores?.[name] !== undefined)

export type Weights = Record<Criterion, number>
/** What one criterion adds: `points` of the `weight` that it may add at most, for a score of five. */
export type ScorePart = { name: Criterion; score: number; weight: number; points: number }

/** The six scores by their weights, which sum to 100; null while one of them is missing. */
export function scoreParts(scores: LeadState['scores'], weights: Weights = zoneDefaults.weights) {
  if (!scored(scores)) return null
  return criteria.map((name): ScorePart => {
    const score = scores?.[name] ?? 0
    return { name, score, weight: weights[name], points: (score * weights[name]) / 5 }
  })
}

/** The weighted score, 0 to 100; null while one of the six is missing. */
export function scoreOf(scores: LeadState['scores'], weights?: Weights): number | null {
  const parts = scoreParts(scores, weights)
  return parts && Math.round(parts.reduce((sum, { points }) => sum + points, 0))
}

/** A move is one rung up. Anything else is said to be what it is. */
export function refuseMove(from: LeadStage, to: LeadStage): Refused | null {
  if (nextStage(from) === to) return null
  if (from === to) return refused('lead.refused.already_there')
  return refused(isOpen(from) ? 'lead.refused.not_next' : 'lead.refused.closed')
}

/** A verdict is given on a lead that was contacted, and anew on one that qualified. */
export function refuseJudging(from: LeadStage): Refused | null {
  if (from === 'contacted' || from === 'qualified') return null
  return refused(from === 'new' ? 'lead.refused.not_contacted' : 'lead.refused.closed')
}

/** Asked for as long as there is none, or only one that says to watch. */
export function refuseAppraising(from: LeadStage, verdict: Verdict | null): Refused | null {
  const stands = from === 'qualified' && verdict !== 'watch'
  return refuseJudging(from) ?? (stands ? refused('lead.refused.appraised') : null)
}

/** Without a verdict a lead converts in the hands of one who may give it: `judges`. */
export function refuseConversion(from: LeadStage, verdict: Verdict | null, judges: boolean): Refused | null {
  if (verdict === 'decline' && isOpen(from)) return refused('lead.refused.declined')
  if (from === 'contacted' && !judges) return refused('lead.refused.verdict_by_head')
  if (from === 'contacted' || from === 'qualified') return null
  return refused(from === 'new' ? 'lead.refused.not_contacted' : 'lead.refused.closed')
}

export function refuseDisqualifying(from: LeadStage): Refused | null {
  return isOpen(from) ? null : refused('lead.refused.closed')
}

export function refuseReopening(from: LeadStage): Refused | null {
  return from === 'disqualified' ? null : refused('lead.refused.not_disqualified')
}
