import { and, count, eq, inArray, isNull, type SQL, sql } from 'drizzle-orm'
import { alias } from 'drizzle-orm/pg-core'
import { as, type Tx } from '@/db/as'
import { contains } from '@/db/contains'
import { each, inChunks } from '@/db/each'
import { orderedIds, type Slice } from '@/db/ordered-ids'
import { companies } from '@/db/schema/company'
import { bears, withTags } from '@/db/tag-links'
import type { CompanyFilter } from '@/domain/company/filter'
import { defaultPageSize } from '@/domain/filter/list'
import type { Permit } from '@/domain/policy/permit'
import type { Tag } from '@/domain/tag/tag'

/** A line of the list; its tags where the list shows them. */
export type CompanyRow = Awaited<ReturnType<typeof rowsOf>>[number] & { tags?: Tag[] }

/** One page of the list and its true total, from one snapshot; a page beyond the last gives the last. Counts of leads and deals are within the reader's reach. */
export async function listCompanies(
  permit: Permit<'company.read'>,
  filter: CompanyFilter,
  tags = false,
): Promise<{ rows: CompanyRow[]; total: number; page: number }> {
  const size = filter.size ?? defaultPageSize
  return as(permit, 'read', async tx => {
    const [counted] = await tx.select({ total: count() }).from(companies).where(matching(filter))
    const total = counted?.total ?? 0
    const page = Math.min(filter.page, Math.max(1, Math.ceil(total / size)))
    const ids = await companyIds(tx, filter, { limit: size, offset: (page - 1) * size })
    const found = await rowsOf(tx, ids)
    return { rows: tags ? await withTags(tx, 'company', found) : found, total, page }
  })
}

/** All rows of the filter in its order, in chunks, for the export. */
export const eachCompany = (permit: Permit<'company.export'>, filter: CompanyFilter) =>
  each(permit, async function* (tx) {
    yield* inChunks(await companyIds(tx, filter, { limit: null, offset: 0 }), async ids =>
      withTags(tx, 'company', await rowsOf(tx, ids)),
    )
  })

/** A company and its parent; null when there is none of this number. A deleted one is given, and says so. */
export async function getCompany(permit: Permit<'company.read'>, number: string) {
  const parent = alias(companies, 'parent')
  return as(permit, 'read', async tx => {
    const [row] = await tx
      .select({
        ...columns,
        province: companies.province,
        note: companies.note,
        version: companies.version,
        parentId: companies.parentId,
        parentNumber: parent.number,
        parentName: parent.name,
        createdBy: companies.createdBy,
        updatedBy: companies.updatedBy,
        deletedAt: companies.deletedAt,
        deletedBy: companies.deletedBy,
        mergedInto: companies.mergedInto,
        hasMerged: sql<boolean>`exists (select 1 from merges m where m.noun = 'company' and m.kept_id = companies.id and m.undone_at is null)`,
        createdWithinDay: sql<boolean>`companies.created_at > now() - interval '1 day'`,
        deletedWithinDay: sql<boolean>`coalesce(companies.deleted_at > now() - interval '1 day', false)`,
      })
      .from(companies)
      .leftJoin(parent, eq(parent.id, companies.parentId))
      .where(eq(companies.number, number))
    return row ?? null
  })
}
export type Company = NonNullable<Awaited<ReturnType<typeof getCompany>>>

const columns = {
  id: companies.id,
  number: companies.number,
  name: companies.name,
  names: companies.names,
  nameLocale: companies.nameLocale,
  country: companies.country,
  origin: companies.origin,
  kind: companies.kind,
  segment: companies.segment,
  industryId: companies.industryId,
  creditCode: companies.creditCode,
  website: companies.website,
  inZone: companies.inZone,
  createdAt: companies.createdAt,
  updatedAt: companies.updatedAt,
}

/* Table names by hand: drizzle leaves them off in a select from one table, and `id` would be that of the inner one. */
const held = (table: string) =>
  sql<number>`(select count(*)::int from ${sql.raw(table)} h where h.company_id = companies.id and h.deleted_at is null)`

/** Rows in the order of `ids`. */
async function rowsOf(tx: Tx, ids: readonly number[]) {
  const parent = alias(companies, 'parent')
  const rows = await tx
    .select({
      ...columns,
      parentName: parent.name,
      contacts: held('contacts'),
      leads: held('leads'),
      deals: held('deals'),
    })
    .from(companies)
    .leftJoin(parent, eq(parent.id, companies.parentId))
    .where(inArray(companies.id, [...ids]))
  const place = new Map(ids.map((id, index) => [id, index]))
  return rows.sort((a, b) => (place.get(a.id) ?? 0) - (place.get(b.id) ?? 0))
}

/** The ids of a slice of the list, in its order; by number is by id. */
export function companyIds(tx: Tx, filter: CompanyFilter, slice: Slice): Promise<number[]> {
  const { key, descending } = filter.sort
  const from = { from: sql`${companies}`, where: matching(filter) ?? sql`true`, id: sql`${companies.id}` }
  return orderedIds(tx, { ...from, key: keys[key], descending }, slice)
}

const keys: Record<CompanyFilter['sort']['key'], SQL | undefined> = {
  name: sql`${companies.name} collate "zh-x-icu"`,
  number: undefined,
  updated: sql`${companies.updatedAt}`,
}

function matching(filter: CompanyFilter): SQL | undefined {
  const { text, countries, kinds, segments, industries, inZone, tags } = filter
  return and(
    isNull(companies.deletedAt),
    text ? contains('company', companies.id, text) : undefined,
    countries.length ? inArray(companies.country, [...countries]) : undefined,
    kinds.length ? inArray(companies.kind, [...kinds]) : undefined,
    segments.length ? inArray(companies.segment, [...segments]) : undefined,
    industries.length ? inArray(companies.industryId, [...industries]) : undefined,
    tags.length ? bears('company', sql`${companies.id}`, tags) : undefined,
    inZone === null ? undefined : eq(companies.inZone, inZone),
  )
}
