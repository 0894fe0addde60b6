import { and, eq, getTableColumns, inArray, isNull } from 'drizzle-orm'
import { recordAll } from '@/db/as'
import { amountsOf, type DealEntity, dealColumnsBy, dealSearchText, fieldsOfDeal } from '@/db/deal-fields'
import { saveDeal } from '@/db/deal-lock'
import { stateFact } from '@/db/fact'
import { ratesOn } from '@/db/rate'
import { companies, contacts } from '@/db/schema/company'
import { deals } from '@/db/schema/deal'
import { events } from '@/db/schema/event'
import { insertCompanies } from '@/db/write/company-insert'
import { insertDeals } from '@/db/write/deal-insert'
import { keepAllRulings } from '@/db/write/duplicate'
import { inChunksOf } from '@/db/write/many'
import { type Difference, dealDifference } from '@/domain/deal/difference'
import type { DealFields } from '@/domain/deal/fields'
import { dealFormValues } from '@/domain/deal/form'
import { editDealInput } from '@/domain/deal/input'
import { withIntent } from '@/domain/deal/intent'
import { happenedAhead } from '@/domain/deal/opening'
import type { Said } from '@/domain/import/said'
import { nameKey } from '@/domain/name/name-key'
import { type FieldErrors, parseInput } from '@/domain/outcome'
import { within } from '@/domain/policy/within'
import { dealToBe, type NewDealRow } from './deal-new'
import { differing, formOf } from './form'
import { madeOf, savedOf } from './made'
import type { Batch, Change, Changes, ImportNoun, Match, Planned } from './row'
import { rulingsOf } from './ruling'

type Linked = { company: string; contact: string; event: string }
type Found = DealEntity & { linked: Linked }
type Work = { found: Found; changed: Partial<DealFields>; log: Difference }

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
    const on = known.rules.today
    const rateOf = await ratesOn(
      tx,
      updates.flatMap(({ work }) => amountsOf(work.changed, on)),
    )
    await inChunksOf(updates, chunk =>
      Promise.all(
        chunk.map(async ({ work: { found, changed } }) => {
          const columns = dealColumnsBy(rateOf, changed, on)
          const searchText = dealSearchText({ ...found, ...columns }, found.number)
          await saveDeal(tx, permit, found, { ...columns, searchText })
          if (changed.total)
            await stateFact(tx, 'deal', found.id, { fact: 'total_investment', ...columns, effectiveOn: on })
        }),
      ),
    )
    await recordAll(
      tx,
      'deal',
      updates.map(({ work: { found, changed, log }, changes }) => ({
        id: found.id,
        details: { changes: inWords(log, changes), ...(changed.total && { effectiveOn: on }) },
      })),
    )
    return updates.map(({ at, work: { found, changed } }) =>
      savedOf('deal', at, found, beforeOf(found, changed)),
    )
  },
}

/** Companies, contacts and events by their names at the time. */
function inWords(log: Difference, changes: Changes | null): Difference {
  const said = { company: changes?.company, contact: changes?.contact, event: changes?.eventId }
  const named = Object.entries(said).filter(([key, words]) => words && key in log)
  return { ...log, ...(Object.fromEntries(named) as Difference) }
}

/** The columns that the import changes, as they stood. */
function beforeOf(found: Found, changed: Partial<DealFields>): Record<string, unknown> {
  const amount = (of: 'total' | 'foreign') =>
    Object.keys(found).filter(key => new RegExp(`^${of}(NotStated|Minor|Currency|Rate|Cny|On)$`).test(key))
  const keys = Object.keys(changed).flatMap(key =>
    key === 'total' || key === 'foreign' ? amount(key) : [key],
  )
  const text = (value: unknown) => (typeof value === 'bigint' ? value.toString() : value)
  return Object.fromEntries(keys.map(key => [key, text(found[key as keyof Found])]))
}

/** The companies that the rows name and that are not on file, each once; one that is ruled different is one of its own. */
async function companiesFor(batch: Batch, creates: readonly (Planned<NewDealRow> & { work: NewDealRow })[]) {
  const rows = new Map<string, { at: number; name: string; country: string; why: string | null }>()
  const keyOf = new Map<number, string>()
  for (const { at, work, ruling } of creates) {
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
  return found.map(deal => {
    const names = namesOf.get(deal.id)
    return {
      ...deal,
      linked: { company: names?.company ?? '', contact: names?.contact ?? '', event: names?.event ?? '' },
    }
  })
}

function change({ known }: Batch, found: Found, said: Said): Change<Work> {
  const rest = { ...said }
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
  const { stage, stageSince, status } = found
  const standing = {
    stage,
    stageSince,
    status,
    nextStep: found.nextStep ?? '',
    nextStepOn: found.nextStepOn ?? '',
  }
  const now = { ...values, company: companyId ?? '', contact: contactId ?? '', ...standing }
  const industry = known.industry(String(found.industryId))
  const { linked } = found
  const names = {
    ...linked,
    eventId: linked.event,
    industryId: typeof industry === 'string' ? '' : industry.name,
  }
  const { sent, changes, untouched } = differing('deal', { form, said }, { now, names })
  const { company, contact, ...fields } = sent
  const none = { changes, untouched, typed: { noun: 'deal' as const, self: found.id } }
  const parsed = parseInput(editDealInput, {
    number: found.number,
    version: found.version,
    ...fields,
    ...(company && { companyId: company }),
    ...(contact && { contactId: contact }),
  })
  if (parsed.kind !== 'done') return { ...none, errors: { ...parsed.fields, ...errors }, work: null }
  const { changed, log } = dealDifference(fieldsOfDeal(found), withIntent(parsed.value.fields, found))
  const ahead: FieldErrors = happenedAhead(changed, known.rules.today)
  return { ...none, errors: { ...ahead, ...errors }, work: { found, changed, log } }
}
