import { dealSearchText } from '@/db/deal-fields'
import { leadSearchText } from '@/db/write/lead-insert'
import { capitalRows } from './capital'
import { dealClockResults, leadClockResults } from './clock'
import { companyRows } from './company-rows'
import { contestRows } from './contest'
import { daysOf } from './days'
import { dealTeller } from './deal-activity'
import { baseDeals } from './deal-base'
import { liveOn } from './deal-fate'
import type { DealStory } from './deal-life'
import { newDeals } from './deal-new'
import { earlierAmounts, recentTurns } from './deal-recent'
import { tellDeal } from './deal-rows'
import { statedInTime } from './deal-total'
import { expectedOf } from './expected'
import { coverRows, handOverRows } from './hand-over'
import { issueLogs, issueRows } from './issue-rows'
import { type Kit, openKit } from './kit'
import { convertedLeads, disqualifiedLeads } from './lead-closed'
import { julyLeads } from './lead-july'
import { openLeads } from './lead-open'
import { type LeadStory, tellLead } from './lead-rows'
import { leaders } from './leader'
import { mergedPair } from './merged'
import { notificationRows } from './notification-rows'
import { byMoment, inOrder, numbered, owned, seriesOf, withNumbers } from './number'
import { type People, peopleOf } from './people'
import { procedureLogs, procedureRows } from './procedure-rows'
import { reviewRows } from './review-rows'
import { signInRows } from './sign-in-rows'
import { tagRows, viewRows } from './tag-rows'
import { taskRows } from './task-rows'
import type { ActivityRow, LogDraft } from './world'
import { eventRows, industryKeys, zoneRows } from './zone-rows'

/** About as many leads as a bureau of this size has in fifteen months. */
const LEADS = 240

/** Every row of the demonstration, by table, in the order in which they are inserted. Nothing here touches a database. */
export async function buildZone(now: Date) {
  const kit = openKit(daysOf(now))
  const people = peopleOf()
  const deals = inOrder(dealStories(kit, people))
  const leads = inOrder(leadStories(kit, people, deals))
  const events = eventRows(kit, people)
  const { ids, logs: firmLogs, ...entered } = companyRows([...deals, ...leads].map(useOf))
  const { logs: mergeLogs, ...merged } = mergedPair(kit, people, entered.companies, entered.contacts)
  const firms = { ...entered, companies: merged.companies }
  const eventIds = new Map<string | null, number>(kit.events.map(({ key }, index) => [key, index + 1]))
  const linksOf = ({ plan }: DealStory | LeadStory) => ({
    companyId: ids.get(plan.company)?.companyId ?? null,
    contactId: ids.get(plan.company)?.contactId ?? null,
    eventId: eventIds.get(plan.event) ?? null,
  })
  const leadRows = withNumbers('L', leads, (story, number) => ({
    ...story.row,
    ...linksOf(story),
    searchText: leadSearchText({ name: story.row.name, number }),
  }))
  const { handOvers, handOverLogs } = handOverRows(kit, people, leadRows)
  const { covers, coverLogs } = coverRows(kit, people)
  const leadOf = new Map(leads.map(({ plan }, index) => [plan.deal, index + 1]))
  const dealRows = leaders(
    people,
    withNumbers('D', deals, (story, number) => ({
      ...story.row,
      ...expectedOf(story.row, Number(number.slice(-4)), kit.days.today),
      ...linksOf(story),
      industryId: industryKeys.indexOf(story.plan.industry) + 1,
      leadId: leadOf.get(story) ?? null,
      searchText: dealSearchText(story.row, number),
    })),
  )
  const proposals = numbered(owned(deals, 'dealId', one => one.proposals))
  const { capitalLogs, ...capital } = capitalRows(kit.days, people, deals)
  const activities = numbered(
    [...owned(deals, 'dealId', one => one.activities), ...owned(leads, 'leadId', one => one.activities)].sort(
      byMoment(one => one.createdAt),
    ),
  )
  const procedures = procedureRows(kit, people, deals)
  const issues = issueRows(kit, people, { deals: dealRows, leads: leadRows })
  const ownTasks = taskRows(kit, people, { leads: leadRows, deals: dealRows, events })
  const held = reviewRows(kit, people, dealRows, ownTasks.length + 1)
  const tasks = [...ownTasks, ...held.tasks]
  const { firstContactCases, duplicateRulings, contestLogs } = contestRows(kit, firms, {
    leads: leadRows,
    deals: dealRows,
    activities,
  })
  const logs: LogDraft[] = [
    ...firmLogs,
    ...mergeLogs,
    ...events.map(noticed),
    ...owned(leads, 'recordId', one => one.logs),
    ...owned(deals, 'recordId', one => one.logs).map(line => withLead(line, dealRows)),
    ...activities.map(noted),
    ...contestLogs,
    ...handOverLogs,
    ...coverLogs,
    ...capitalLogs,
    ...ownTasks.map(given),
    ...held.logs,
    ...procedureLogs(procedures),
    ...issueLogs(issues),
  ]
  return {
    ...(await zoneRows(kit, people)),
    signIns: signInRows(kit, people),
    ...firms,
    merges: merged.merges,
    mergeValues: merged.mergeValues,
    mergeLinks: merged.mergeLinks,
    events,
    leads: leadRows,
    leadAppraisals: numbered(owned(leads, 'leadId', one => one.appraisals)),
    leadFacts: numbered(owned(leads, 'leadId', one => one.facts)),
    deals: dealRows,
    dealFacts: numbered(owned(deals, 'dealId', one => one.facts)),
    clockResults: numbered(clocksOf(deals, leads, kit.days.today)),
    stageProposals: proposals,
    ...capital,
    procedures,
    issues,
    activities,
    ...tagRows(now, people, { deals: dealRows, leads: leadRows, companies: firms.companies }),
    views: viewRows(now, people),
    firstContactCases,
    duplicateRulings,
    handOvers,
    covers,
    activityLinks: metAt(activities, leadRows),
    tasks,
    reviews: held.reviews,
    reviewItems: held.reviewItems,
    notifications: notificationRows(now, people, { deals: dealRows, leads: leadRows, proposals }),
    numberSeries: seriesOf(
      [dealRows, leadRows, firms.companies, firms.contacts, events, held.reviews].flat(),
    ),
    logEntries: numbered(logs.sort(byMoment(one => one.at))),
  }
}

