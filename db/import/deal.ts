import { recordAll } from '@/db/as'
import { breathing } from '@/db/breathe'
import { amountsOf, dealColumnsBy, dealSearchText } from '@/db/deal-fields'
import { type FactLine, stateFacts } from '@/db/fact'
import { ratesOn } from '@/db/rate'
import { deals } from '@/db/schema/deal'
import { revalueAll } from '@/db/write/capital-value'
import { insertCompanies } from '@/db/write/company-insert'
import { insertDeals } from '@/db/write/deal-insert'
import { givenTo } from '@/db/write/deal-team'
import { keepAllRulings } from '@/db/write/duplicate'
import { inChunksOf, saveMany } from '@/db/write/many'
import type { Difference } from '@/domain/deal/difference'
import { nameKey } from '@/domain/name/name-key'
import { within } from '@/domain/policy/within'
import { changeOfDeal, type DealChange } from './deal-change'
import { type FoundDeal, findDeals } from './deal-found'
import { dealToBe, type NewDealRow } from './deal-new'
import { madeOf, savedOf } from './made'
import type { Batch, Changes, ImportNoun, Match, Planned } from './row'
import { rulingsOf } from './ruling'
import { tellOfficers } from './tell'

export const dealImport: ImportNoun<FoundDeal, NewDealRow, DealChange> = {
  noun: 'deal',
  find: findDeals,
  mayChange: ({ permit }, found) => within(permit.actor, 'deal.import', found),
  create: dealToBe,
  change: changeOfDeal,
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
    await saveMany(tx, permit, deals, updates, ({ work }) => {
      const { found, changed, step, officerId, leader, on } = work
      const columns = dealColumnsBy(rateOf, changed, on)
      const { totalMinor, totalCurrency, totalRate, totalCny } = columns
      const total = { totalMinor, totalCurrency, totalRate, totalCny }
      if (changed.total) {
        totals.push({ id: found.id, fact: 'total_investment', ...total, effectiveOn: on })
        revalued.push({ ...found, ...columns })
      }
      const searchText = dealSearchText({ ...found, ...columns }, found.number)
      const officer = officerId === null ? {} : givenTo(found, officerId)
      return { ...found, columns: { ...columns, ...step, ...officer, ...leader, searchText } }
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
function beforeOf({ found, changed, step, officerId, leader }: DealChange): Record<string, unknown> {
  const amount = (of: 'total' | 'foreign') =>
    Object.keys(found).filter(key => new RegExp(`^${of}(NotStated|Minor|Currency|Rate|Cny|On)$`).test(key))
  const fields = Object.keys(changed).flatMap(key =>
    key === 'total' || key === 'foreign' ? amount(key) : [key],
  )
  const whose = officerId === null ? [] : ['caseOfficerId', 'teamIds', 'readerIds']
  const keys = [...fields, ...Object.keys(step), ...whose, ...Object.keys(leader ?? {})]
  const text = (value: unknown) => (typeof value === 'bigint' ? value.toString() : value)
  return Object.fromEntries(keys.map(key => [key, text(found[key as keyof FoundDeal])]))
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
