import { leadSearchText } from '@/db/write/lead-insert'
import { addWorkingDays } from '@/domain/calendar/working-day'
import { type Claim, holderOf, lapsesAt } from '@/domain/first-contact/first-contact'
import { matchKeys } from '@/domain/name/likeness'
import { zoneDefaults } from '@/domain/zone/zone'
import type { Kit } from './kit'
import { nationalCalendar } from './work-calendar'
import type { ActivityRow, CompanyRow, ContactRow, LogDraft } from './world'

const HOUR = 3_600_000

type Case = {
  id: number
  number: string
  deskId: number
  caseOfficerId: number | null
  companyId: number | null
  contactId: number | null
  country: string
  province: string | null
  stage: string
  lastProgressAt: Date
  createdAt: Date
}
type Lead = Case & { name: string; nameLocale: unknown; matchKeys: string[] }
type Deal = Case & { status: string }

/**
 * Two desks on one investor: a lead of one turns out to be of the company whose deal another works on, and the desk that
 * does not hold the first contact contests it. Another officer asks whether what he has typed is what a third desk has.
 */
export function contestRows(
  { days }: Kit,
  firms: { companies: readonly CompanyRow[]; contacts: readonly ContactRow[] },
  {
    leads,
    deals,
    activities,
  }: { leads: readonly Lead[]; deals: readonly Deal[]; activities: readonly ActivityRow[] },
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
  const company = firms.companies.find(({ id }) => id === deal?.companyId)
  const none = { firstContactCases: [], duplicateRulings: [], contestLogs: [] }
  if (!deal || !lead || !company) return none
  const contact = firms.contacts.find(({ id }) => id === lead.contactId)
  if (contact) contact.companyId = company.id
  const { name, nameLocale } = company
  Object.assign(lead, {
    companyId: company.id,
    country: deal.country,
    province: deal.province,
    name,
    nameLocale,
    matchKeys: matchKeys([name]),
    searchText: leadSearchText({ name, number: lead.number }),
  })

  const claims = [
    ...claimsOf(
      lead,
      activities.filter(({ leadId }) => leadId === lead.id),
    ),
    ...claimsOf(
      deal,
      activities.filter(({ dealId }) => dealId === deal.id),
    ),
  ]
  const holder = holderOf(claims, null, days.now, zoneDefaults.firstContactDays)
  if (!holder) return none
  const [noun, claimant] =
    holder.deskId === deal.deskId ? (['lead', lead] as const) : (['deal', deal] as const)
  const reason = '我部与该企业的接触更早，有来访记录和往来邮件为证，请局长裁定首谈权和业绩归属。'
  const contest = {
    id: 1,
    investor: `c:${company.id}`,
    name,
    noun,
    recordId: claimant.id,
    claimantDeskId: claimant.deskId,
    holderDeskId: holder.deskId,
    reason,
    openedAt: ago(26),
    openedBy: claimant.caseOfficerId,
    dueOn: addWorkingDays(days.today, 4, nationalCalendar),
    statement: '近期由我部接待并持续跟进，记录在先且一直有进展，愿与兄弟部合作推进。',
    statedAt: ago(5),
    statedBy: holder.byId,
  }
  const log: LogDraft = {
    at: contest.openedAt,
    actorId: claimant.caseOfficerId as number,
    verb: 'first_contact.contest',
    noun,
    recordId: claimant.id,
    details: { reason, desk: holder.deskId },
  }
  return { firstContactCases: [contest], duplicateRulings: asked(ago(3), lead, leads), contestLogs: [log] }
}

/** The claims of a desk as the triggers will keep them: one lapses when nothing is recorded for so long. */
function claimsOf(one: Case, activities: readonly ActivityRow[]): Claim[] {
  const claims: Claim[] = []
  for (const { createdAt, kind } of activities) {
    const last = claims.at(-1)
    if (last && lapsesAt(last, zoneDefaults.firstContactDays) >= createdAt) last.progressAt = createdAt
    else if (kind !== 'note')
      claims.push({
        deskId: one.deskId,
        byId: one.caseOfficerId as number,
        at: createdAt,
        progressAt: createdAt,
      })
  }
  return claims
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
