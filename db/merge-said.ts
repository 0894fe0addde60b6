import { inArray } from 'drizzle-orm'
import type { Tx } from '@/db/as'
import { companies, contacts } from '@/db/schema/company'
import { events } from '@/db/schema/event'
import { leads } from '@/db/schema/lead'
import { type MergeField, mergeFields } from '@/domain/merge/field'
import type { MergeNoun } from '@/domain/merge/merge'
import type { Row } from '@/domain/merge/value'

/** What a field says, by the names of the log: amounts as {minor, currency}, records by their names. */
export type Said = [name: string, value: unknown][]

/** Says the fields of some records: the names of what they point at are asked once. */
export async function sayer(tx: Tx, noun: MergeNoun, rows: readonly Row[]) {
  const named = await linkNames(tx, noun, rows)
  return (field: MergeField, row: Row): Said => {
    const [first = ''] = field.columns
    if (field.locale) return [[field.key, (row.names as Row | null)?.[field.locale] ?? null]]
    if (field.link) {
      const name = named.get(`${field.link} ${row[first]}`) ?? null
      return [[noun === 'lead' || noun === 'deal' ? field.key.replace(/Id$/, '') : field.key, name]]
    }
    if (first.endsWith('Minor')) return [[field.key, amountSaid(field.key, row)]]
    if (first.endsWith('Cny'))
      return [[first, row[first] === null ? null : { minor: String(row[first]), currency: 'CNY' }]]
    if (field.both === 'list') return [[field.key, (row[first] as string[]).join(', ') || null]]
    return field.columns.slice(0, field.by).map(column => [column, row[column] ?? null])
  }
}

function amountSaid(key: string, row: Row): unknown {
  if (key === 'total' && row.totalNotStated === true) return { notStated: true }
  const minor = row[`${key}Minor`]
  return minor === null ? null : { minor: String(minor), currency: row[`${key}Currency`] }
}

const linked = { company: companies, contact: contacts, event: events, lead: leads }

async function linkNames(tx: Tx, noun: MergeNoun, rows: readonly Row[]): Promise<Map<string, string>> {
  const names = new Map<string, string>()
  for (const { link, columns } of mergeFields[noun]) {
    const ids = [...new Set(rows.map(row => row[columns[0] ?? '']).filter(id => typeof id === 'number'))]
    if (!link || ids.length === 0) continue
    const table = linked[link] as typeof companies
    const found = await tx
      .select({ id: table.id, name: table.name })
      .from(table)
      .where(inArray(table.id, ids))
    for (const { id, name } of found) names.set(`${link} ${id}`, name)
  }
  return names
}
