import { type CompanyUse, companyRows } from './company-rows'
import { daysOf } from './days'
import { dealTeller } from './deal-activity'
import { baseDeals } from './deal-base'
import { liveOn } from './deal-fate'
import { newDeals } from './deal-new'
import { earlierAmounts, recentTurns } from './deal-recent'
import { type DealStory, tellDeal } from './deal-rows'
import { type Kit, openKit } from './kit'
import { numberer, seriesOf } from './number'
import { type People, peopleOf } from './people'
import { eventRows, industryKeys, zoneRows } from './zone-rows'

/** Every row of the demonstration, by table, in the order in which they are inserted. Nothing here touches a database. */
export async function buildZone(now: Date) {
  const kit = openKit(daysOf(now))
  const people = peopleOf()
  const events = eventRows(kit, people)
  const eventId = new Map(kit.events.map(({ key }, index) => [key, index + 1]))
  const deals = byCreation(dealStories(kit, people))
  const uses: CompanyUse[] = deals.map(({ plan, row }) => ({
    company: plan.company,
    at: row.createdAt,
    by: row.createdBy,
  }))
  const firms = companyRows(uses)
  const numberOf = numberer('D')
  const dealRows = deals.map(({ plan, row }, index) => {
    const number = numberOf(row.createdAt)
    const ids = firms.ids.get(plan.company)
    return {
      ...row,
      id: index + 1,
      number,
      companyId: ids?.companyId ?? 0,
      contactId: ids?.contactId ?? null,
      industryId: industryKeys.indexOf(plan.industry) + 1,
      eventId: plan.event ? (eventId.get(plan.event) ?? null) : null,
      leadId: null,
      searchText: `${row.searchText} ${number.toLowerCase().replaceAll('-', '')}`,
    }
  })
  const own = <T>(pick: (story: DealStory) => readonly T[]) =>
    deals.flatMap((story, index) => pick(story).map(line => ({ ...line, dealId: index + 1 })))
  const activities = numbered(
    own(story => story.activities).sort((a, b) => a.createdAt.getTime() - b.createdAt.getTime()),
  )
  const logs = [
    ...firms.logs,
    ...deals.flatMap(({ logs }, index) => logs.map(line => ({ ...line, recordId: index + 1 }))),
  ].sort((a, b) => a.at.getTime() - b.at.getTime())
  const numbers = [...dealRows, ...firms.companies, ...firms.contacts, ...events].map(({ number }) => number)
  return {
    ...(await zoneRows(kit, people)),
    companies: firms.companies,
    contacts: firms.contacts,
    contactDetails: firms.contactDetails,
    events,
    deals: dealRows,
    dealFacts: numbered(own(story => story.facts)),
    stageProposals: numbered(own(story => story.proposals)),
    activities,
    numberSeries: seriesOf(numbers),
    logEntries: numbered(logs),
  }
}

function dealStories(kit: Kit, people: People): DealStory[] {
  const base = baseDeals(kit)
  earlierAmounts(kit, base)
  for (const plan of base) liveOn(kit, plan)
  const plans = [...base, ...newDeals(kit)]
  recentTurns(kit, plans)
  const tell = dealTeller(kit)
  return plans.map(plan => tellDeal(kit, people, plan, tell(plan)))
}

const byCreation = (stories: DealStory[]) =>
  stories.sort((a, b) => a.row.createdAt.getTime() - b.row.createdAt.getTime())

const numbered = <T extends object>(rows: readonly T[]) =>
  rows.map((row, index) => ({ ...row, id: index + 1 }))
