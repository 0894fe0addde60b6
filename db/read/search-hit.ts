import { type SQL, sql } from 'drizzle-orm'
import type { Tx } from '@/db/as'
import { hasNumber, type SearchNoun } from '@/domain/search/query'
import type { Locale, Names } from '@/domain/user/user'

/** A record that was found: what it is called, what else may have been found of it, and what tells it from others. */
export type SearchHit = {
  /** Of a task or an issue, which have none, its id. */
  number: string
  name: string
  names: Names
  nameLocale: Locale | null
  /** Other texts that it is found by: credit code, partner, company, contact, phones that this person may see. */
  also: string[]
  deskId: number | null
  stage: string | null
  officerId: number | null
  /** Country or region of a company, title of a contact, days of an event, due day of a task or an issue. */
  note: string | null
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
  issue: {
    columns: sql`'{}'::jsonb as names, null as name_locale, r.also, r.desk_id,
      case when r.closed_on is null then 'open' else 'closed' end as stage, r.owner_id as officer_id, r.due_on::text as note`,
    from: sql`(select i.*, i.id::text as number, i.title as name,
        array[coalesce(d.number, l.number), coalesce(d.name, l.name)] || ${namesOf('d')} as also
      from issues i left join deals d on d.id = i.deal_id and d.deleted_at is null
        left join leads l on l.id = i.lead_id and l.deleted_at is null
      where coalesce(d.id, l.id) is not null) r`,
  },
  task: {
    columns: sql`'{}'::jsonb as names, null as name_locale, '{}'::text[] as also, null::bigint as desk_id,
      case when r.done_at is null then 'open' else 'done' end as stage, r.assignee_id as officer_id, r.due_on::text as note`,
    from: sql`(select *, id::text as number, title as name from tasks) r`,
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

const keyOf = (noun: SearchNoun) => (hasNumber(noun) ? sql`r.number = w.key` : sql`r.id = w.key::bigint`)

/** These records in this order, by id or, for those that are not deleted, by number; what is out of reach is left out. */
export async function hitsOf(
  tx: Tx,
  noun: SearchNoun,
  { ids, numbers = [] }: { ids?: readonly string[]; numbers?: readonly string[] },
): Promise<SearchHit[]> {
  if ((ids ?? numbers).length === 0) return []
  const { columns, from } = shapes[noun]
  const wanted = ids
    ? sql`unnest(${`{${ids.join(',')}}`}::bigint[]) with ordinality w(id, place) on w.id = r.id`
    : sql`unnest(string_to_array(${numbers.join(' ')}, ' ')) with ordinality w(key, place)
        on ${keyOf(noun)} and r.deleted_at is null`
  const rows = await tx.execute<Row>(
    sql`select r.number, r.name, ${columns} from ${from} join ${wanted} order by w.place`,
  )
  return rows.map(({ name_locale: nameLocale, desk_id: desk, officer_id: officer, ...row }) => ({
    ...row,
    nameLocale,
    deskId: desk === null ? null : Number(desk),
    officerId: officer === null ? null : Number(officer),
  }))
}
