import { type SQL, sql } from 'drizzle-orm'
import { as, type Tx } from '@/db/as'
import { termArray } from '@/db/contains'
import type { Permit } from '@/domain/policy/permit'
import { type SearchNoun, type SearchQuery, searchNouns } from '@/domain/search/query'
import type { Locale, Names } from '@/domain/user/user'

/** A record that was found: what it is called, what else may have been found of it, and what tells it from others. */
export type SearchHit = {
  number: string
  name: string
  names: Names
  nameLocale: Locale | null
  /** Other texts that it is found by: credit code, partner, company, contact, phones that this person may see. */
  also: string[]
  deskId: number | null
  stage: string | null
  officerId: number | null
  /** Country or region of a company, title of a contact, days and city of an event. */
  note: string | null
}
export type SearchGroup = { noun: SearchNoun; count: number; more: boolean; hits: SearchHit[] }

type Asked = {
  /** How many of a noun are counted; `more` says that there are others. */
  count: number
  /** Which of them are shown, of each noun or of this one alone. */
  show: { limit: number; offset?: number }
  noun?: SearchNoun
}

/**
 * Everything within this person's reach that has each of the terms, best first (db/sql/46_search_ids.sql); a contact
 * also by its details, for whom they are shown. Groups without a hit are left out.
 */
export async function searchRecords(
  permit: Permit<'search.read'>,
  { terms, detail }: Pick<SearchQuery, 'terms' | 'detail'>,
  { count, show, noun }: Asked,
): Promise<SearchGroup[]> {
  if (terms.length === 0) return []
  return as(permit, 'read', async tx => {
    const wanted = noun ? [noun] : searchNouns
    const best = wanted.map(one => sql`search_best(${one}, ${termArray(terms)}, ${count}) as ${sql.raw(one)}`)
    const details = sql`search_detail_ids(${detail ?? ''}, ${count}) as detail`
    const [found = {}] = await tx.execute<Partial<Record<SearchNoun | 'detail', string[]>>>(
      sql`select ${sql.join([...best, details], sql`, `)}`,
    )
    const { detail: byDetail = [] } = found
    const groups = await Promise.all(
      wanted.map(async one => {
        const named = found[one] ?? []
        const ids = one === 'contact' ? [...new Set([...named, ...byDetail])] : named
        const from = show.offset ?? 0
        const shown = ids.slice(0, count).slice(from, from + show.limit)
        return {
          noun: one,
          count: Math.min(ids.length, count),
          more: ids.length > count,
          hits: await hitsOf(tx, one, shown),
        }
      }),
    )
    return groups.filter(group => group.count > 0)
  })
}

const none = sql`null::text`
const texts = (...columns: SQL[]) => sql`array_remove(array[${sql.join(columns, sql`, `)}]::text[], null)`
const namesOf = (alias: string) =>
  sql.raw(`array(select jsonb_each_text.value from jsonb_each_text(${alias}.names))`)

/* What is read of each; `r` is the record itself, read through its row policies. */
const shapes: Record<SearchNoun, { columns: SQL; from: SQL }> = {
  company: {
    columns: sql`r.names, r.name_locale, ${texts(sql`r.credit_code`)} as also, null::bigint as desk_id, ${none} as stage,
      null::bigint as officer_id, r.country as note`,
    from: sql`companies r`,
  },
  contact: {
    columns: sql`r.names, r.language as name_locale, ${texts(sql`c.name`)} || ${namesOf('c')} || coalesce(k.phones, '{}')
        || ${texts(sql`k.email`, sql`k.wechat`)} as also,
      null::bigint as desk_id, ${none} as stage, null::bigint as officer_id, r.title as note`,
    from: sql`contacts r left join companies c on c.id = r.company_id left join contact_details k on k.contact_id = r.id`,
  },
  lead: {
    columns: sql`'{}'::jsonb as names, r.name_locale, ${texts(sql`c.name`, sql`k.name`)} || ${namesOf('c')} as also, r.desk_id, r.stage,
      r.case_officer_id as officer_id, ${none} as note`,
    from: sql`leads r left join companies c on c.id = r.company_id left join contacts k on k.id = r.contact_id`,
  },
  deal: {
    columns: sql`r.names, null as name_locale, ${texts(sql`c.name`, sql`r.partner`, sql`r.target`, sql`k.name`)} || ${namesOf('c')} as also,
      r.desk_id, r.stage, r.case_officer_id as officer_id, ${none} as note`,
    from: sql`deals r left join companies c on c.id = r.company_id left join contacts k on k.id = r.contact_id`,
  },
  event: {
    columns: sql`r.names, null as name_locale, ${texts(sql`r.city`, sql`r.venue`, sql`r.organiser`)} as also, null::bigint as desk_id,
      ${none} as stage, null::bigint as officer_id, concat(r.starts_on, '/', r.ends_on) as note`,
    from: sql`events r`,
  },
}

type Row = {
  number: string
  name: string
  names: Names
  name_locale: Locale | null
  also: string[]
  desk_id: string | null
  stage: string | null
  officer_id: string | null
  note: string | null
}

async function hitsOf(tx: Tx, noun: SearchNoun, ids: readonly string[]): Promise<SearchHit[]> {
  if (ids.length === 0) return []
  const { columns, from } = shapes[noun]
  const rows = await tx.execute<Row>(sql`
    select r.number, r.name, ${columns} from ${from}
      join unnest(${`{${ids.join(',')}}`}::bigint[]) with ordinality w(id, place) on w.id = r.id order by w.place`)
  return rows.map(({ name_locale: nameLocale, desk_id: desk, officer_id: officer, ...row }) => ({
    ...row,
    nameLocale,
    deskId: desk === null ? null : Number(desk),
    officerId: officer === null ? null : Number(officer),
  }))
}