function dealStories(kit: Kit, people: People): DealStory[] {
  const base = baseDeals(kit)
  earlierAmounts(kit, base)
  for (const plan of base) liveOn(kit, plan)
  const plans = [...base, ...newDeals(kit)]
  recentTurns(kit, plans)
  statedInTime(plans)
  const tell = dealTeller(kit)
  return plans.map(plan => tellDeal(kit, people, plan, tell(plan)))
}

function leadStories(kit: Kit, people: People, deals: readonly DealStory[]): LeadStory[] {
  const living = [...convertedLeads(kit, deals), ...julyLeads(kit), ...openLeads(kit)]
  const plans = [...living, ...disqualifiedLeads(kit, Math.max(LEADS - living.length, 30))]
  return plans.map(plan => tellLead(kit, people, plan))
}

const clocksOf = (deals: readonly DealStory[], leads: readonly LeadStory[], today: string) =>
  [
    ...owned(leads, 'leadId', one => leadClockResults(one, today).map(line => ({ ...line, dealId: null }))),
    ...owned(deals, 'dealId', one => dealClockResults(one, today).map(line => ({ ...line, leadId: null }))),
  ].sort((one, other) => (one.settledOn < other.settledOn ? -1 : 1))

const useOf = ({ plan, row }: DealStory | LeadStory) => ({
  company: plan.company,
  at: row.createdAt,
  by: row.createdBy,
  bare: 'bare' in plan && plan.bare,
})

/** The first line of a deal that came of a lead says of which. */
function withLead(line: LogDraft, deals: readonly { leadId: number | null }[]): LogDraft {
  const leadId = line.verb === 'lead.convert' ? deals[(line.recordId ?? 0) - 1]?.leadId : null
  return leadId ? { ...line, details: { ...line.details, leadId } } : line
}

const noticed = (event: { id: number; name: string; createdAt: Date; createdBy: number }): LogDraft => ({
  at: event.createdAt,
  actorId: event.createdBy,
  verb: 'event.create',
  noun: 'event',
  recordId: event.id,
  details: { name: event.name },
})

const noted = ({ id, kind, dealId, leadId, createdAt, createdBy }: ActivityRow): LogDraft => ({
  at: createdAt,
  actorId: createdBy,
  verb: 'activity.create',
  noun: dealId ? 'deal' : 'lead',
  recordId: dealId ?? leadId,
  details: { activityId: id, activity: kind, changes: {} },
})

const given = (task: ReturnType<typeof taskRows>[number]): LogDraft => ({
  at: task.createdAt,
  actorId: task.createdBy,
  verb: 'task.create',
  noun: task.dealId ? 'deal' : task.leadId ? 'lead' : 'task',
  recordId: task.dealId ?? task.leadId ?? task.id,
  details: { taskId: task.id, task: task.title, assigneeId: task.assigneeId, dueOn: task.dueOn },
})

/** The first that was noted of a lead from an event touches the event: what came of it is told there too. */
function metAt(activities: readonly ActivityRow[], leads: readonly { id: number; eventId: number | null }[]) {
  const events = new Map(leads.map(({ id, eventId }) => [id, eventId]))
  const first = new Map<number, number>()
  for (const { id, leadId } of activities) if (leadId && !first.has(leadId)) first.set(leadId, id)
  const links = [...first].flatMap(([leadId, activityId]) => {
    const eventId = events.get(leadId)
    return eventId
      ? [{ activityId, leadId: null, dealId: null, companyId: null, contactId: null, eventId }]
      : []
  })
  return numbered(links)
}
