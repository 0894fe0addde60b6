import { recordAll, type Tx } from '@/db/as'
import { type FactLine, openFacts } from '@/db/fact'
import { ratesOn, valuedBy } from '@/db/rate'
import { leads } from '@/db/schema/lead'
import type { ZoneRules } from '@/db/zone'
import type { LeadStage, Source } from '@/domain/lead/lead'
import type { Money } from '@/domain/money/money'
import { matchKeys } from '@/domain/name/likeness'
import { searchText } from '@/domain/name/search-text'
import type { Permit } from '@/domain/policy/permit'
import type { Locale } from '@/domain/user/user'
import type { NewRecord } from './company-insert'
import { clockColumns, tellColumn } from './lead-clock'
import { insertNumbered, inTurns } from './many'

/** A lead that is about to be. The callers have cleaned and checked it. */
export type NewLead = {
  fields: {
    name: string
    country: string
    province: string | null
    industryId: number | null
    source: Source
    introducedBy: string | null
    need: string
    landAsked: boolean
    note: string | null
  }
  intended: Money | null
  nextStep: string | null
  nextStepOn: string | null
  company: { id: number; nameLocale: Locale | null } | null
  contactId: number | null
  event: { id: number; name: string } | null
  deskId: number
  unrouted: boolean
  officerId: number | null
  /** Members besides the case officer. */
  memberIds: readonly number[]
  /** The stages that it has reached, in order, each with its day; the last is where it stands. */
  stages: readonly [StageReached, ...StageReached[]]
  opening?: boolean
  /** When it was first entered, if that was elsewhere and earlier. */
  createdAt?: Date
}
type StageReached = { stage: LeadStage; effectiveOn: string }

/**
 * Leads within the transaction of whatever creates them, with numbers that are reserved for them, their dated facts and
 * a line in the log for each stage. The amount is valued today, and the clocks run from today: nobody could keep one
 * that ran out before the lead was entered.
 */
export async function insertLeads(
  tx: Tx,
  { actor }: Permit<'lead.create' | 'lead.import'>,
  rows: readonly (NewLead & { number: string })[],
  rules: ZoneRules,
): Promise<NewRecord[]> {
  const on = rules.today
  const rateOf = await ratesOn(
    tx,
    rows.map(({ intended }) => ({ money: intended, on })),
  )
  const entered = new Date()
  const made = await insertNumbered(tx, leads, rows, lead => {
    const amount = lead.intended && valuedBy(rateOf, lead.intended, on)
    return {
      ...columnsOf(lead, rules, entered),
      intendedMinor: amount?.minor ?? null,
      intendedCurrency: amount?.currency ?? null,
      intendedRate: amount?.rate ?? null,
      intendedCny: amount?.cny ?? null,
      createdBy: actor.id,
      updatedBy: actor.id,
    }
  })
  const idOf = (at: number) => made[at]?.id ?? 0
  const opened = (lead: NewLead, at: number) => factsOf(lead).map(line => ({ ...line, id: idOf(at) }))
  await inTurns(rows, opened, async chunk => {
    await openFacts(tx, 'lead', chunk.flat())
    return []
  })
  await recordAll(
    tx,
    'lead',
    rows.flatMap((lead, at) => linesOf(lead).map(details => ({ id: idOf(at), details }))),
  )
  return made
}

function columnsOf(lead: NewLead & { number: string }, rules: ZoneRules, entered: Date) {
  const now = lead.stages.at(-1) ?? lead.stages[0]
  const elsewhere = lead.opening || lead.createdAt !== undefined
  const enteredAt = elsewhere ? entered : null
  const clocked = { stage: now.stage, stageSince: now.effectiveOn, createdAt: entered, enteredAt }
  return {
    ...lead.fields,
    ...(lead.createdAt && { createdAt: lead.createdAt }),
    enteredAt,
    number: lead.number,
    nameLocale: lead.company?.nameLocale ?? null,
    companyId: lead.company?.id ?? null,
    contactId: lead.contactId,
    eventId: lead.event?.id ?? null,
    stage: now.stage,
    stageSince: now.effectiveOn,
    nextStep: lead.nextStep,
    nextStepOn: lead.nextStepOn,
    ...tellColumn(lead.fields, null, rules),
    ...clockColumns({ ...clocked, firstContactAt: null, lastProgressAt: entered }, rules),
    unrouted: lead.unrouted,
    matchKeys: matchKeys([lead.fields.name]),
    searchText: leadSearchText({ name: lead.fields.name, number: lead.number }),
    deskId: lead.deskId,
    caseOfficerId: lead.officerId,
    teamIds: [...new Set([...(lead.officerId === null ? [] : [lead.officerId]), ...lead.memberIds])],
  }
}

function factsOf({ stages, deskId, opening = false }: NewLead): FactLine[] {
  const reached = stages.map(({ stage, effectiveOn }) => ({
    fact: 'stage' as const,
    value: stage,
    effectiveOn,
  }))
  const desk = { fact: 'desk' as const, deskId, effectiveOn: stages[0].effectiveOn }
  return [...reached, desk].map(line => ({ ...line, opening }))
}

function linesOf({ stages, deskId, unrouted, event, opening }: NewLead): Record<string, unknown>[] {
  return stages.map(({ stage, effectiveOn }, at) =>
    at === 0 && !opening
      ? { to: stage, desk: deskId, unrouted, event: event?.name }
      : { from: stages[at - 1]?.stage ?? null, to: stage, desk: deskId, effectiveOn, opening },
  )
}

/** What a lead is found by; the names of its company and its contact are added where they are kept (db/sql/45_search.sql). */
export function leadSearchText(lead: { name: string; number: string }): string {
  return searchText(lead.name, lead.number)
}
