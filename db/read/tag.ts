import { asc, sql } from 'drizzle-orm'
import { as } from '@/db/as'
import { tags } from '@/db/schema/tag'
import { tagsOf } from '@/db/tag-links'
import type { Permit } from '@/domain/policy/permit'
import type { Tag, TagNoun } from '@/domain/tag/tag'

export type TagSetting = Tag & { version: number; leads: number; deals: number; companies: number }

type Uses = { tag_id: string; leads: string; deals: string; companies: string }

/** All tags by name, with how many records bear each, within reach or not: who may merge and delete them must know. */
export async function listTags(permit: Permit<'tag.edit'>): Promise<TagSetting[]> {
  return as(permit, 'read', async tx => {
    const all = await tx
      .select()
      .from(tags)
      .orderBy(asc(sql`${tags.name} collate "zh-x-icu"`), asc(tags.id))
    const uses = await tx.execute<Uses>(sql`select * from tag_uses()`)
    const of = new Map(uses.map(use => [Number(use.tag_id), use]))
    return all.map(({ id, name, colour, version }) => {
      const use = of.get(id)
      const count = (key: 'leads' | 'deals' | 'companies') => Number(use?.[key] ?? 0)
      const counts = { leads: count('leads'), deals: count('deals'), companies: count('companies') }
      return { id, name, colour, version, ...counts }
    })
  })
}

/** The tags of one record (none where the reader does not see it), and all that there are to put on. */
export async function getTags(
  permit: Permit<'lead.read' | 'deal.read' | 'company.read'>,
  of: { noun: TagNoun; id: number },
): Promise<{ on: Tag[]; all: Tag[] }> {
  return as(permit, 'read', async tx => {
    const on = (await tagsOf(tx, of.noun, [of.id])).get(of.id) ?? []
    const all = await tx
      .select({ id: tags.id, name: tags.name, colour: tags.colour })
      .from(tags)
      .orderBy(asc(sql`${tags.name} collate "zh-x-icu"`), asc(tags.id))
    return { on, all }
  })
}
