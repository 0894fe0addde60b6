import { and, eq, getTableColumns, inArray, isNull } from 'drizzle-orm'
import { recordAll, type Tx } from '@/db/as'
import { breathing } from '@/db/breathe'
import { amountsOf, type DealEntity, dealColumnsBy, dealSearchText, fieldsOfDeal } from '@/db/deal-fields'
import { type FactLine, stateFacts } from '@/db/fact'
import { ratesOn } from '@/db/rate'
import { companies, contacts } from '@/db/schema/company'
import { dealFacts, deals } from '@/db/schema/deal'
import { events } from '@/db/schema/event'
import { revalueAll } from '@/db/write/capital-value'
import { changesBetween } from '@/db/write/change'
import { insertCompanies } from '@/db/write/company-insert'
import { insertDeals } from '@/db/write/deal-insert'
import { givenTo } from '@/db/write/deal-team'
import { keepAllRulings } from '@/db/write/duplicate'
import { inChunksOf, saveMany } from '@/db/write/many'
import { type Difference, dealDifference } from '@/domain/deal/difference'
import type { DealFields } from '@/domain/deal/fields'
import { dealFormValues } from '@/domain/deal/form'
import { editDealInput } from '@/domain/deal/input'
import { withIntent } from '@/domain/deal/intent'
import { happenedAhead } from '@/domain/deal/opening'
import { refuseEffective } from '@/domain/fact/effective'
import type { Said } from '@/domain/import/said'
import { nameKey } from '@/domain/name/name-key'
import { type FieldErrors, parseInput } from '@/domain/outcome'
import { decidesFor, within } from '@/domain/policy/within'
import { dealToBe, type NewDealRow, named } from './deal-new'
import { differing, formOf } from './form'
import { madeOf, savedOf } from './made'
import type { Batch, Change, Changes, ImportNoun, Match, Planned } from './row'
import { rulingsOf } from './ruling'
import { standingOf, stepOf } from './standing'
import { tellOfficers } from './tell'

type Linked = { company: string; contact: string; event: string }
/** `days`: when each stage was reached last, and since when its total holds. */
type Found = DealEntity & { linked: Linked; days: Record<string, string> }
type Work = {
  found: Found
  changed: Partial<DealFields>
  log: Difference
  step: Partial<Pick<DealEntity, 'nextStep' | 'nextStepOn'>>
  officerId: number | null
  /** The day from which a changed amount holds. */
  on: string
}

export const dealImport: ImportNoun<Found, NewDealRow, Work> = {
  noun: 'deal',
  find,
  mayChange: ({ permit }, found) => within(permit.actor, 'deal.import', found),
  create: dealToBe,
  change,
  attach: linked,
  insert: async (batch, creates) => {
    const firms = await companiesFor(batch, creates)
    const made = await insertDeals(
      batch.tx,
      batch.permit as never,
      creates.map(({ at, work: { deal } }) => ({
        ...deal,
        fields: { ...deal.fields, companyId: firms.idOf.get(at) ?? deal.fields.companyId },
        number: batch.number('D'),
      })),
    )
    await keepAllRulings(batch.tx, batch.permit, rulingsOf('deal', creates, made))
    return [...madeOf('deal', creates, made), ...madeOf('company', firms.rows, firms.made)]
  },
  save: async ({ tx, permit, known }, updates) => {
    const rateOf = await ratesOn(
      tx,
      updates.flatMap(({ work }) => amountsOf(work.changed, work.on)),
    )
    const totals: (FactLine & { id: number })[] = []
    const revalued: Parameters<typeof revalueAll>[1][number][] = []
    await saveMany(tx, permit, deals, updates, ({ work: { found, changed, step, officerId, on } }) => {
      const columns = dealColumnsBy(rateOf, changed, on)
      const { totalMinor, totalCurrency, totalRate, totalCny } = columns
      const total = { totalMinor, totalCurrency, totalRate, totalCny }
      if (changed.total) {
        totals.push({ id: found.id, fact: 'total_investment', ...total, effectiveOn: on })
        revalued.push({ ...found, ...columns })
      }
      const searchText = dealSearchText({ ...found, ...columns }, found.number)
      const officer = officerId === null ? {} : givenTo(found, officerId)
      return { ...found, columns: { ...columns, ...step, ...officer, searchText } }
    })
    await inChunksOf(totals, async chunk => {
      await stateFacts(tx, 'deal', chunk)
      return []
    })
    await revalueAll(tx, revalued, known.rules.today)
    await recordAll(
      tx,
      'deal',
      updates.map(({ work: { found, changed, log, on }, changes }) => ({
        id: found.id,
        details: { changes: inWords(log, changes), ...(changed.total && { effectiveOn: on }) },
      })),
    )
    await tellOfficers(tx, 'deal', updates)
    return updates.map(({ at, work }) => savedOf('deal', at, work.found, beforeOf(work)))
  },
}

