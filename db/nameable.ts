import { and, eq, inArray, isNull, or, sql } from 'drizzle-orm'
import { pinyin } from 'pinyin-pro'
import type { Tx } from '@/db/as'
import { companies, contacts } from '@/db/schema/company'
import { deals } from '@/db/schema/deal'
import { leads } from '@/db/schema/lead'
import { users } from '@/db/schema/user'
import { fold, type Nameable } from '@/domain/activity/mention'
import { reachOf } from '@/domain/policy/table'
import { roles } from '@/domain/user/user'

const COLLEAGUES = 500
const CONTACTS = 50
const working = roles.filter(role => reachOf('activity.create', role) !== 'none')

/** Who can be named behind an @: colleagues who work on records and are not disabled; on a record its contacts too. */
export async function nameable(tx: Tx, record?: string | null): Promise<Nameable[]> {
  const people = await tx
    .select({ id: users.id, name: users.name, names: users.names, login: users.login })
    .from(users)
    .where(and(isNull(users.disabledAt), inArray(users.role, working)))
    .orderBy(users.id)
    .limit(COLLEAGUES)
  const known = record ? await contactsOf(tx, record) : []
  return [
    ...people.map(one => ({ kind: 'person' as const, id: one.id, name: one.name, keys: keysOf(one) })),
    ...known.map(one => ({ kind: 'contact' as const, id: one.id, name: one.name, keys: keysOf(one) })),
  ]
}

/** The contact of a lead or deal, and those of the company. */
async function contactsOf(tx: Tx, number: string) {
  const of =
    number[0] === 'L'
      ? tx
          .select({ company: leads.companyId, contact: leads.contactId })
          .from(leads)
          .where(eq(leads.number, number))
      : number[0] === 'D'
        ? tx
            .select({ company: deals.companyId, contact: deals.contactId })
            .from(deals)
            .where(eq(deals.number, number))
        : tx
            .select({ company: companies.id, contact: sql<null>`null` })
            .from(companies)
            .where(eq(companies.number, number))
  const [found] = await of
  if (!found) return []
  return tx
    .select({ id: contacts.id, name: contacts.name, names: contacts.names })
    .from(contacts)
    .where(
      and(
        isNull(contacts.deletedAt),
        or(
          found.contact ? eq(contacts.id, found.contact) : undefined,
          found.company ? eq(contacts.companyId, found.company) : undefined,
        ) ?? sql`false`,
      ),
    )
    .orderBy(contacts.id)
    .limit(CONTACTS)
}

/** Name, names in other languages, login and pinyin, with and without spaces. */
function keysOf({ name, names, login }: { name: string; names: object; login?: string }): string[] {
  const said = [name, ...Object.values(names as Record<string, string>), login ?? '']
  const spoken = /\p{Script=Han}/u.test(name)
    ? [pinyin(name, { toneType: 'none', type: 'array', surname: 'head', v: true }).join('')]
    : []
  const all = [...said, ...spoken].map(fold)
  return [...new Set([...all, ...all.map(key => key.replace(/[\s’']/g, ''))])].filter(Boolean)
}
