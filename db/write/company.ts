import { and, eq, isNull, ne, sql } from 'drizzle-orm'
import { record, type Tx, write } from '@/db/as'
import { companies } from '@/db/schema/company'
import { changesBetween } from '@/db/write/change'
import { companySearchText, insertCompany } from '@/db/write/company-insert'
import { lastChange } from '@/db/write/last-change'
import type { CompanyFields } from '@/domain/company/company'
import type { CompanyInput, CreateCompanyInput, EditCompanyInput } from '@/domain/company/input'
import { nameKey } from '@/domain/name/name-key'
import { conflict, done, gone, invalidField, type Outcome, refused } from '@/domain/outcome'
import type { Permit } from '@/domain/policy/permit'
import { type Deletion, mayDelete, mayRestore } from '@/domain/record/deletion'
import { namesShown } from '@/domain/record/names-field'

export type CompanyDone = Outcome<{ number: string }>

export async function createCompany(
  permit: Permit<'company.create'>,
  { submission, different, ...fields }: CreateCompanyInput,
): Promise<CompanyDone> {
  return write(
    permit,
    async tx => {
      const fault = await faultOf(tx, fields, different, null)
      if (fault) return fault
      const { number } = await insertCompany(tx, permit, fields, different ? { different } : {})
      return done({ number })
    },
    submission,
  )
}

export async function editCompany(
  permit: Permit<'company.edit'>,
  { number, version, different, ...fields }: EditCompanyInput,
): Promise<CompanyDone> {
  return write(permit, async tx => {
    const found = await locked(tx, number)
    if (!found || (found !== HELD && found.deletedAt)) return gone()
    if (found === HELD) return refused('common.not_permitted')
    if (found.version !== version)
      return conflict({
        values: valuesOf(found),
        shown: { parentId: await nameOf(tx, found.parentId) },
        version: found.version,
        ...(await lastChange(tx, found)),
      })
    const fault = await faultOf(tx, fields, different, found)
    if (fault) return fault
    const changes = changesBetween(factsOf(found), fields)
    // the log is read by people: a parent by its name
    if (changes.parentId)
      changes.parentId = [await nameOf(tx, found.parentId), await nameOf(tx, fields.parentId)]
    if (Object.keys(changes).length === 0) return done({ number })
    await tx
      .update(companies)
      .set({
        ...fields,
        nameKey: nameKey(fields.name),
        searchText: companySearchText(fields, number),
        version: version + 1,
        updatedAt: sql`now()`,
        updatedBy: permit.actor.id,
      })
      .where(eq(companies.id, found.id))
    await record(tx, 'company', found.id, { changes, ...(different ? { different } : {}) })
    return done({ number })
  })
}

/** Out of sight, not out of the world. Not while a contact, lead, deal or another company names it. */
export async function deleteCompany(
  permit: Permit<'company.delete'>,
  { number }: CompanyInput,
): Promise<CompanyDone> {
  return write(permit, async tx => {
    const found = await locked(tx, number)
    if (!found || (found !== HELD && found.deletedAt)) return gone()
    if (found === HELD || !mayDelete(permit.actor.role, deletionOf(found, permit.actor.id)))
      return refused('common.not_permitted')
    const [used] = await tx.execute<{ used: boolean }>(
      sql`select record_in_use('company', ${found.id}) as used`,
    )
    if (used?.used) return refused('company.in_use')
    await tx
      .update(companies)
      .set({ deletedAt: sql`now()`, deletedBy: permit.actor.id })
      .where(eq(companies.id, found.id))
    await record(tx, 'company', found.id, { name: found.name })
    return done({ number })
  })
}

export async function restoreCompany(
  permit: Permit<'company.restore'>,
  { number }: CompanyInput,
): Promise<CompanyDone> {
  return write(permit, async tx => {
    const found = await locked(tx, number)
    if (!found) return gone()
    if (found === HELD || !mayRestore(permit.actor.role, deletionOf(found, permit.actor.id)))
      return refused('common.not_permitted')
    if (!found.deletedAt) return done({ number })
    const other = await withCreditCode(tx, found.creditCode, found.id)
    if (other) return refused('company.credit_code_taken', { values: other })
    await tx.update(companies).set({ deletedAt: null, deletedBy: null }).where(eq(companies.id, found.id))
    await record(tx, 'company', found.id, { name: found.name })
    return done({ number })
  })
}