/** Companies, contacts and events by their names at the time. */
function inWords(log: Difference, changes: Changes | null): Difference {
  const said = { company: changes?.company, contact: changes?.contact, event: changes?.eventId }
  const named = Object.entries(said).filter(([key, words]) => words && key in log)
  return { ...log, ...(Object.fromEntries(named) as Difference) }
}

/** The columns that the import changes, as they stood. */
function beforeOf({ found, changed, step, officerId }: Work): Record<string, unknown> {
  const amount = (of: 'total' | 'foreign') =>
    Object.keys(found).filter(key => new RegExp(`^${of}(NotStated|Minor|Currency|Rate|Cny|On)$`).test(key))
  const fields = Object.keys(changed).flatMap(key =>
    key === 'total' || key === 'foreign' ? amount(key) : [key],
  )
  const whose = officerId === null ? [] : ['caseOfficerId', 'teamIds', 'readerIds']
  const keys = [...fields, ...Object.keys(step), ...whose]
  const text = (value: unknown) => (typeof value === 'bigint' ? value.toString() : value)
  return Object.fromEntries(keys.map(key => [key, text(found[key as keyof Found])]))
}

/** The companies that the rows name and that are not on file, each once; one that is ruled different is one of its own. */
async function companiesFor(batch: Batch, creates: readonly (Planned<NewDealRow> & { work: NewDealRow })[]) {
  const rows = new Map<string, { at: number; name: string; country: string; why: string | null }>()
  const keyOf = new Map<number, string>()
  const turn = breathing()
  for (const { at, work, ruling } of creates) {
    await turn()
    if (work.companyName === null || work.deal.fields.companyId) continue
    const key = ruling.different ? `#${at}` : nameKey(work.companyName)
    keyOf.set(at, key)
    const { country } = work.deal.fields
    if (!rows.has(key)) rows.set(key, { at, name: work.companyName, country, why: ruling.different })
  }
  const list = [...rows.values()]
  const made = await insertCompanies(
    batch.tx,
    batch.permit,
    list.map(({ name, country, why }) => ({
      name,
      country,
      number: batch.number('C'),
      why: why ? { different: why } : {},
    })),
  )
  const idByKey = new Map([...rows.keys()].map((key, index) => [key, made[index]?.id ?? 0]))
  return { rows: list, made, idOf: new Map([...keyOf].map(([at, key]) => [at, idByKey.get(key) ?? 0])) }
}

function linked(work: NewDealRow, { noun, id }: Match): NewDealRow {
  if (noun !== 'company') return work
  return { ...work, deal: { ...work.deal, fields: { ...work.deal.fields, companyId: id } } }
}

async function find({ tx }: Batch, numbers: readonly string[], hold: boolean): Promise<Found[]> {
  if (numbers.length === 0) return []
  const query = tx
    .select(getTableColumns(deals))
    .from(deals)
    .where(and(inArray(deals.number, [...numbers]), isNull(deals.deletedAt)))
  const found = hold ? await query.orderBy(deals.id).for('update') : await query
  if (found.length === 0) return []
  const ids = found.map(({ id }) => id)
  const named = await tx
    .select({ id: deals.id, company: companies.name, contact: contacts.name, event: events.name })
    .from(deals)
    .innerJoin(companies, eq(companies.id, deals.companyId))
    .leftJoin(contacts, eq(contacts.id, deals.contactId))
    .leftJoin(events, eq(events.id, deals.eventId))
    .where(inArray(deals.id, ids))
  const namesOf = new Map(named.map(one => [one.id, one]))
  const days = await daysOf(tx, ids)
  return found.map(deal => {
    const names = namesOf.get(deal.id)
    return {
      ...deal,
      linked: { company: names?.company ?? '', contact: names?.contact ?? '', event: names?.event ?? '' },
      days: days.get(deal.id) ?? {},
    }
  })
}

async function daysOf(tx: Tx, ids: readonly number[]): Promise<Map<number, Found['days']>> {
  const { dealId: id, fact, value, effectiveOn: on, supersededAt } = dealFacts
  const rows = await tx
    .select({ id, fact, value, on })
    .from(dealFacts)
    .where(and(inArray(id, [...ids]), inArray(fact, ['stage', 'total_investment']), isNull(supersededAt)))
    .orderBy(on, dealFacts.id)
  const days = new Map<number, Found['days']>()
  for (const { id, fact, value, on } of rows)
    days.set(id, { ...days.get(id), [fact === 'stage' ? (value ?? '') : 'total']: on })
  return days
}

