import { recordAll } from '@/db/as'
import { linkAllTags, unlinkAllTags } from '@/db/tag-links'
import { BETWEEN } from '@/domain/import/said'
import type { FieldErrors } from '@/domain/outcome'
import { MOST_TAGS_OF_RECORD, type TagNoun } from '@/domain/tag/tag'
import type { Known, KnownTag } from './known'
import type { Batch, Draft, Made, Planned, TagChange } from './row'

/** What a cell says of tags: those on the bureau's list, no new ones; null where it says nothing. */
export function tagsSaid(
  known: Known,
  said: string | undefined,
  before: readonly KnownTag[],
): TagChange | FieldErrors[string] | null {
  if (said === undefined) return null
  const after = new Map<number, KnownTag>()
  for (const name of said.split(BETWEEN).filter(Boolean)) {
    const tag = known.tag(name)
    if (typeof tag === 'string') return { reason: 'import.name.no_tag', values: { text: name.slice(0, 60) } }
    after.set(tag.id, tag)
  }
  const most = MOST_TAGS_OF_RECORD
  if (after.size > Math.max(most, before.length)) return { reason: 'tag.refused.too_many', values: { most } }
  return { before, after: [...after.values()] }
}

export function withTags<D extends Draft<unknown>>(draft: D, tags: ReturnType<typeof tagsSaid>): D {
  if (tags && 'reason' in tags) return { ...draft, errors: { ...draft.errors, tags } }
  return { ...draft, tags }
}

/** In one order, so that the same tags read the same. */
export const namesOf = (tags: readonly KnownTag[]): string =>
  [...tags]
    .sort((one, other) => one.id - other.id)
    .map(({ name }) => name)
    .join(', ')

type Row = Pick<Planned<unknown>, 'at' | 'tags' | 'changes' | 'found'>

/** True where more of a record changes than its tags: then it gets its next version. */
export const changesFields = ({ changes }: Pick<Row, 'changes'>): boolean =>
  Object.keys(changes ?? {}).some(key => key !== 'tags')

/**
 * Puts tags on and takes them off, with their line in the log; a record that changes in nothing else keeps its version.
 * Answers what was made and changed, each with the tags that it bore.
 */
export async function writeTags(
  { tx }: Batch,
  noun: TagNoun | 'contact',
  made: readonly Made[],
  rows: readonly Row[],
): Promise<Made[]> {
  if (noun === 'contact') return [...made]
  const madeAt = new Map(made.filter(one => one.noun === noun).map(one => [one.at, one]))
  const changes = rows.flatMap(({ at, tags, found }) => {
    const id = madeAt.get(at)?.id ?? found?.id
    if (!tags || id === undefined) return []
    const [before, after] = [tags.before.map(tag => tag.id), tags.after.map(tag => tag.id)]
    const on = after.filter(tag => !before.includes(tag))
    const off = before.filter(tag => !after.includes(tag))
    return on.length + off.length === 0 ? [] : [{ at, id, on, off, tags, found }]
  })
  await unlinkAllTags(
    tx,
    noun,
    changes.flatMap(({ id, off }) => off.map(tag => ({ id, tag }))),
  )
  await linkAllTags(
    tx,
    noun,
    changes.flatMap(({ id, on }) => on.map(tag => ({ id, tag }))),
  )
  await recordAll(
    tx,
    noun,
    changes.map(({ id, tags: { before, after } }) => ({
      id,
      details: { changes: { tags: [before.map(tag => tag.name), after.map(tag => tag.name)] } },
    })),
  )
  const borne = new Map(changes.map(({ at, tags }) => [at, tags.before.map(tag => tag.id)]))
  const alone = changes.flatMap(({ at, id, found }) =>
    found && !madeAt.has(at)
      ? [{ at, noun, id, version: found.version, created: false, before: { tags: borne.get(at) ?? [] } }]
      : [],
  )
  const marked = made.map(one => {
    const tags = one.noun === noun && !one.created ? borne.get(one.at) : undefined
    return tags ? { ...one, before: { ...one.before, tags } } : one
  })
  return [...marked, ...alone]
}
