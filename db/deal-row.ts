import { and, eq, getTableColumns, isNull, sql } from 'drizzle-orm'
import type { Tx } from '@/db/as'
import { type FactsThen, factsOn } from '@/db/deal-then'
import { moneyOfRow } from '@/db/rate'
import { companies } from '@/db/schema/company'
import { deals, stageProposals } from '@/db/schema/deal'
import { events } from '@/db/schema/event'
import type { ZoneRules } from '@/db/zone'
import { dateIn, daysBetween } from '@/domain/calendar/date'
import { stuckReasons } from '@/domain/calendar/stuck'
import type { ApprovalFields, DealAmount, DealProposal, DealRow } from '@/domain/deal/row'
import { slippedReasons } from '@/domain/deal/slipped'

/* What no list shows. A column more costs a file of a hundred thousand rows a tenth of a second. */
const unread = [
  'contactId',
  'target',
  'eventId',
  'leadId',
  'totalNotStated',
  'entryDocumentKind',
  'entryDocumentOn',
  'entryDocumentReference',
  'intentReference',
  'agreementReference',
  'approvalAuthority',
  'approvalNumber',
  'outputCny',
  'taxCny',
  'note',
  'statusReason',
  'statusText',
  'lostTo',
  'reviewOn',
  'searchText',
  'readerIds',
  'updatedBy',
  'deletedAt',
  'deletedBy',
  'mergedInto',
] as const
type Listed = Omit<typeof deals.$inferSelect, (typeof unread)[number]>
const listed = Object.fromEntries(
  Object.entries(getTableColumns(deals)).filter(([name]) => !(unread as readonly string[]).includes(name)),
) as Omit<ReturnType<typeof getTableColumns<typeof deals>>, (typeof unread)[number]>

/** What a list reads of a deal: the row, its company, its event. */
const selection = {
  deal: listed,
  company: {
    number: companies.number,
    name: companies.name,
    names: companies.names,
    nameLocale: companies.nameLocale,
  },
  event: { number: events.number, name: events.name, names: events.names },
  proposal: stageProposals,
}

/** Rows of these ids, in their order. With `asOf` the dated facts are those of that day. */
export async function dealRows(
  tx: Tx,
  ids: readonly number[],
  zone: ZoneRules,
  asOf: string | null = null,
): Promise<DealRow[]> {
  if (ids.length === 0) return []
  const read = await tx
    .select(selection)
    .from(deals)
    .innerJoin(companies, eq(companies.id, deals.companyId))
    .leftJoin(events, eq(events.id, deals.eventId))
    .leftJoin(stageProposals, and(eq(stageProposals.dealId, deals.id), isNull(stageProposals.decidedAt)))
    .where(sql`${deals.id} = any(${`{${ids.join(',')}}`}::bigint[])`)
  const then = asOf ? await factsOn(tx, ids, asOf) : null
  const rows = new Map(read.map(one => [one.deal.id, rowOf(one, zone, then?.get(one.deal.id), asOf)]))
  return ids.flatMap(id => rows.get(id) ?? [])
}

type Read = {
  deal: Listed
  company: DealRow['company']
  event: DealRow['event']
  proposal: typeof stageProposals.$inferSelect | null
}

function rowOf(
  { deal, company, event, proposal }: Read,
  zone: ZoneRules,
  then: FactsThen | undefined,
  asOf: string | null,
): DealRow {
  const { country, stage, status, stageSince, statusSince, deskId, nextStep, nextStepOn } = deal
  const lastProgressOn = dateIn(zone.timezone, deal.lastProgressAt)
  const facts = then ?? { stage, stageSince, status, statusSince, deskId, total: totalOf(deal) }
  return {
    id: deal.id,
    number: deal.number,
    version: deal.version,
    name: deal.name,
    names: deal.names,
    company,
    partner: deal.partner,
    country,
    province: deal.province,
    industryId: deal.industryId,
    highTech: deal.highTech,
    form: deal.form,
    content: deal.content,
    source: deal.source,
    event,
    officerId: deal.caseOfficerId,
    teamIds: deal.teamIds,
    leaderId: deal.leaderId,
    leaderName: deal.leaderName,
    openIssues: asOf ? 0 : deal.openIssues,
    ...facts,
    daysInStage: daysBetween(facts.stageSince, asOf ?? zone.today),
    foreign: foreignOf(deal),
    intentOn: deal.intentOn,
    agreementOn: deal.agreementOn,
    approvalOn: deal.approvalOn,
    approvalExpectedOn: deal.approvalExpectedOn,
    landM2: deal.landM2,
    jobs: deal.jobs,
    nextStep: asOf ? null : nextStep,
    nextStepOn: asOf ? null : nextStepOn,
    lastProgressOn,
    clockDue: asOf ? null : deal.clockDue,
    stuck: asOf
      ? []
      : stuckReasons(
          { stage, status, stageSince, lastActivityOn: lastProgressOn, nextStepOn },
          zone.today,
          zone.settings,
        ),
    slipped: asOf ? [] : slippedReasons(deal, zone.today, zone.settings),
    proposal: asOf || !proposal ? null : waiting(proposal),
    createdOn: dateIn(zone.timezone, deal.createdAt),
    createdBy: deal.createdBy,
    createdAt: deal.createdAt,
    updatedAt: deal.updatedAt,
  }
}

type Amounts = Pick<
  Read['deal'],
  'totalMinor' | 'totalCurrency' | 'totalCny' | 'totalRate' | 'totalOn' | 'country'
> &
  Pick<Read['deal'], 'foreignMinor' | 'foreignCurrency' | 'foreignCny' | 'foreignRate' | 'foreignOn'>

const totalOf = (deal: Amounts): DealAmount => ({
  money: moneyOfRow(deal.totalMinor, deal.totalCurrency),
  cny: deal.totalCny,
  rate: deal.totalRate,
  on: deal.totalOn,
  none: false,
})

const foreignOf = (deal: Amounts): DealAmount => ({
  money: moneyOfRow(deal.foreignMinor, deal.foreignCurrency),
  cny: deal.foreignCny,
  rate: deal.foreignRate,
  on: deal.foreignOn,
  none: deal.foreignMinor === null && deal.country === 'CN',
})

/** The move that waits for a second person. */
export const waiting = ({
  id,
  to,
  fields,
  effectiveOn,
  proposedBy,
  proposedAt,
}: typeof stageProposals.$inferSelect): DealProposal => ({
  id,
  to,
  fields: fields as ApprovalFields,
  effectiveOn,
  proposedBy,
  proposedAt,
})