function change(batch: Batch, found: Found, said: Said): Change<Work> {
  const { known, permit } = batch
  const { deskId: _d, officerId: _o, members: _m, createdOn: _c, ...kept } = said
  const rest: Record<string, string> = kept
  // what is called as it was is not looked for: others may have the same name
  for (const key of ['company', 'contact'] as const)
    if (rest[key] && nameKey(rest[key]) === nameKey(found.linked[key])) delete rest[key]
  if (rest.name && Object.values(found.names).includes(rest.name)) delete rest.name
  const finders = {
    industryId: known.industry,
    eventId: known.event,
    company: known.company,
    contact: known.contact,
  }
  const { form, errors } = formOf(rest, finders)
  const { companyId, contactId, ...values } = dealFormValues(fieldsOfDeal(found))
  const now = { ...values, company: companyId ?? '', contact: contactId ?? '', ...standingNow(found) }
  const industry = known.industry(String(found.industryId))
  const { linked } = found
  const names = {
    ...linked,
    eventId: linked.event,
    industryId: typeof industry === 'string' ? '' : industry.name,
  }
  const { sent, changes, ...left } = differing('deal', { form, said }, { now, names })
  const { company, contact, nextStep: _n, nextStepOn: _on, ...fields } = sent
  const standing = standingOf(batch, 'deal', found, said, decidesFor(permit.actor, found.deskId))
  const { step, errors: stepErrors } = stepOf(batch, found, sent)
  const stated = statedOn(batch, found, said.statedOn, changes)
  if (stated.taken) delete left.kept.statedOn
  const wrong = { ...stated.errors, ...stepErrors, ...standing.errors, ...errors }
  Object.assign(changes, standing.changes)
  const none = {
    changes,
    kept: { ...left.kept, ...standing.kept },
    typed: { noun: 'deal' as const, self: found.id },
  }
  const parsed = parseInput(editDealInput, {
    number: found.number,
    version: found.version,
    ...fields,
    ...(company !== undefined && { companyId: company }),
    ...(contact !== undefined && { contactId: contact }),
  })
  if (parsed.kind !== 'done') return { ...none, errors: { ...named(parsed.fields), ...wrong }, work: null }
  const { changed, log } = dealDifference(fieldsOfDeal(found), withIntent(parsed.value.fields, found))
  const ahead: FieldErrors = happenedAhead(changed, known.rules.today)
  const { officerId } = standing
  if (officerId !== null) log.officer = [found.caseOfficerId, officerId]
  Object.assign(log, changesBetween({ nextStep: found.nextStep, nextStepOn: found.nextStepOn }, step))
  const work = { found, changed, log, step, officerId, on: stated.on }
  return { ...none, errors: { ...ahead, ...wrong }, work, ...investment(found, changed, stated.on) }
}

/** Asked again when a deal gets another investor, industry or amount. */
function investment(found: Found, changed: Partial<DealFields>, on: string) {
  const typed = { noun: 'deal' as const, self: found.id }
  if (!('companyId' in changed || 'industryId' in changed || 'total' in changed)) return { typed }
  const { companyId, industryId, total } = { ...fieldsOfDeal(found), ...changed }
  return {
    typed: { ...typed, companyId, industryId },
    stated: { money: total.money, on },
    deskId: found.deskId,
  }
}

/** What an update says of these has verbs of its own; it is said where it says something else. */
const standingNow = (deal: Found): Record<string, string> => ({
  stage: deal.stage,
  stageSince: deal.stageSince,
  negotiationOn: deal.days.negotiation ?? '',
  entryProceduresOn: deal.days.entry_procedures ?? '',
  approvedOn: deal.days.approved ?? '',
  status: deal.status,
  statusOn: deal.statusSince,
  reasonCode: deal.statusReason ?? '',
  reason: deal.statusText ?? '',
  lostTo: deal.lostTo ?? '',
  reviewOn: deal.reviewOn ?? '',
  approvalAuthority: deal.approvalAuthority ?? '',
  approvalNumber: deal.approvalNumber ?? '',
  approvalOn: deal.approvalOn ?? '',
  statedOn: deal.totalOn ?? '',
  nextStep: deal.nextStep ?? '',
  nextStepOn: deal.nextStepOn ?? '',
})

/** A changed amount holds from the day on which the sheet states it, else from today; not before the one that stands. */
function statedOn({ known }: Batch, found: Found, said: string | undefined, changes: Changes) {
  const { today } = known.rules
  const taken = Boolean(said) && ('total' in changes || 'foreign' in changes)
  const on = taken && said ? said : today
  const began = ('total' in changes && found.days.total) || null
  const wrong = refuseEffective(on, { today, began }, 'statedOn')
  return { on, taken, errors: wrong?.fields ?? {} }
}
