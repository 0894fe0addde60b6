import { matchKeys } from '@/domain/name/likeness'
import type { Kit } from './kit'
import type { LeadPlan } from './lead-plan'
import type { People } from './people'
import { valueOn } from './rate'
import type { AppraisalRow, LeadFactRow, LeadRow } from './world'
import { industryKeys } from './zone-rows'

/** A lead's row as it is told, without what it is given at the end: its links. */
export type OwnLeadRow = Omit<LeadRow, 'companyId' | 'contactId' | 'eventId'>

/** The row of a lead before anything was done on it. */
export function blankLead({ days }: Kit, people: People, plan: LeadPlan): OwnLeadRow {
  const creator = people.id(plan.creator)
  const value = plan.intended && valueOn(days, plan.intended, plan.createdOn)
  const card = plan.company.people[0]
  const name = plan.bare && card ? card.name : plan.company.name
  return {
    id: 0,
    number: '',
    name,
    matchKeys: matchKeys([name]),
    nameLocale: plan.bare && card ? card.language : plan.company.nameLocale,
    country: plan.country,
    province: plan.country === 'CN' ? plan.company.province : null,
    industryId: plan.industry ? industryKeys.indexOf(plan.industry) + 1 : null,
    source: plan.source,
    introducedBy: plan.introducedBy,
    tellDue: null,
    toldOn: null,
    toldHow: null,
    toldText: null,
    need: plan.need,
    landAsked: plan.landAsked,
    intendedMinor: plan.intended?.minor ?? null,
    intendedCurrency: plan.intended?.currency ?? null,
    intendedRate: value?.rate ?? null,
    intendedCny: value?.cny ?? null,
    stage: 'new',
    stageSince: plan.createdOn,
    reachedName: null,
    firstContactAt: null,
    verdict: null,
    verdictReason: null,
    scores: null,
    disqualifyReason: null,
    disqualifyText: null,
    nextStep: null,
    nextStepOn: null,
    lastProgressAt: days.now,
    enteredAt: null,
    clock: null,
    clockDue: null,
    unrouted: plan.unrouted,
    openIssues: 0,
    note: null,
    searchText: '',
    deskId: people.desk(plan.desk),
    caseOfficerId: plan.officer ? people.id(plan.officer) : null,
    teamIds: [...new Set([creator, ...(plan.officer ? [people.id(plan.officer)] : [])])],
    readerIds: [],
    version: 1,
    createdAt: days.now,
    createdBy: creator,
    updatedAt: days.now,
    updatedBy: creator,
    deletedAt: null,
    deletedBy: null,
    mergedInto: null,
  }
}

export const blankFact: Omit<LeadFactRow, 'fact' | 'effectiveOn' | 'recordedAt' | 'recordedBy'> = {
  id: 0,
  leadId: 0,
  value: null,
  deskId: null,
  totalMinor: null,
  totalCurrency: null,
  totalRate: null,
  totalCny: null,
  effectiveUntil: null,
  reasonCode: null,
  reason: null,
  opening: false,
  supersededAt: null,
  supersededBy: null,
}

export const blankAppraisal: Omit<AppraisalRow, 'askedBy' | 'askedAt'> = {
  id: 0,
  leadId: 0,
  askedVerdict: null,
  askedReason: null,
  askedScores: null,
  decision: null,
  decidedBy: null,
  decidedAt: null,
  verdict: null,
  reason: null,
  scores: null,
  weights: null,
}
