import type { Sql, TransactionSql } from 'postgres'
import { dealSearchText } from '@/db/deal-fields'
import { companySearchText } from '@/db/write/company-insert'
import { contactSearchText } from '@/db/write/contact-insert'
import { eventSearchText } from '@/db/write/event'
import { leadSearchText } from '@/db/write/lead-insert'

type Row = { id: string; number: string; search_text: string }
/** `text`: out of a row as the table has it, by the very function that the write uses. */
type Source = { table: string; columns: string; text: (row: never) => string }

const numbered =
  <T>(textOf: (fields: T, number: string) => string) =>
  (row: T & { number: string }) =>
    textOf(row, row.number)

const sources: readonly Source[] = [
  {
    table: 'companies',
    columns: 'name, names, number, credit_code as "creditCode"',
    text: numbered(companySearchText),
  },
  { table: 'contacts', columns: 'name, names, number', text: numbered(contactSearchText) },
  {
    table: 'events',
    columns: 'name, names, city, venue, organiser, number',
    text: numbered(eventSearchText),
  },
  { table: 'leads', columns: 'name, number', text: leadSearchText },
  { table: 'deals', columns: 'name, names, number, partner, target', text: numbered(dealSearchText) },
]

const BATCH = 500

/**
 * What every record is found by, written anew by the function that its write uses: for records that were saved before
 * it became what it is. A batch a transaction, its rows locked; the triggers carry each on to the search index.
 */
export async function fillSearchText(sql: Sql): Promise<void> {
  for (const source of sources) {
    let last = 0
    while (last >= 0) last = await sql.begin(tx => fillBatch(tx, source, last))
  }
}

/** The last id of the batch; -1 when there was none. */
async function fillBatch(tx: TransactionSql, { table, columns, text }: Source, after: number) {
  const rows = await tx.unsafe<Row[]>(
    `select id, search_text, ${columns} from ${table} where id > $1 order by id limit ${BATCH} for no key update`,
    [after],
  )
  const changed = rows
    .map(row => ({ id: String(row.id), text: text(row as never), was: row.search_text }))
    .filter(row => row.text !== row.was)
  if (changed.length > 0)
    await tx`update ${tx(table)} t set search_text = v.text
      from unnest(${changed.map(row => row.id)}::bigint[], ${changed.map(row => row.text)}::text[]) v(id, text) where t.id = v.id`
  return rows.length === BATCH ? Number(rows.at(-1)?.id) : -1
}
