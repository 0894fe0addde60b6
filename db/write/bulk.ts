import { record, type Tx, together } from '@/db/as'
import { type BulkAnswer, type BulkChanged, type BulkRow, bulkRows, holdRows } from '@/db/bulk-rows'
import type { BulkItem, BulkPermission } from '@/domain/bulk/bulk'
import type { BulkInput } from '@/domain/bulk/input'
import { conflict, done, type Outcome, parseInput, type Refused, refused } from '@/domain/outcome'
import type { Permit } from '@/domain/policy/permit'
import type { TagNoun } from '@/domain/tag/tag'
import { bulkWrites } from './bulk-verb'

type BulkPermit = Permit<BulkPermission>
/** What the run would change and what it would not: all of it is done, and thrown away. */
export async function previewBulk(permit: BulkPermit, input: BulkInput): Promise<Outcome<never, BulkAnswer>> {
  return together(permit, input.mark, async tx => {
    const answer = await run(tx, permit, input)
    return 'kind' in answer ? answer : conflict(answer)
  })
}

/**
 * Does to each record what its verb does, in one transaction: those that may change do, the others are named with the
 * reason; with `whole` none changes unless all may. Sent twice it is done once.
 */
export async function applyBulk(permit: BulkPermit, input: BulkInput): Promise<Outcome<BulkAnswer>> {
  return together(permit, input.mark, async tx => {
    const answer = await run(tx, permit, input)
    if ('kind' in answer) return answer
    const { changed, kept } = answer
    const [first] = kept
    if (changed.length === 0 || (input.whole && first)) return noneOf(answer)
    await record(tx, 'bulk', null, { changed: changed.length, kept: kept.length })
    return done(answer)
  })
}

function noneOf({ changed, kept }: BulkAnswer): Refused {
  const values = { count: kept.length, number: kept[0]?.number ?? '' }
  return refused(changed.length === 0 ? 'bulk.refused.nothing' : 'bulk.refused.whole', { values })
}

async function run(tx: Tx, permit: BulkPermit, { items, fields }: BulkInput) {
  const { permission } = permit
  const { schema, run } = bulkWrites[permission]
  const asked = parseInput(schema, { ...fields, ...items[0] })
  if (asked.kind !== 'done') return asked
  const noun = permission.split('.')[0] as TagNoun
  const numbers = items.map(item => item.number)
  const held = await holdRows(tx, noun, numbers)
  const rows = new Map((await bulkRows(tx, noun, { numbers })).map(row => [row.number, row]))
  const answer: BulkAnswer = { permission, changed: [], kept: [] }
  for (const item of inOrder(items, rows)) {
    const row = rows.get(item.number)
    const keep = (reason: string, values?: Record<string, unknown>) =>
      answer.kept.push({ number: item.number, name: row?.name ?? null, reason, ...(values && { values }) })
    if (!row) keep('bulk.kept.gone')
    else if (held.has(row.number) && row.version !== item.version) keep('bulk.kept.changed')
    else {
      const outcome = await run(permit as never, { ...asked.value, ...item } as never)
      if (outcome.kind === 'done')
        answer.changed.push({ ...row, after: row.version, ...tagsIn(outcome.value) })
      else if (outcome.kind === 'refused') keep(outcome.reason, outcome.values)
      else if (outcome.kind === 'invalid') keep(...firstOf(outcome.fields))
      else keep(outcome.kind === 'gone' ? 'bulk.kept.gone' : 'bulk.kept.changed')
    }
  }
  return settled(tx, noun, answer)
}

/** Their versions as they are now; who had the officer or the tags already was not changed. */
async function settled(tx: Tx, noun: TagNoun, answer: BulkAnswer): Promise<BulkAnswer> {
  const now = await bulkRows(tx, noun, { ids: answer.changed.map(row => row.id) })
  const versions = new Map(now.map(row => [row.id, row.version]))
  const changed = answer.changed
    .map(row => ({ ...row, after: versions.get(row.id) ?? row.version }))
    .filter(({ tags, after, version }) => {
      if (tags) return tags.added.length + tags.removed.length > 0
      return after !== version || !answer.permission.endsWith('.assign')
    })
  const kept = answer.changed
    .filter(row => !changed.some(({ id }) => id === row.id))
    .map(({ number, name }) => ({ number, name, reason: 'bulk.kept.already' }))
  return { ...answer, changed, kept: [...answer.kept, ...kept] }
}

/* In the order in which they are held, so that two runs never wait for one another crosswise. */
function inOrder(items: readonly BulkItem[], rows: ReadonlyMap<string, BulkRow>): BulkItem[] {
  const place = (item: BulkItem) => rows.get(item.number)?.id ?? Number.MAX_SAFE_INTEGER
  return [...items].sort((one, other) => place(one) - place(other))
}

function tagsIn(value: unknown): Pick<BulkChanged, 'tags'> {
  const { added, removed } = (value ?? {}) as { added?: number[]; removed?: number[] }
  return added && removed ? { tags: { added, removed } } : {}
}

function firstOf(fields: Record<string, { reason: string; values?: Record<string, unknown> }>) {
  const [said] = Object.values(fields)
  return [said?.reason ?? 'input.unreadable', said?.values] as const
}
