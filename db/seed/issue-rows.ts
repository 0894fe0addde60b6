import type { issues } from '@/db/schema/issue'
import { issueSearchText } from '@/db/write/issue'
import { addDays, type IsoDate, startOfDay } from '@/domain/calendar/date'
import { officeDay, TIMEZONE } from './days'
import { dealIssues, leadIssues } from './issue-words'
import type { Kit } from './kit'
import { deskKeys, type People } from './people'
import { randomFrom } from './random'
import type { DealRow, LeadRow, LogDraft } from './world'

type IssueRow = Omit<typeof issues.$inferSelect, 'deskId' | 'teamIds' | 'readerIds'>
type Case = Pick<DealRow | LeadRow, 'id' | 'stage' | 'deskId' | 'caseOfficerId' | 'createdAt'>

/** How old, and due how many days from today: some overdue, one without a day, the last ones settled. */
const plans = [
  { age: 34, due: -9 },
  { age: 21, due: -3 },
  { age: 26, due: 2 },
  { age: 12, due: 6 },
  { age: 9, due: 12 },
  { age: 17, due: 20 },
  { age: 6, due: null },
  { age: 41, due: -16 },
  { age: 15, due: 4 },
  { age: 38, due: -12, closed: 5 },
  { age: 52, due: -20, closed: 18 },
  { age: 30, due: -2, closed: 2 },
] as const

/** What blocks: on deals that are worked on, those in entry first, and on a few leads. */
export function issueRows(
  { days }: Kit,
  people: People,
  of: { deals: readonly (Case & Pick<DealRow, 'status'>)[]; leads: readonly Case[] },
): IssueRow[] {
  const random = randomFrom('问题')
  const old = ({ createdAt }: Case) => createdAt < startOfDay(TIMEZONE, addDays(days.today, -60))
  const working = of.deals.filter(
    one => one.status === 'active' && one.stage !== 'approved' && one.caseOfficerId && old(one),
  )
  const entering = random.shuffle(working.filter(one => one.stage === 'entry_procedures'))
  const talking = random.shuffle(working.filter(one => one.stage === 'negotiation'))
  const onDeals = [...entering.slice(0, 8), ...talking.slice(0, 4)]
  const onLeads = of.leads.filter(
    one => ['contacted', 'qualified'].includes(one.stage) && one.caseOfficerId && old(one),
  )
  const made = [
    ...onDeals.map((deal, at) => ({
      on: deal,
      key: 'dealId' as const,
      said: dealIssues[at],
      plan: plans[at],
    })),
    ...onLeads
      .slice(0, leadIssues.length)
      .map((lead, at) => ({ on: lead, key: 'leadId' as const, said: leadIssues[at], plan: plans[at + 2] })),
  ]
  return made.flatMap(({ on, key, said, plan }, at) => {
    if (!said || !plan) return []
    const opened = officeDay(addDays(days.today, -plan.age))
    const head = people.headOf(deskKeyOf(people, on.deskId))
    const owner = at % 4 === 3 ? people.id(head) : (on.caseOfficerId ?? people.director)
    const { settled, ...told } = said
    const closedOn = 'closed' in plan ? officeDay(addDays(days.today, -plan.closed)) : null
    const createdAt = noon(opened, at)
    return {
      ...{ leadId: null, dealId: null, [key]: on.id },
      ...told,
      searchText: issueSearchText(told),
      id: at + 1,
      ownerId: owner,
      dueOn: plan.due === null ? null : officeDay(addDays(days.today, plan.due)),
      openedOn: opened,
      ...(closedOn
        ? { closedOn, closedBy: owner, settledBy: settled }
        : { closedOn: null, closedBy: null, settledBy: null }),
      reopenedAt: null,
      version: closedOn ? 2 : 1,
      createdAt,
      createdBy: on.caseOfficerId ?? owner,
      updatedAt: closedOn ? noon(closedOn, at) : createdAt,
      updatedBy: closedOn ? owner : (on.caseOfficerId ?? owner),
      ...{ deletedAt: null, deletedBy: null },
    }
  })
}

/** The log of their leads and deals: reported, and settled. */
export const issueLogs = (rows: readonly IssueRow[]): LogDraft[] =>
  rows.flatMap(row => {
    const on = {
      noun: row.dealId ? ('deal' as const) : ('lead' as const),
      recordId: row.dealId ?? row.leadId,
    }
    const told = { issueId: row.id, issue: row.title }
    const reported: LogDraft = {
      ...on,
      at: row.createdAt,
      actorId: row.createdBy,
      verb: 'issue.create',
      details: { ...told, kind: row.kind, dueOn: row.dueOn },
    }
    if (!row.closedOn || !row.closedBy) return [reported]
    const settled: LogDraft = {
      ...on,
      at: row.updatedAt,
      actorId: row.closedBy,
      verb: 'issue.close',
      details: { ...told, effectiveOn: row.closedOn, reason: row.settledBy },
    }
    return [reported, settled]
  })

const noon = (on: IsoDate, at: number) =>
  new Date(startOfDay(TIMEZONE, on).getTime() + (9 * 60 + 30 + at * 17) * 60_000)

const deskKeyOf = (people: People, id: number) => deskKeys.find(key => people.desk(key) === id) ?? 'general'
