import { type SQL, sql } from 'drizzle-orm'
import type { Tx } from '@/db/as'
import type { Tag, TagNoun } from '@/domain/tag/tag'

/* The links of a noun: their table and its column, never anything typed. */
const table: Record<TagNoun, SQL> = {
  lead: sql`lead_tags`,
  deal: sql`deal_tags`,
  company: sql`company_tags`,
}
const key: Record<TagNoun, SQL> = { lead: sql`lead_id`, deal: sql`deal_id`, company: sql`company_id` }

export const bigints = (ids: readonly number[]): SQL => sql`${`{${ids.join(',')}}`}::bigint[]`

/** The condition that the record of this id bears any of these tags. */
export const bears = (noun: TagNoun, id: SQL, tags: readonly number[]): SQL =>
  sql`${id} = any((select tagged_ids(${noun}, ${bigints(tags)}))::bigint[])`

/** The tags of these records, each by its name; one query. */
export async function tagsOf(tx: Tx, noun: TagNoun, ids: readonly number[]): Promise<Map<number, Tag[]>> {
  const found = new Map<number, Tag[]>()
  if (ids.length === 0) return found
  const rows = await tx.execute<{ record: string; id: string; name: string; colour: number }>(sql`
    select l.${key[noun]} as record, t.id, t.name, t.colour from ${table[noun]} l join tags t on t.id = l.tag_id
    where l.${key[noun]} = any(${bigints(ids)}) order by t.name collate "zh-x-icu", t.id`)
  for (const { record, id, name, colour } of rows) {
    const tags = found.get(Number(record)) ?? []
    found.set(Number(record), [...tags, { id: Number(id), name, colour }])
  }
  return found
}

/** Rows with their tags, for a list that shows them and for its file. */
export async function withTags<R extends { id: number }>(
  tx: Tx,
  noun: TagNoun,
  rows: readonly R[],
): Promise<(R & { tags: Tag[] })[]> {
  const tags = await tagsOf(
    tx,
    noun,
    rows.map(row => row.id),
  )
  return rows.map(row => ({ ...row, tags: tags.get(row.id) ?? [] }))
}

export const linkTags = (tx: Tx, noun: TagNoun, id: number, tags: readonly number[]) =>
  tx.execute(
    sql`insert into ${table[noun]} (${key[noun]}, tag_id) select ${id}::bigint, unnest(${bigints(tags)})`,
  )

export const unlinkTags = (tx: Tx, noun: TagNoun, id: number, tags: readonly number[]) =>
  tx.execute(sql`delete from ${table[noun]} where ${key[noun]} = ${id} and tag_id = any(${bigints(tags)})`)

/** A tag of a record. */
type TagLink = { id: number; tag: number }

const linksIn = (links: readonly TagLink[]) =>
  sql`jsonb_to_recordset(${JSON.stringify(links)}::jsonb) n(id bigint, tag bigint)`

/** Puts tags on many records by one statement; one that is no more is passed over. */
export async function linkAllTags(tx: Tx, noun: TagNoun, links: readonly TagLink[]): Promise<void> {
  if (links.length === 0) return
  await tx.execute(sql`
    insert into ${table[noun]} (${key[noun]}, tag_id) select n.id, t.id from ${linksIn(links)} join tags t on t.id = n.tag`)
}

/** Takes tags off many records by one statement. */
export async function unlinkAllTags(tx: Tx, noun: TagNoun, links: readonly TagLink[]): Promise<void> {
  if (links.length === 0) return
  await tx.execute(sql`
    delete from ${table[noun]} l using ${linksIn(links)} where l.${key[noun]} = n.id and l.tag_id = n.tag`)
}

/** All that bears one tag bears the other, or (`into` null) none. */
export async function moveLinks(tx: Tx, from: number, into: number | null): Promise<void> {
  for (const noun of ['lead', 'deal', 'company'] as const) {
    if (into !== null)
      await tx.execute(sql`
        insert into ${table[noun]} (${key[noun]}, tag_id) select l.${key[noun]}, ${into}::bigint from ${table[noun]} l
        where l.tag_id = ${from} and not exists (
          select 1 from ${table[noun]} o where o.${key[noun]} = l.${key[noun]} and o.tag_id = ${into})`)
    await tx.execute(sql`delete from ${table[noun]} where tag_id = ${from}`)
  }
}
