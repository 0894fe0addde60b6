import { addDays } from '@/domain/calendar/date'
import type { Kit } from './kit'
import type { People } from './people'
import type { LogDraft } from './world'

const HOUR = 3_600_000
const reason = '牵头的是客商的日本分公司，往来都用日文，请日韩部主谈；本部继续配合看地。'

type Lead = {
  id: number
  number: string
  stage: string
  deskId: number
  caseOfficerId: number | null
  readerIds: number[]
  createdAt: Date
  country: string
}

/** One offer that waits: a lead of the general desk, to the Japan and Korea desk, whose head reads it until he decides. */
export function handOverRows({ days }: Kit, people: People, leads: readonly Lead[]) {
  const [from, to] = [people.desk('general'), people.desk('japan_korea')]
  const at = new Date(days.now.getTime() - 20 * HOUR)
  const fit = leads.filter(
    lead =>
      lead.deskId === from &&
      lead.caseOfficerId !== null &&
      lead.createdAt < at &&
      (lead.stage === 'contacted' || lead.stage === 'qualified'),
  )
  const lead = fit.find(one => one.country !== 'CN') ?? fit.at(-1)
  const officer = lead?.caseOfficerId
  if (!lead || !officer) return { handOvers: [], handOverLogs: [] }
  const readerIds = [people.id(people.headOf('japan_korea'))]
  lead.readerIds = [...lead.readerIds, ...readerIds]
  const said = { reason, creditShare: 60 }
  const log: LogDraft = {
    at,
    actorId: officer,
    verb: 'lead.propose_hand_over',
    noun: 'lead',
    recordId: lead.id,
    details: { fromDeskId: from, toDeskId: to, ...said },
  }
  const offer = {
    fromDeskId: from,
    toDeskId: to,
    readerIds,
    proposedBy: officer,
    proposedAt: at,
    state: 'open',
    ...said,
  }
  return {
    handOvers: [{ id: 1, leadId: lead.id, dealId: null, number: lead.number, ...offer }],
    handOverLogs: [log],
  }
}

/** Somebody is away this week, and a colleague of the desk stands in. */
export function coverRows({ days }: Kit, people: People) {
  const [absentId, colleagueId] = [people.id('朴英子'), people.id('高桥真帆')]
  const [fromOn, untilOn] = [addDays(days.today, -2), addDays(days.today, 5)]
  const reason = '赴首尔参加投资说明会'
  const createdBy = people.id(people.headOf('japan_korea'))
  const createdAt = new Date(days.now.getTime() - 52 * HOUR)
  const log: LogDraft = {
    at: createdAt,
    actorId: createdBy,
    verb: 'cover.create',
    noun: 'cover',
    recordId: 1,
    details: { absentId, colleagueId, from: fromOn, until: untilOn, reason },
  }
  return {
    covers: [{ id: 1, absentId, colleagueId, fromOn, untilOn, reason, createdBy, createdAt }],
    coverLogs: [log],
  }
}
