import { eq, sql } from 'drizzle-orm'
import type { Tx } from '@/db/as'
import { companies } from '@/db/schema/company'
import type { CompanyFields } from '@/domain/company/company'
import type { Deletion } from '@/domain/record/deletion'
import { namesShown } from '@/domain/record/names-field'
import { lastChange } from './last-change'

export const HELD = 'held' as const

export const lockedCompanyColumns = {
  id: companies.id,
  name: companies.name,
  names: companies.names,
  nameLocale: companies.nameLocale,
  country: companies.country,
  province: companies.province,
  origin: companies.origin,
  kind: companies.kind,
  segment: companies.segment,
  industryId: companies.industryId,
  creditCode: companies.creditCode,
  website: companies.website,
  parentId: companies.parentId,
  inZone: companies.inZone,
  note: companies.note,
  version: companies.version,
  createdBy: companies.createdBy,
  updatedAt: companies.updatedAt,
  updatedBy: companies.updatedBy,
  deletedAt: companies.deletedAt,
  mergedInto: companies.mergedInto,
  createdWithinDay: sql<boolean>`created_at > now() - interval '1 day'`,
  deletedWithinDay: sql<boolean>`coalesce(deleted_at > now() - interval '1 day', false)`,
}

/** Undefined: not there. HELD: seen, and beyond the reach of this permit. */
export async function lockCompany(tx: Tx, number: string) {
  const [seen] = await tx.select({ id: companies.id }).from(companies).where(eq(companies.number, number))
  if (!seen) return undefined
  const [found] = await tx
    .select(lockedCompanyColumns)
    .from(companies)
    .where(eq(companies.id, seen.id))
    .for('update')
  return found ?? HELD
}
export type LockedCompany = Exclude<Awaited<ReturnType<typeof lockCompany>>, undefined | typeof HELD>

export const deletionOf = (found: LockedCompany, me: number): Deletion => ({
  mine: found.createdBy === me,
  createdWithinDay: found.createdWithinDay,
  deletedWithinDay: found.deletedWithinDay,
})

export function factsOf(found: LockedCompany): CompanyFields {
  const { name, names, nameLocale, country, province, origin, kind, segment } = found
  const { industryId, creditCode, website, parentId, inZone, note } = found
  return {
    name,
    names,
    nameLocale,
    country,
    province,
    origin,
    kind,
    segment,
    industryId,
    creditCode,
    website,
    parentId,
    inZone,
    note,
  }
}

/** As the form holds them, for the two to be shown side by side. */
export function valuesOf(found: LockedCompany): Record<string, string | number | null> {
  const { names, inZone, ...facts } = factsOf(found)
  return { ...facts, ...namesShown(names), inZone: inZone ? 'on' : '' }
}

/** What the other has saved, in the notation of the form. */
export async function theirCompany(tx: Tx, found: LockedCompany) {
  return {
    values: valuesOf(found),
    shown: { parentId: await companyName(tx, found.parentId) },
    version: found.version,
    ...(await lastChange(tx, found)),
  }
}

/** Empty for none. */
export async function companyName(tx: Tx, id: number | null): Promise<string> {
  if (id === null) return ''
  const [found] = await tx.select({ name: companies.name }).from(companies).where(eq(companies.id, id))
  return found?.name ?? ''
}
