import { asc, eq, sql } from 'drizzle-orm'
import { record, type Tx, write } from '@/db/as'
import { tags } from '@/db/schema/tag'
import { moveLinks } from '@/db/tag-links'
import { conflict, done, gone, invalidField, type Outcome } from '@/domain/outcome'
import type { Permit } from '@/domain/policy/permit'
import type { CreateTagInput, DeleteTagInput, EditTagInput, MergeTagInput } from '@/domain/tag/input'
import { MOST_TAGS, tagKey } from '@/domain/tag/tag'
import { changesBetween } from './change'
import { oneAtATime } from './one-at-a-time'

/** A word for everybody. There is one of each key, and no more than can be read through. */
export async function createTag(
  permit: Permit<'tag.create'>,
  { name, colour }: CreateTagInput,
): Promise<Outcome<{ id: number }>> {
  return write(permit, async tx => {
    const all = await allTags(tx)
    const taken = all.find(tag => tag.key === tagKey(name))
    if (taken) return invalidField('name', 'tag.taken', { name: taken.name })
    if (all.length >= MOST_TAGS) return invalidField('name', 'tag.too_many', { most: MOST_TAGS })
    const values = { name, key: tagKey(name), colour, createdBy: permit.actor.id }
    const [made] = await tx.insert(tags).values(values).returning({ id: tags.id })
    const id = Number(made?.id)
    await record(tx, 'tag', id, { name })
    return done({ id })
  })
}

/** Another name or colour; whatever bears it bears it still. */
export async function editTag(
  permit: Permit<'tag.edit'>,
  { id, version, name, colour }: EditTagInput,
): Promise<Outcome> {
  return write(permit, async tx => {
    const all = await allTags(tx)
    const found = all.find(tag => tag.id === id)
    if (!found) return gone()
    const before = { name: found.name, colour: found.colour }
    if (found.version !== version) return conflict({ version: found.version, values: before })
    const taken = all.find(tag => tag.key === tagKey(name) && tag.id !== id)
    if (taken) return invalidField('name', 'tag.taken', { name: taken.name })
    const changes = changesBetween(before, { name, colour })
    if (Object.keys(changes).length === 0) return done()
    await tx
      .update(tags)
      .set({ name, colour, key: tagKey(name), version: version + 1, updatedAt: sql`now()` })
      .where(eq(tags.id, id))
    await record(tx, 'tag', id, { changes })
    return done()
  })
}

/** Two words for one thing: all that bears the one bears the other. */
export async function mergeTag(permit: Permit<'tag.merge'>, { id, into }: MergeTagInput): Promise<Outcome> {
  return write(permit, async tx => {
    const all = await allTags(tx)
    const from = all.find(tag => tag.id === id)
    if (!from) return gone()
    const kept = all.find(tag => tag.id === into)
    if (!kept || into === id) return invalidField('into', 'input.not_offered')
    await moveLinks(tx, id, into)
    await tx.delete(tags).where(eq(tags.id, id))
    await record(tx, 'tag', into, { changes: { name: [from.name, kept.name] } })
    return done()
  })
}

/** Off everything that bears it. */
export async function deleteTag(permit: Permit<'tag.delete'>, { id }: DeleteTagInput): Promise<Outcome> {
  return write(permit, async tx => {
    const found = (await allTags(tx)).find(tag => tag.id === id)
    if (!found) return gone()
    await moveLinks(tx, id, null)
    await tx.delete(tags).where(eq(tags.id, id))
    await record(tx, 'tag', id, { name: found.name })
    return done()
  })
}

/** In the order of their ids, each held: whether a name is free stays true until it is written. */
async function allTags(tx: Tx) {
  await oneAtATime(tx, 'tag')
  return tx.select().from(tags).orderBy(asc(tags.id)).for('update')
}
