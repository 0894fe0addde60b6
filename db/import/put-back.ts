import { recordAll, type Tx, zoneToday } from '@/db/as'
import { type DealEntity, dealSearchText } from '@/db/deal-fields'
import { takeBackFact } from '@/db/fact'
import { companies, contacts } from '@/db/schema/company'
import { deals } from '@/db/schema/deal'
import { leads } from '@/db/schema/lead'
import { linkAllTags, tagsOf, unlinkAllTags } from '@/db/tag-links'
import { revalueAll } from '@/db/write/capital-value'
import { companyColumns } from '@/db/write/company'
import { saveDetails } from '@/db/write/contact-details'
import { contactSearchText } from '@/db/write/contact-insert'
import { leadColumns } from '@/db/write/lead-edit'
import { inChunksOf, isOneOf, saveMany } from '@/db/write/many'
import type { CompanyFields } from '@/domain/company/company'
import type { ContactDetails, ContactFields } from '@/domain/contact/contact'
import type { LookAlikeNoun } from '@/domain/duplicate/look-alike'
import type { Permit } from '@/domain/policy/permit'

type Entry = { recordId: number; version: number; before: Record<string, unknown> | null }

/** What an import has changed is as it was before, as the records' next version. */
export async function putBack(
  tx: Tx,
  permit: Permit,
  noun: LookAlikeNoun,
  entries: readonly Entry[],
): Promise<void> {
  if (entries.length === 0) return
  const fields = entries.flatMap(({ before, ...entry }) => {
    const { tags: _, ...rest } = before ?? {}
    return Object.keys(rest).length > 0 ? [{ ...entry, before: rest }] : []
  })
  if (fields.length > 0) await back[noun](tx, permit, fields)
  await putTagsBack(tx, noun, entries)
  await recordAll(
    tx,
    noun,
    entries.map(({ recordId }) => ({ id: recordId, details: { putBack: true } })),
  )
}

const idOf = ({ recordId }: Entry) => recordId

type Back = (tx: Tx, permit: Permit, entries: readonly Entry[]) => Promise<void>

async function putTagsBack(tx: Tx, noun: LookAlikeNoun, entries: readonly Entry[]): Promise<void> {
  const bore = entries.flatMap(({ recordId: id, before }) =>
    Array.isArray(before?.tags) ? [{ id, tags: before.tags as number[] }] : [],
  )
  if (noun === 'contact' || bore.length === 0) return
  const now = await tagsOf(
    tx,
    noun,
    bore.map(({ id }) => id),
  )
  const links = bore.map(({ id, tags }) => ({ id, tags, on: (now.get(id) ?? []).map(tag => tag.id) }))
  const differ = (one: 'tags' | 'on', other: 'tags' | 'on') =>
    links.flatMap(link =>
      link[one].filter(tag => !link[other].includes(tag)).map(tag => ({ id: link.id, tag })),
    )
  await unlinkAllTags(tx, noun, differ('on', 'tags'))
  await linkAllTags(tx, noun, differ('tags', 'on'))
}

const back: Record<LookAlikeNoun, Back> = {
  async company(tx, permit, entries) {
    const numberOf = await numbersOf(tx, companies, entries)
    await saveMany(tx, permit, companies, entries, ({ recordId, version, before }) => ({
      id: recordId,
      version,
      columns: companyColumns(before as unknown as CompanyFields, numberOf(recordId)),
    }))
  },
  async contact(tx, permit, entries) {
    const numberOf = await numbersOf(tx, contacts, entries)
    const had = (entry: Entry) => entry.before as unknown as ContactFields & { details: ContactDetails }
    await saveMany(tx, permit, contacts, entries, entry => {
      const { details: _, ...fields } = had(entry)
      const searchText = contactSearchText(fields, numberOf(entry.recordId))
      return { id: entry.recordId, version: entry.version, columns: { ...fields, searchText } }
    })
    await inChunksOf(entries, chunk =>
      Promise.all(chunk.map(entry => saveDetails(tx, permit, entry.recordId, had(entry).details))),
    )
  },
  async lead(tx, permit, entries) {
    const numberOf = await numbersOf(tx, leads, entries)
    await saveMany(tx, permit, leads, entries, ({ recordId, version, before }) => {
      const columns = amountsOf(before) as Partial<typeof leads.$inferInsert> & { name: string }
      return { id: recordId, version, columns: leadColumns(columns, numberOf(recordId)) }
    })
  },
  async deal(tx, permit, entries) {
    const now = await inChunksOf(entries, chunk =>
      tx
        .select()
        .from(deals)
        .where(isOneOf(deals.id, chunk.map(idOf))),
    )
    const rowOf = new Map(now.map(row => [row.id, row]))
    const known = entries.filter(({ recordId }) => rowOf.has(recordId))
    await saveMany(tx, permit, deals, known, ({ recordId, version, before }) => {
      const row = rowOf.get(recordId) as DealEntity
      const columns = amountsOf(before) as Partial<DealEntity>
      return {
        id: recordId,
        version,
        columns: { ...columns, searchText: dealSearchText({ ...row, ...columns }, row.number) },
      }
    })
    const totals = known.filter(({ before }) => before && 'totalMinor' in before)
    for (const { recordId } of totals) await takeBackFact(tx, 'deal', recordId, 'total_investment', '—')
    const revalued = totals.map(({ recordId, before }) => ({
      ...(rowOf.get(recordId) as DealEntity),
      ...(amountsOf(before) as Partial<DealEntity>),
    }))
    await revalueAll(tx, revalued, await zoneToday(tx))
  },
}

async function numbersOf(
  tx: Tx,
  table: typeof companies | typeof contacts | typeof leads,
  entries: readonly Entry[],
): Promise<(id: number) => string> {
  const rows = await tx
    .select({ id: table.id, number: table.number })
    .from(table)
    .where(isOneOf(table.id, entries.map(idOf)))
  const numbers = new Map(rows.map(({ id, number }) => [id, number]))
  return id => numbers.get(id) ?? ''
}

/** Amounts are kept as text: JSON has no whole numbers of that size. */
function amountsOf(before: Record<string, unknown> | null): Record<string, unknown> {
  const isAmount = (key: string) => /(?:Minor|Cny)$/.test(key)
  const entries = Object.entries(before ?? {}).map(([key, value]) => [
    key,
    isAmount(key) && typeof value === 'string' ? BigInt(value) : value,
  ])
  return Object.fromEntries(entries)
}
