import { sizeOf } from './deal-fields'
import type { DealPlan } from './deal-plan'
import type { Kit } from './kit'
import type { People } from './people'
import type { DealFactRow, DealRow } from './world'

/** A deal's row as it is told, without what it is given at the end: number and links. */
export type OwnDealRow = Omit<DealRow, 'companyId' | 'contactId' | 'industryId' | 'eventId' | 'leadId'>

/** The row of a deal before its first day. Of those that are only talked about not all say what they will build. */
export function blankDeal(kit: Kit, people: People, plan: DealPlan): OwnDealRow {
  const { now, today } = kit.days
  const officer = people.id(plan.officer)
  return {
    id: 0,
    number: '',
    name: plan.name,
    names: plan.names,
    partner: plan.partner,
    target: plan.target,
    country: plan.country,
    province: plan.province,
    highTech: plan.highTech,
    form: plan.form,
    content: plan.target || kit.random.chance(0.4) ? plan.content : null,
    source: plan.source,
    ...sizeOf(kit, plan),
    ...nothing,
    stage: 'negotiation',
    stageSince: today,
    statusSince: today,
    lastProgressAt: now,
    searchText: '',
    deskId: people.desk(plan.desk),
    caseOfficerId: officer,
    teamIds: [officer, ...plan.members.map(people.id)],
    createdAt: now,
    createdBy: officer,
    updatedAt: now,
    updatedBy: officer,
  }
}

export const blankFact = {
  id: 0,
  dealId: 0,
  value: null,
  deskId: null,
  totalMinor: null,
  totalCurrency: null,
  totalRate: null,
  totalCny: null,
  effectiveUntil: null,
  reasonCode: null,
  reason: null,
  supersededAt: null,
  supersededBy: null,
} as const satisfies Partial<DealFactRow>

const nothing = {
  totalNotStated: false,
  totalMinor: null,
  totalCurrency: null,
  totalRate: null,
  totalCny: null,
  totalOn: null,
  foreignMinor: null,
  foreignCurrency: null,
  foreignRate: null,
  foreignCny: null,
  foreignOn: null,
  entryDocumentKind: null,
  entryDocumentOn: null,
  entryDocumentReference: null,
  intentOn: null,
  intentReference: null,
  agreementOn: null,
  agreementReference: null,
  approvalAuthority: null,
  approvalNumber: null,
  approvalOn: null,
  approvalExpectedOn: null,
  approvalPutOff: 0,
  note: null,
  status: 'active',
  statusReason: null,
  statusText: null,
  lostTo: null,
  reviewOn: null,
  nextStep: null,
  nextStepOn: null,
  nextStepPutOff: 0,
  // the trigger of the table sets it
  clockDue: null,
  leaderId: null,
  leaderName: null,
  // counted by the trigger of the issues
  openIssues: 0,
  readerIds: [] as number[],
  version: 1,
  deletedAt: null,
  deletedBy: null,
  mergedInto: null,
} as const satisfies Partial<DealRow>
