import { and, inArray, isNull, or, type SQL, sql } from 'drizzle-orm'
import type { Tx } from '@/db/as'
import { companies, contacts } from '@/db/schema/company'
import { deskRoutes, desks, industries } from '@/db/schema/desk'
import { tags } from '@/db/schema/tag'
import { deskMembers, users } from '@/db/schema/user'
import { type ZoneRules, zoneRules } from '@/db/zone'
import { BETWEEN, isSure, type Said } from '@/domain/import/said'
import { nameKey } from '@/domain/name/name-key'
import type { DeskRoute } from '@/domain/route/route'
import { tagKey } from '@/domain/tag/tag'
import type { Locale, Names, Role } from '@/domain/user/user'
import { eventFinder } from './event'
import { type Finder, finder, namesOf } from './finder'
import { offering, workers } from './offer'

export type KnownPerson = {
  id: number
  name: string
  names: Names
  login: string
  role: Role
  active: boolean
  deskIds: number[]
}
export type KnownCompany = {
  id: number
  number: string
  name: string
  names: Names
  nameLocale: Locale | null
}
export type KnownTag = { id: number; name: string }
export type KnownContact = { id: number; name: string; companyId: number | null }

/** What the names in a sheet mean: small tables whole, of the others what the rows name. */
export type Known = {
  rules: ZoneRules
  routes: readonly DeskRoute[]
  desks: readonly { id: number; key: string; name: string; active: boolean }[]
  people: readonly KnownPerson[]
  desk: Finder<{ id: number; key: string; name: string; active: boolean }>
  person: Finder<KnownPerson>
  /** The same; what there is instead are those who work on that desk, or on any. */
  worker: (deskId: number | null) => Finder<KnownPerson>
  /** Open accounts. */
  leader: Finder<KnownPerson>
  industry: Finder<{ id: number; name: string }>
  event: Finder<{ id: number; name: string }>
  company: Finder<KnownCompany>
  contact: Finder<KnownContact>
  /** All tags, where a row says any. */
  tag: Finder<KnownTag>
}
export async function loadKnown(tx: Tx, rows: readonly { said: Said }[]): Promise<Known> {
  const [allDesks, people, allIndustries, routes] = [
    await tx.select().from(desks),
    await peopleOf(tx),
    await tx.select().from(industries),
    await tx.select().from(deskRoutes).orderBy(deskRoutes.position, deskRoutes.id),
  ]
  const person = finder(people, namesOf, person => person.login)
  // a new deal names its company: what is like it is asked elsewhere
  const namesCompany = (said: Said) => !said.source || Boolean(said.number) || isSure(said.company ?? '')
  const companiesSaid = [
    ...saidIn(
      rows.filter(({ said }) => namesCompany(said)),
      'company',
    ),
    ...saidIn(rows, 'parentId'),
  ]
  return {
    rules: await zoneRules(tx),
    routes,
    desks: allDesks,
    people,
    desk: offering(allDesks, desk => desk.key),
    person,
    worker: workers(person, people),
    leader: finder(
      people.filter(({ active }) => active),
      namesOf,
      person => person.login,
    ),
    industry: offering(allIndustries, industry => String(industry.id)),
    event: await eventFinder(tx, saidIn(rows, 'eventId')),
    company: await companyFinder(tx, companiesSaid),
    contact: await contactFinder(tx, saidIn(rows, 'contact')),
    tag: await tagFinder(tx, saidIn(rows, 'tags')),
  }
}

const saidIn = (rows: readonly { said: Said }[], field: string): string[] => [
  ...new Set(rows.flatMap(({ said }) => said[field] ?? []).filter(Boolean)),
]

async function peopleOf(tx: Tx) {
  const rows = await tx
    .select({
      id: users.id,
      login: users.login,
      name: users.name,
      names: users.names,
      role: users.role,
      active: sql<boolean>`${users.disabledAt} is null`,
      deskIds: sql<
        number[]
      >`coalesce((select json_agg(m.desk_id) from ${deskMembers} m where m.user_id = ${users.id}), '[]')`,
    })
    .from(users)
  return rows
}

async function tagFinder(tx: Tx, said: readonly string[]): Promise<Finder<KnownTag>> {
  if (said.length === 0) return () => 'none'
  const all = await tx.select({ id: tags.id, name: tags.name, key: tags.key }).from(tags)
  const byKey = new Map(all.map(({ key, ...tag }) => [key, tag]))
  return name => byKey.get(tagKey(name)) ?? 'none'
}

/** By number, credit code or name; a few statements for all of them, by what an index serves under the row policies. */
async function companyFinder(tx: Tx, said: readonly string[]): Promise<Finder<KnownCompany>> {
  const sure = new Map<string, KnownCompany>()
  const named = new Map<string, KnownCompany | 'several'>()
  for (let at = 0; at < said.length; at += 500) {
    const some = said.slice(at, at + 500)
    const codes = some.map(text => text.trim().toUpperCase())
    const keys = some.map(nameKey)
    for (const by of [
      inArray(companies.number, codes),
      inArray(companies.creditCode, codes),
      inArray(companies.nameKey, keys),
    ])
      for (const one of await companiesBy(tx, by)) {
        for (const key of [one.number, one.creditCode ?? '']) sure.set(key, one)
        const known = named.get(one.nameKey)
        named.set(
          one.nameKey,
          known && known !== 'several' && known.id !== one.id ? 'several' : (known ?? one),
        )
      }
  }
  return text => sure.get(text.trim().toUpperCase()) ?? named.get(nameKey(text)) ?? 'none'
}

const companiesBy = (tx: Tx, by: SQL) =>
  tx
    .select({
      id: companies.id,
      number: companies.number,
      name: companies.name,
      names: companies.names,
      nameLocale: companies.nameLocale,
      creditCode: companies.creditCode,
      nameKey: companies.nameKey,
    })
    .from(companies)
    .where(and(isNull(companies.deletedAt), by))

/** By number, or by a name that is one contact's alone; phones and addresses are not asked here. */
async function contactFinder(tx: Tx, said: readonly string[]): Promise<Finder<KnownContact>> {
  if (said.length === 0) return () => 'none'
  const found = await tx
    .select({
      id: contacts.id,
      number: contacts.number,
      name: contacts.name,
      names: contacts.names,
      companyId: contacts.companyId,
    })
    .from(contacts)
    .where(
      and(
        isNull(contacts.deletedAt),
        or(
          inArray(
            contacts.number,
            said.map(number => number.toUpperCase()),
          ),
          inArray(contacts.name, [...said]),
        ),
      ),
    )
  return finder(found, namesOf, contact => contact.number)
}

/** Several people of one cell; the first that is not one alone is named. */
export function peopleIn(
  known: Known,
  said: string | undefined,
): number[] | { not: string; why: 'none' | 'several' } {
  const ids: number[] = []
  for (const name of (said ?? '').split(BETWEEN).filter(Boolean)) {
    const person = known.person(name)
    if (typeof person === 'string') return { not: name, why: person }
    ids.push(person.id)
  }
  return ids
}
