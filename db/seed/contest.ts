import { addWorkingDays } from '@/domain/calendar/working-day'
import { matchKeys } from '@/domain/name/likeness'
import type { Kit } from './kit'
import { nationalCalendar } from './work-calendar'
import type { CompanyRow, LogDraft } from './world'

const HOUR = 3_600_000

type Case = {
  id: number
  number: string
  deskId: number
  caseOfficerId: number | null
  companyId: number | null
  contactId: number | null
  country: string
  stage: string
  lastProgressAt: Date
  createdAt: Date
}
type Lead = Case & { name: string; nameLocale: unknown; matchKeys: string[] }
type Deal = Case & { status: string }

/**
 * Two desks on one investor: a lead of one turns out to be of the company whose deal another works on, and its officer
 * contests the first contact. Another officer asks whether what he has typed is what a third desk has on file.
 */
export function contestRows(
  { days }: Kit,
  companies: readonly CompanyRow[],
  leads: readonly Lead[],
  deals: readonly Deal[],
) {
  const ago = (hours: number) => new Date(days.now.getTime() - hours * HOUR)
  const deal = deals.find(
    one =>
      one.stage === 'negotiation' &&
      one.status === 'active' &&
      one.caseOfficerId &&
      one.lastProgressAt > ago(24 * 20),
  )
  const lead = leads.find(
    one =>
      one.stage === 'contacted' &&
      one.caseOfficerId &&
      one.companyId &&
      one.deskId !== deal?.deskId &&
      one.createdAt < ago(48),
  )
  const company = companies.find(({ id }) => id === deal?.companyId)
  if (!deal || !lead || !company) return { firstContactCases: [], duplicateRulings: [], contestLogs: [] }
  Object.assign(lead, {
    companyId: company.id,
    contactId: deal.contactId,
    country: deal.country,
    name: company.name,
    nameLocale: company.nameLocale,
    matchKeys: matchKeys([company.name]),
  })
  const reason = '展会上由我部先与对方副总交换名片并约谈，随后已提供厂房清单，请局长裁定。'
  const contest = {
    id: 1,
    investor: `c:${company.id}`,
    name: company.name,
    noun: 'lead',
    recordId: lead.id,
    claimantDeskId: lead.deskId,
    holderDeskId: deal.deskId,
    reason,
    openedAt: ago(26),
    openedBy: lead.caseOfficerId,
    dueOn: addWorkingDays(days.today, 4, nationalCalendar),
    statement: '该企业年初已由我部接待来访，投资方案谈了两轮，记录在项目跟进中。',
    statedAt: ago(5),
    statedBy: deal.caseOfficerId,
  }
  const log: LogDraft = {
    at: contest.openedAt,
    actorId: lead.caseOfficerId as number,
    verb: 'first_contact.contest',
    noun: 'lead',
    recordId: lead.id,
    details: { reason, desk: deal.deskId },
  }
  return { firstContactCases: [contest], duplicateRulings: asked(ago(3), lead, leads), contestLogs: [log] }
}

/** An open question to an officer of another desk, and one that was answered. */
function asked(at: Date, by: Lead, leads: readonly Lead[]) {
  const others = leads.filter(
    one =>
      one.deskId !== by.deskId &&
      one.caseOfficerId &&
      (one.stage === 'contacted' || one.stage === 'qualified'),
  )
  return others.slice(0, 2).map((other, index) => ({
    id: index + 1,
    noun: 'lead',
    typed: other.name,
    otherNoun: 'lead',
    otherId: other.id,
    otherName: other.name,
    otherDeskId: other.deskId,
    how: 'name',
    verdict: index ? 'different' : null,
    reason: index ? '同名，所在地和主营产品都不同。' : null,
    askedAt: new Date(at.getTime() - index * 30 * HOUR),
    askedBy: by.caseOfficerId,
    ruledAt: index ? at : null,
    ruledBy: index ? other.caseOfficerId : null,
  }))
}
