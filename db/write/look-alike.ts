import { inArray, sql } from 'drizzle-orm'
import type { Tx } from '@/db/as'
import { companies, contacts } from '@/db/schema/company'
import { deals } from '@/db/schema/deal'
import { duplicateProbes } from '@/db/schema/duplicate'
import { leads } from '@/db/schema/lead'
import {
  blocks,
  type LikenessKind,
  type LookAlike,
  type LookAlikeNoun,
  type Ruled,
  unruled,
} from '@/domain/duplicate/look-alike'
import { exactKeys, likeKeys, likeness } from '@/domain/name/likeness'
import { type Invalid, invalidField } from '@/domain/outcome'
import { emailKey } from '@/domain/text/email'
import { phoneKey } from '@/domain/text/phone'

/** What is being typed, as far as it is compared. `self`: the record that is edited. `cny` in fen. */
export type Typed = {
  noun: LookAlikeNoun
  self?: number | null
  names?: readonly string[]
  creditCode?: string | null
  phones?: readonly string[]
  email?: string | null
  companyId?: number | null
  industryId?: number | null
  cny?: bigint | null
}
/** A match with the record that it is; `number` is null for one that this person may not see. */
export type Met = LookAlike & { id: number }

type Row = {
  noun: LookAlikeNoun
  id: string
  how: LikenessKind
  name: string
  names: Record<string, string>
  desk_id: string | null
  officer_id: string | null
  since: string
}

/** The most that are shown: whoever meets more has typed a word and not a name. */
const MOST = 10

/**
 * What is on file that looks like what is typed: what blocks first. One call for every door (a form, an import), within
 * the write, so that the rule holds where it is written; the row policies say which of it this person may see.
 */
export async function lookAlikes(tx: Tx, typed: Typed): Promise<Met[]> {
  const names = typed.names ?? []
  const rows = await tx.execute<Row>(sql`select * from look_alikes(
    ${typed.noun}, ${typed.self ?? null}, ${textArray(exactKeys(names))}, ${textArray(likeKeys(names))},
    ${typed.creditCode ?? null}, ${textArray(reachKeys(typed))},
    ${typed.companyId ?? null}, ${typed.industryId ?? null}, ${typed.cny?.toString() ?? null})`)
  const judged = rows.filter(
    ({ how, name, names: others }) =>
      how !== 'similar' || likeness(names, [name, ...Object.values(others)]) !== null,
  )
  const unique = new Map<string, Row>()
  for (const row of judged.sort((a, b) => rank(a) - rank(b))) {
    const key = `${row.noun}:${row.id}`
    if (!unique.has(key)) unique.set(key, row)
  }
  return seenOf(tx, [...unique.values()].slice(0, MOST))
}

/** Phones and e-mail as they are kept with a contact, for comparing. A number of four digits is an extension. */
export function reachKeys({ phones = [], email = null }: Pick<Typed, 'phones' | 'email'>): string[] {
  const keys = phones.map(phoneKey).filter(key => key.length >= 6)
  return [...new Set([...keys.map(key => `t:${key}`), ...(email ? [`e:${emailKey(email)}`] : [])])]
}

/**
 * Null when nothing is on file that looks the same, or a person has ruled on all that does; else what the form shows.
 * `found` are all of them: those ruled different are kept with the record once it has its id.
 */
export async function checkLookAlikes(
  tx: Tx,
  typed: Typed,
  said: Ruled,
): Promise<{ found: Met[]; fault: Invalid | null }> {
  const found = await lookAlikes(tx, typed)
  if (found.length === 0) return { found, fault: null }
  const known = await tokensOf(tx, said.ruled)
  const keyed = found.map(met => ({ ...met, key: known.get(`${met.noun}:${met.id}`) ?? met.key }))
  const open = unruled(keyed, said)
  if (open.length === 0) return { found: keyed, fault: null }
  const hard = open.some(({ how }) => blocks(how))
  const fault = invalidField('different', hard ? 'duplicate.blocks' : 'duplicate.warns', {
    count: open.length,
  })
  // all of them: what was ruled on before must not have to be ruled on again
  return { found: keyed, fault: { ...fault, matches: keyed } }
}

/* A token is its owner's alone: the row policy of the table answers no other. */
async function tokensOf(tx: Tx, ruled: readonly string[]): Promise<Map<string, string>> {
  const tokens = ruled.filter(key => /^[0-9a-f-]{36}$/.test(key))
  if (tokens.length === 0) return new Map()
  const rows = await tx.select().from(duplicateProbes).where(inArray(duplicateProbes.token, tokens))
  return new Map(rows.map(row => [`${row.noun}:${row.recordId}`, row.token]))
}

const rank = ({ how, noun }: Row) =>
  (blocks(how) ? 0 : 10) + (noun === 'company' || noun === 'contact' ? 0 : 1)

const tables = { company: companies, contact: contacts, lead: leads, deal: deals } as const

/** With the number of each that this person may see. */
async function seenOf(tx: Tx, rows: readonly Row[]): Promise<Met[]> {
  const numbers = new Map<string, string>()
  for (const noun of new Set(rows.map(row => row.noun))) {
    const table = tables[noun]
    const ids = rows.filter(row => row.noun === noun).map(row => Number(row.id))
    const seen = await tx
      .select({ id: table.id, number: table.number })
      .from(table)
      .where(inArray(table.id, ids))
    for (const { id, number } of seen) numbers.set(`${noun}:${id}`, number)
  }
  return rows.map(({ noun, id, how, name, desk_id, officer_id, since }) => {
    const number = numbers.get(`${noun}:${id}`) ?? null
    return {
      key: number ? `${noun}:${number}` : '',
      id: Number(id),
      noun,
      how,
      name,
      number,
      deskId: desk_id === null ? null : Number(desk_id),
      officerId: officer_id === null ? null : Number(officer_id),
      since: new Date(since).toISOString(),
    }
  })
}

const textArray = (values: readonly string[]) =>
  sql`array[${sql.join(
    values.map(value => sql`${value}`),
    sql`, `,
  )}]::text[]`