const HELD = 'held' as const

const row = {
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
  createdWithinDay: sql<boolean>`created_at > now() - interval '1 day'`,
  deletedWithinDay: sql<boolean>`coalesce(deleted_at > now() - interval '1 day', false)`,
}

/** Undefined: not there. HELD: seen, and beyond the reach of this permit. */
async function locked(tx: Tx, number: string) {
  const [seen] = await tx.select({ id: companies.id }).from(companies).where(eq(companies.number, number))
  if (!seen) return undefined
  const [found] = await tx.select(row).from(companies).where(eq(companies.id, seen.id)).for('update')
  return found ?? HELD
}
type Found = Exclude<Awaited<ReturnType<typeof locked>>, undefined | typeof HELD>

const deletionOf = (found: Found, me: number): Deletion => ({
  mine: found.createdBy === me,
  createdWithinDay: found.createdWithinDay,
  deletedWithinDay: found.deletedWithinDay,
})

/** What only the other records can tell: a code or name that another has, a parent that is not there or its own child. */
async function faultOf(tx: Tx, fields: CompanyFields, different: string | null, found: Found | null) {
  if (fields.creditCode && fields.creditCode !== found?.creditCode) {
    const other = await withCreditCode(tx, fields.creditCode, found?.id ?? null)
    if (other) return invalidField('creditCode', 'company.credit_code_taken', other)
  }
  const key = nameKey(fields.name)
  if (!different && key !== (found && nameKey(found.name))) {
    const [same] = await tx
      .select({ number: companies.number, name: companies.name })
      .from(companies)
      .where(and(eq(companies.nameKey, key), isNull(companies.deletedAt), others(found?.id ?? null)))
    if (same) return invalidField('different', 'company.same_name', same)
  }
  if (fields.parentId && fields.parentId !== found?.parentId)
    return parentFault(tx, fields.parentId, found?.id ?? null)
  return null
}

const others = (id: number | null) => (id === null ? undefined : ne(companies.id, id))

/** Until this transaction ends nobody else takes the code. */
async function withCreditCode(tx: Tx, code: string | null, id: number | null) {
  if (!code) return null
  await tx.execute(sql`select pg_advisory_xact_lock(4120264, hashtext(${code}))`)
  const [other] = await tx
    .select({ number: companies.number, name: companies.name })
    .from(companies)
    .where(and(eq(companies.creditCode, code), isNull(companies.deletedAt), others(id)))
  return other ?? null
}

async function parentFault(tx: Tx, parentId: number, id: number | null) {
  const [parent] = await tx
    .select({ id: companies.id })
    .from(companies)
    .where(and(eq(companies.id, parentId), isNull(companies.deletedAt)))
  if (!parent) return invalidField('parentId', 'input.not_offered')
  if (id === null) return null
  const [circle] = await tx.execute(sql`
    with recursive above(id, depth) as (
      select ${parentId}::bigint, 1
      union all
      select c.parent_id, a.depth + 1 from above a join companies c on c.id = a.id where c.parent_id is not null and a.depth < 50
    ) select 1 from above where id = ${id} limit 1`)
  return circle ? invalidField('parentId', 'company.parent_circle') : null
}

function factsOf(found: Found): CompanyFields {
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
function valuesOf(found: Found): Record<string, string | number | null> {
  const { names, inZone, ...facts } = factsOf(found)
  return { ...facts, ...namesShown(names), inZone: inZone ? 'on' : '' }
}

async function nameOf(tx: Tx, id: number | null): Promise<string> {
  if (id === null) return ''
  const [found] = await tx.select({ name: companies.name }).from(companies).where(eq(companies.id, id))
  return found?.name ?? ''
}
