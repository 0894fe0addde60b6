import { type SQL, sql } from 'drizzle-orm'
import { as, type Tx } from '@/db/as'
import { each } from '@/db/each'
import type { Permit } from '@/domain/policy/permit'
import { type AuditFilter, auditPageSize } from '@/domain/user/audit-filter'

/** One line of the log. Of a sign-in: `verb` is `sign_in`, with address and outcome. */
export type AuditLine = {
  id: number
  at: Date
  /** Who, as they are called now; null where nobody is known by that login. */
  person: string | null
  login: string | null
  verb: string
  noun: string
  /** The record's number or name, where it has one. */
  record: string | null
  details: Record<string, unknown>
  address: string | null
  outcome: string | null
}

type Row = Omit<AuditLine, 'id' | 'at'> & { id: string; at: string }

/** A page of the log, the latest first, and how many lines the filter has. */
export async function listAudit(
  permit: Permit<'audit.read'>,
  filter: AuditFilter,
): Promise<{ rows: AuditLine[]; total: number }> {
  return as(permit, 'read', async tx => {
    const [count] = await tx.execute<{ total: string }>(
      sql`select count(*) as total from ${source(filter)} where ${condition(filter)}`,
    )
    const offset = (filter.page - 1) * auditPageSize
    return {
      rows: await lines(tx, filter, sql`limit ${auditPageSize} offset ${offset}`),
      total: Number(count?.total),
    }
  })
}

const CHUNK = 500

/** All lines of the filter, from one snapshot, the latest first. */
export function eachAudit(
  permit: Permit<'audit.export'>,
  filter: AuditFilter,
): AsyncGenerator<readonly AuditLine[]> {
  return each(permit, async function* (tx) {
    for (let before: number | null = null; ; ) {
      const older: SQL = before === null ? sql`` : sql`and l.id < ${before}`
      const rows: AuditLine[] = await lines(tx, filter, sql`limit ${CHUNK}`, older)
      if (rows.length === 0) return
      yield rows
      before = rows.at(-1)?.id ?? 0
    }
  })
}

async function lines(tx: Tx, filter: AuditFilter, cut: SQL, older: SQL = sql``): Promise<AuditLine[]> {
  const rows = await tx.execute<Row>(sql`
    select l.id, l.at, ${columns(filter)} from ${source(filter)}
    where ${condition(filter)} ${older} order by l.id desc ${cut}`)
  return rows.map(row => ({ ...row, id: Number(row.id), at: new Date(row.at) }))
}

const isSignIn = (filter: AuditFilter) => filter.view === 'sign_ins'

function source(filter: AuditFilter): SQL {
  return isSignIn(filter)
    ? sql`sign_ins l left join users u on u.login = l.login`
    : sql`log_entries l left join users u on u.id = l.actor_id`
}

function columns(filter: AuditFilter): SQL {
  if (isSignIn(filter))
    return sql`u.name as person, l.login, 'sign_in' as verb, 'user' as noun, null as record, '{}'::jsonb as details,
      host(l.address) as address, l.outcome`
  return sql`u.name as person, u.login, l.verb, l.noun, ${recordWord} as record, l.details, null as address, null as outcome`
}

/* What a reader calls the record. One look-up a line of the page, by primary key. */
const recordWord = sql`case l.noun
  when 'lead' then (select r.number from leads r where r.id = l.record_id)
  when 'deal' then (select r.number from deals r where r.id = l.record_id)
  when 'company' then (select r.number || ' ' || r.name from companies r where r.id = l.record_id)
  when 'contact' then (select r.name from contacts r where r.id = l.record_id)
  when 'contact_detail' then (select r.name from contacts r where r.id = l.record_id)
  when 'event' then (select r.number || ' ' || r.name from events r where r.id = l.record_id)
  when 'task' then (select r.title from tasks r where r.id = l.record_id)
  when 'user' then (select r.login from users r where r.id = l.record_id)
  when 'desk' then (select r.name from desks r where r.id = l.record_id)
  when 'industry' then (select r.name from industries r where r.id = l.record_id)
  when 'country' then l.details ->> 'code'
  when 'rate' then l.details ->> 'currency'
  end`

function condition({ view, person, noun, outcome, from, to }: AuditFilter): SQL {
  const all: SQL[] = [sql`true`]
  if (view === 'exports') all.push(sql`l.noun = 'export'`)
  if (view === 'changes') all.push(sql`l.noun <> 'export'`)
  if (view === 'changes' && noun) all.push(sql`l.noun = ${noun}`)
  if (view === 'sign_ins' && outcome) all.push(sql`l.outcome = ${outcome}`)
  if (person) {
    const part = `%${person.replace(/[\\%_]/g, '\\$&')}%`
    all.push(
      sql`(u.name ilike ${part} or ${view === 'sign_ins' ? sql`l.login` : sql`u.login`} ilike ${part})`,
    )
  }
  if (from) all.push(sql`l.at >= ${from}::date::timestamp at time zone (select timezone from zones)`)
  if (to) all.push(sql`l.at < (${to}::date + 1)::timestamp at time zone (select timezone from zones)`)
  return sql.join(all, sql` and `)
}
