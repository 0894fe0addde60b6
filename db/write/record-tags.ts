import { inArray, sql } from 'drizzle-orm'
import { record, type Tx, write } from '@/db/as'
import { tags as tagTable } from '@/db/schema/tag'
import { linkTags, tagsOf, unlinkTags } from '@/db/tag-links'
import { done, gone, type Outcome, refused } from '@/domain/outcome'
import type { Permit } from '@/domain/policy/permit'
import type { ChangeTagsInput, SetTagsInput } from '@/domain/tag/input'
import { MOST_TAGS_OF_RECORD, type TagNoun } from '@/domain/tag/tag'

type TagPermit = Permit<'lead.tag' | 'deal.tag' | 'company.tag'>
/** What was put on and taken off, by id: what an undo turns round. */
type Tagged = { number: string; added: number[]; removed: number[] }
type Answer = Promise<Outcome<Tagged>>

/** The tags of a record, all of them; the record itself, and its version, stay as they are. */
export async function setTags(permit: TagPermit, { number, tags }: SetTagsInput): Answer {
  return write(permit, tx => tagged(tx, permit, number, () => tags))
}

/** Some more, some less. What is on already, or off already, is no fault. */
export async function changeTags(permit: TagPermit, { number, add, remove }: ChangeTagsInput): Answer {
  return write(permit, tx =>
    tagged(tx, permit, number, before => [...before.filter(id => !remove.includes(id)), ...add]),
  )
}

async function tagged(
  tx: Tx,
  permit: TagPermit,
  number: string,
  after: (before: number[]) => readonly number[],
): Answer {
  const noun = permit.permission.split('.')[0] as TagNoun
  const held = await heldRecord(tx, noun, number)
  if (!('id' in held)) return held.no
  const { id } = held
  const before = (await tagsOf(tx, noun, [id])).get(id) ?? []
  const ids = before.map(tag => tag.id)
  const wanted = [...new Set(after(ids))]
  const added = wanted.filter(one => !ids.includes(one))
  const removed = ids.filter(one => !wanted.includes(one))
  if (wanted.length > Math.max(MOST_TAGS_OF_RECORD, ids.length))
    return refused('tag.refused.too_many', { values: { most: MOST_TAGS_OF_RECORD } })
  if (added.length + removed.length === 0) return done({ number, added, removed })
  const known = added.length
    ? await tx
        .select({ id: tagTable.id, name: tagTable.name })
        .from(tagTable)
        .where(inArray(tagTable.id, added))
    : []
  if (known.length < added.length) return refused('tag.refused.unknown')
  if (removed.length) await unlinkTags(tx, noun, id, removed)
  if (added.length) await linkTags(tx, noun, id, added)
  const kept = before.filter(tag => !removed.includes(tag.id)).map(tag => tag.name)
  const names = [before.map(tag => tag.name), [...kept, ...known.map(tag => tag.name)]]
  await record(tx, noun, id, { changes: { tags: names } })
  return done({ number, added, removed })
}

const tableOf = { lead: sql`leads`, deal: sql`deals`, company: sql`companies` } as const

/** As the locks of the nouns: not seen or deleted is gone, seen but not writable is refused, else it is held. */
async function heldRecord(
  tx: Tx,
  noun: TagNoun,
  number: string,
): Promise<{ id: number } | { no: Outcome<never> }> {
  const [seen] = await tx.execute<{ id: string; deleted: boolean }>(
    sql`select id, deleted_at is not null as deleted from ${tableOf[noun]} where number = ${number}`,
  )
  if (!seen || seen.deleted) return { no: gone() }
  const [held] = await tx.execute(
    sql`select id from ${tableOf[noun]} where id = ${seen.id}::bigint for update`,
  )
  return held ? { id: Number(seen.id) } : { no: refused('common.not_permitted') }
}
