import { eq } from 'drizzle-orm'
import { recordAll, type Tx, zoneToday } from '@/db/as'
import { type DealEntity, dealSearchText } from '@/db/deal-fields'
import { saveDeal } from '@/db/deal-lock'
import { takeBackFact } from '@/db/fact'
import { companies, contacts } from '@/db/schema/company'
import { deals } from '@/db/schema/deal'
import { leads } from '@/db/schema/lead'
import { linkAllTags, tagsOf, unlinkAllTags } from '@/db/tag-links'
import { revalueCapital } from '@/db/write/capital-value'
import { saveCompany } from '@/db/write/company'
import { saveContact } from '@/db/write/contact'
import { saveDetails } from '@/db/write/contact-details'
import { saveLead } from '@/db/write/lead-edit'
import { inChunksOf } from '@/db/write/many'
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
  await inChunksOf(entries, async chunk => {
    await Promise.all(
      chunk.map(async ({ before, ...entry }) => {
        const { tags: _, ...fields } = before ?? {}
        if (Object.keys(fields).length > 0) await back[noun](tx, permit, { ...entry, before: fields })
      }),
    )
    return []
  })
  await putTagsBack(tx, noun, entries)
  await recordAll(
    tx,
    noun,
    entries.map(({ recordId }) => ({ id: recordId, details: { putBack: true } })),
  )
}

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

const back: Record<LookAlikeNoun, (tx: Tx, permit: Permit, entry: Entry) => Promise<void>> = {
  async company(tx, permit, { recordId, version, before }) {
    const [row] = await tx
      .select({ number: companies.number })
      .from(companies)
      .where(eq(companies.id, recordId))
    const now = { id: recordId, version, number: row?.number ?? '' }
    await saveCompany(tx, permit, now, before as unknown as CompanyFields)
  },
  async contact(tx, permit, { recordId, version, before }) {
    const { details, ...fields } = before as unknown as ContactFields & { details: ContactDetails }
    const [row] = await tx.select({ number: contacts.number }).from(contacts).where(eq(contacts.id, recordId))
    await saveContact(tx, permit, { id: recordId, version, number: row?.number ?? '' }, fields)
    await saveDetails(tx, permit, recordId, details)
  },
  async lead(tx, permit, { recordId, version, before }) {
    const [row] = await tx.select({ number: leads.number }).from(leads).where(eq(leads.id, recordId))
    const columns = numbersOf(before) as Partial<typeof leads.$inferInsert> & { name: string }
    await saveLead(tx, permit, { id: recordId, version, number: row?.number ?? '' }, columns)
  },
  async deal(tx, permit, { recordId, version, before }) {
    const [row] = await tx.select().from(deals).where(eq(deals.id, recordId))
    if (!row) return
    const columns = numbersOf(before) as Partial<DealEntity>
    const searchText = dealSearchText({ ...row, ...columns }, row.number)
    await saveDeal(tx, permit, { id: recordId, version }, { ...columns, searchText })
    if (!('totalMinor' in columns)) return
    await takeBackFact(tx, 'deal', recordId, 'total_investment', '—')
    await revalueCapital(tx, { ...row, ...columns }, await zoneToday(tx))
  },
}

/** Amounts are kept as text: JSON has no whole numbers of that size. */
function numbersOf(before: Record<string, unknown> | null): Record<string, unknown> {
  const isAmount = (key: string) => /(?:Minor|Cny)$/.test(key)
  const entries = Object.entries(before ?? {}).map(([key, value]) => [
    key,
    isAmount(key) && typeof value === 'string' ? BigInt(value) : value,
  ])
  return Object.fromEntries(entries)
}
