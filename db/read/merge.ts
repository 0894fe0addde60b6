import { sql } from 'drizzle-orm'
import { as, type Tx } from '@/db/as'
import { pairOf } from '@/db/merge-pair'
import type { MergeRow } from '@/db/merge-row'
import { type Said, sayer } from '@/db/merge-said'
import { fieldsChanged } from '@/domain/merge/changed'
import { canBoth, presetOf, type Side } from '@/domain/merge/choose'
import { mergeFields } from '@/domain/merge/field'
import type { MergeNoun } from '@/domain/merge/merge'
import { isEmptyValue, sameValue } from '@/domain/merge/value'
import { done, type Outcome } from '@/domain/outcome'
import type { Permit } from '@/domain/policy/permit'

export type MergePermission = `${MergeNoun}.merge`
type Head = Pick<
  MergeRow,
  'id' | 'number' | 'name' | 'version' | 'updatedAt' | 'updatedBy' | 'deskId' | 'stage' | 'status'
> & {
  createdAt: Date
  createdBy: number
  caseOfficerId: number | null
}
/** A field of both, in the words of the log; `empty`: only the other has a value. */
export type FieldBeside = {
  key: string
  kept: Said
  other: Said
  same: boolean
  empty: boolean
  both: boolean
  preset: Side
}
export type MergePreview = {
  noun: MergeNoun
  kept: Head
  other: Head
  fields: FieldBeside[]
  /** How many living rows move, by table; `once`: what both have. */
  moves: Record<string, number>
  /** People of the other's team who join that of the kept one. */
  joining: number
  /** The moment of all this, for asking later what was changed since. */
  at: Date
  /** Fields of `asked.changed` that were changed after `asked.since`. */
  changed: string[]
}

/** Two records side by side, and what would move; or why this person does not merge them. */
export async function getMergePreview(
  permit: Permit<MergePermission>,
  asked: { kept: string; other: string; changed?: string | null; since?: Date | null },
): Promise<Outcome<MergePreview>> {
  const noun = nounOf(permit)
  return as(permit, 'read', async tx => {
    const pair = await pairOf(tx, noun, permit, asked)
    if ('no' in pair) return pair.no
    const { kept, other } = pair
    const say = await sayer(tx, noun, [kept, other])
    const [counted] = await tx.execute<{ moves: Record<string, number>; at: string }>(
      sql`select count_merge_links(${noun}, ${kept.id}, ${other.id}) as moves, now() as at`,
    )
    return done({
      noun,
      kept: headOf(kept),
      other: headOf(other),
      fields: mergeFields[noun].map(field => ({
        key: field.key,
        kept: say(field, kept),
        other: say(field, other),
        same: sameValue(field, kept, other),
        empty: isEmptyValue(field, kept) && isEmptyValue(field, other),
        both: canBoth(field, kept, other),
        preset: presetOf(field, kept, other),
      })),
      moves: counted?.moves ?? {},
      at: new Date(counted?.at ?? 0),
      changed: await changedFields(tx, noun, [kept, other], asked),
      joining: (other.teamIds ?? []).filter(id => !kept.teamIds?.includes(id)).length,
    })
  })
}

async function changedFields(
  tx: Tx,
  noun: MergeNoun,
  pair: readonly MergeRow[],
  { changed, since }: { changed?: string | null; since?: Date | null },
): Promise<string[]> {
  const record = pair.find(({ number }) => number === changed)
  if (!record || !since) return []
  const rows = await tx.execute<{ key: string }>(sql`
    select distinct key from log_entries l,
      jsonb_object_keys(case jsonb_typeof(l.details -> 'changes') when 'object' then l.details -> 'changes' else '{}' end) key
    where l.noun in (${noun}, ${`${noun}_detail`}) and l.record_id = ${record.id}
      and date_trunc('milliseconds', l.at) > ${since.toISOString()}::timestamptz`)
  return fieldsChanged(
    noun,
    rows.map(({ key }) => key),
  )
}

function headOf(row: MergeRow): Head {
  const { id, number, name, version, updatedAt, updatedBy, deskId, stage, status } = row
  const { createdAt, createdBy, caseOfficerId = null } = row as unknown as Head
  return {
    id,
    number,
    name,
    version,
    updatedAt,
    updatedBy,
    deskId,
    stage,
    status,
    createdAt,
    createdBy,
    caseOfficerId,
  }
}

const nounOf = (permit: Permit) => permit.permission.split('.')[0] as MergeNoun
