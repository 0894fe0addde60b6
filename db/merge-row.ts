import { asc, eq, inArray } from 'drizzle-orm'
import type { Tx } from '@/db/as'
import { companies, contactDetails, contacts } from '@/db/schema/company'
import { deals } from '@/db/schema/deal'
import { leads } from '@/db/schema/lead'
import type { Mergeable, MergeNoun } from '@/domain/merge/merge'
import type { Row } from '@/domain/merge/value'

/** One of the two, with all its columns; a contact with its details. */
export type MergeRow = Row &
  Mergeable & {
    id: number
    name: string
    version: number
    updatedAt: Date
    updatedBy: number
    teamIds?: number[]
    readerIds?: number[]
  }

const tables = { company: companies, contact: contacts, lead: leads, deal: deals }

/** The table of a noun, by the columns that all four have. */
export const tableOf = (noun: MergeNoun) => tables[noun] as unknown as typeof companies

/**
 * The records of these ids, in the order of their ids, those that the reader sees; held until the transaction ends with
 * `lock`, those that he may write.
 */
export async function mergeRows(
  tx: Tx,
  noun: MergeNoun,
  ids: readonly number[],
  lock = false,
): Promise<MergeRow[]> {
  const table = tableOf(noun)
  const asked = tx
    .select()
    .from(table)
    .where(inArray(table.id, [...ids]))
    .orderBy(asc(table.id))
  const rows = (await (lock ? asked.for('update') : asked)) as unknown as MergeRow[]
  if (noun !== 'contact') return rows
  const details = await tx
    .select()
    .from(contactDetails)
    .where(inArray(contactDetails.contactId, [...ids]))
  return rows.map(row => {
    const { phones = [], email = null, wechat = null } = details.find(one => one.contactId === row.id) ?? {}
    return { ...row, phones, email, wechat }
  })
}

/** Two numbers as two ids; null for what is not there, or not within sight. */
export async function mergeIds(tx: Tx, noun: MergeNoun, kept: string, other: string) {
  const table = tableOf(noun)
  const seen = await tx
    .select({ id: table.id, number: table.number })
    .from(table)
    .where(inArray(table.number, [kept, other]))
  const idOf = (number: string) => seen.find(one => one.number === number)?.id
  const ids = [idOf(kept), idOf(other)] as const
  return ids[0] && ids[1] ? { kept: ids[0], other: ids[1] } : null
}

/** The record that stands for one that was merged, through any number of merges; null where the reader does not see it. */
export async function standingFor(
  tx: Tx,
  noun: MergeNoun,
  id: number,
): Promise<{ id: number; number: string } | null> {
  const table = tableOf(noun)
  let at: number | null = id
  for (let steps = 0; at !== null && steps < 50; steps += 1) {
    const [row]: { id: number; number: string; mergedInto: number | null; deletedAt: Date | null }[] =
      await tx
        .select({
          id: table.id,
          number: table.number,
          mergedInto: table.mergedInto,
          deletedAt: table.deletedAt,
        })
        .from(table)
        .where(eq(table.id, at))
    if (!row) return null
    if (row.mergedInto === null) return row.deletedAt === null ? { id: row.id, number: row.number } : null
    at = row.mergedInto
  }
  return null
}
