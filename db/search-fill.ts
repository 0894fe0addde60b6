import type { Sql, TransactionSql } from 'postgres'
import { dealSearchText } from '@/db/deal-fields'
import { companyMatchKeys, companySearchText } from '@/db/write/company-insert'
import { contactSearchText } from '@/db/write/contact-insert'
import { eventSearchText } from '@/db/write/event'
import { issueSearchText } from '@/db/write/issue'
import { leadSearchText } from '@/db/write/lead-insert'
import { taskSearchText } from '@/db/write/task'
import { matchKeys } from '@/domain/name/likeness'

type Row = { id: string; search_text: string; match_keys?: string[] }
/** Out of a row as the table has it, by the very functions that the write uses: `keys` where similar names are looked for. */
type Source = {
  table: string
  columns: string
  text: (row: never) => string
  keys?: (row: never) => string[]
}

const numbered =
  <T>(textOf: (fields: T, number: string) => string) =>
  (row: T & { number: string }) =>
    textOf(row, row.number)

const sources: readonly Source[] = [
  {
    table: 'companies',
    columns: 'match_keys, name, names, number, credit_code as "creditCode"',
    text: numbered(companySearchText),
    keys: companyMatchKeys,
  },
  { table: 'contacts', columns: 'name, names, number', text: numbered(contactSearchText) },
  {
    table: 'events',
    columns: 'name, names, city, venue, organiser, number',
    text: numbered(eventSearchText),
  },
  {
    table: 'leads',
    columns: 'match_keys, name, number',
    text: leadSearchText,
    keys: ({ name }: { name: string }) => matchKeys([name]),
  },
  { table: 'deals', columns: 'name, names, number, partner, target', text: numbered(dealSearchText) },
  { table: 'issues', columns: 'title', text: issueSearchText },
  { table: 'tasks', columns: 'title', text: taskSearchText },
]

const BATCH = 500

/**
 * What every record is found by, in search and as one that looks alike, written anew by the functions that its write
 * uses: for records that were saved before these became what they are. A batch a transaction, its rows locked; the
 * triggers carry each on to the search index, and add what was merged into it.
 */
export async function fillKeys(sql: Sql): Promise<void> {
  for (const source of sources) {
    let last = 0
    while (last >= 0) last = await sql.begin(tx => fillBatch(tx, source, last))
  }
}

/** The last id of the batch; -1 when there was none. */
async function fillBatch(tx: TransactionSql, { table, columns, text, keys }: Source, after: number) {
  const rows = await tx.unsafe<Row[]>(
    `select id, search_text, ${columns} from ${table} where id > $1 order by id limit ${BATCH} for no key update`,
    [after],
  )
  const changed = rows.flatMap(row => {
    const now = { text: text(row as never), keys: keys?.(row as never) ?? [] }
    const held = new Set(row.match_keys)
    const same = now.text === row.search_text && now.keys.every(key => held.has(key))
    return same ? [] : [{ id: String(row.id), ...now }]
  })
  if (changed.length > 0)
    await tx`update ${tx(table)} t set search_text = v.text ${keys ? tx`, match_keys = v.keys` : tx``}
      from jsonb_to_recordset(${tx.json(changed)}) v(id bigint, text text, keys text[]) where t.id = v.id`
  return rows.length === BATCH ? Number(rows.at(-1)?.id) : -1
}
