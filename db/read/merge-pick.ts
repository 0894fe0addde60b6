import { and, desc, eq, isNull, ne, or, type SQL, sql } from 'drizzle-orm'
import { as } from '@/db/as'
import { contains } from '@/db/contains'
import { tableOf } from '@/db/merge-row'
import { contacts } from '@/db/schema/company'
import type { MergeNoun } from '@/domain/merge/merge'
import type { Permit } from '@/domain/policy/permit'

export type MergePick = { number: string; name: string; updatedAt: Date }

/**
 * At most 20 others within sight that this one may be merged with: those with each word of the text; without a text
 * those that look like it: of the same name, or of the same company.
 */
export async function pickMerge(
  permit: Permit<`${MergeNoun}.merge`>,
  number: string,
  text: string,
): Promise<{ of: MergePick; picks: MergePick[] } | null> {
  const noun = permit.permission.split('.')[0] as MergeNoun
  const table = tableOf(noun)
  const columns = { number: table.number, name: table.name, updatedAt: table.updatedAt }
  return as(permit, 'read', async tx => {
    const [of] = await tx
      .select({ ...columns, id: table.id })
      .from(table)
      .where(and(eq(table.number, number), isNull(table.deletedAt)))
    if (!of) return null
    const picks = await tx
      .select(columns)
      .from(table)
      .where(
        and(isNull(table.deletedAt), ne(table.id, of.id), contains(noun, table.id, text) ?? like(noun, of)),
      )
      .orderBy(desc(table.updatedAt))
      .limit(20)
    return { of, picks }
  })
}

/* By what another of the same or a similar name finds it; the conditions of leads and deals are each served by an index. */
function like(noun: MergeNoun, { id, name }: { id: number; name: string }): SQL | undefined {
  switch (noun) {
    case 'company':
      return sql`match_keys && (select c.match_keys from companies c where c.id = ${id})`
    case 'contact':
      return or(
        eq(contacts.name, name),
        sql`company_id = (select c.company_id from contacts c where c.id = ${id})`,
      )
    case 'lead':
      return or(sameName(name), sql`company_id = (select c.company_id from leads c where c.id = ${id})`)
    case 'deal':
      return or(sameName(name), sql`company_id = (select c.company_id from deals c where c.id = ${id})`)
  }
}

const sameName = (name: string) => sql`name collate "zh-x-icu" = ${name}`
