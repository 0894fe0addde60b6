import type { notifications } from '@/db/schema/notification'
import { deskKeys, type People } from './people'
import type { DealRow, LeadRow, ProposalRow } from './world'

type Row = Omit<typeof notifications.$inferSelect, 'place' | 'once' | 'mailId' | 'snoozedUntil'>
type Told = Pick<Row, 'userId' | 'kind' | 'actorId' | 'noun' | 'recordId' | 'details' | 'at'>
type Case = Pick<LeadRow | DealRow, 'id' | 'number' | 'name' | 'deskId' | 'caseOfficerId' | 'createdAt'>

const DAY = 86_400_000
/** What is older has been read; what is older still, nobody would look for. */
const READ_DAYS = 2
const KEPT_DAYS = 21

/**
 * What people were told of lately, as the records say: approvals to confirm and how they ended, leads and deals that a
 * head gave to an officer. Clocks, tasks and visits tell by themselves as soon as the office runs.
 */
export function notificationRows(
  now: Date,
  people: People,
  of: {
    deals: readonly Case[]
    leads: readonly Case[]
    proposals: readonly ProposalRow[]
  },
): Row[] {
  const told = [
    ...of.proposals.flatMap(proposal => proposed(proposal, of.deals[proposal.dealId - 1], people)),
    ...of.leads.flatMap(lead => given('lead', lead, people)),
    ...of.deals.flatMap(deal => given('deal', deal, people)),
  ]
  const age = ({ at }: Told) => (now.getTime() - at.getTime()) / DAY
  return told
    .filter(one => one.userId !== one.actorId && age(one) >= 0 && age(one) < KEPT_DAYS)
    .sort((a, b) => a.at.getTime() - b.at.getTime())
    .map((one, at) => ({
      ...one,
      id: at + 1,
      inApp: true,
      mail: 'never',
      readAt:
        age(one) > READ_DAYS && one.kind !== 'confirmation_asked'
          ? new Date(one.at.getTime() + DAY / 6)
          : null,
    }))
}

function proposed(
  { dealId, proposedBy, proposedAt, decidedBy, decidedAt, decision, reason }: ProposalRow,
  deal: Case | undefined,
  people: People,
): Told[] {
  if (!deal) return []
  const about = { noun: 'deal', recordId: dealId, details: { number: deal.number, name: deal.name } } as const
  const head = headOf(deal.deskId, people)
  if (!decidedAt || !decision)
    return [head, people.director].map(userId => ({
      ...about,
      userId,
      kind: 'confirmation_asked',
      actorId: proposedBy,
      at: proposedAt,
    }))
  const details = { ...about.details, ...(reason && { text: reason }) }
  return [{ ...about, details, userId: proposedBy, kind: decision, actorId: decidedBy, at: decidedAt }]
}

/** By the head of its desk, half an hour after it was entered. */
function given(noun: 'lead' | 'deal', record: Case, people: People): Told[] {
  const { id, number, name, caseOfficerId, createdAt } = record
  if (!caseOfficerId) return []
  return [
    {
      userId: caseOfficerId,
      kind: 'assigned',
      actorId: headOf(record.deskId, people),
      noun,
      recordId: id,
      details: { number, name, as: 'officer' },
      at: new Date(createdAt.getTime() + DAY / 48),
    },
  ]
}

const headOf = (deskId: number, people: People) => people.id(people.headOf(deskKeys[deskId - 1] ?? 'general'))
