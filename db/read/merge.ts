import { and, desc, eq, isNull, sql } from 'drizzle-orm'
import { as, type Tx } from '@/db/as'
import { type MergeRow, type Said, sayer, standingFor, tableOf } from '@/db/merge-row'
import { merges } from '@/db/schema/merge'
import { pairOf } from '@/db/merge-pair'
import { canBoth, isEmptyValue, presetOf, type Side, sameValue } from '@/domain/merge/choose'
import { mergeFields } from '@/domain/merge/field'
import { type MergeNoun, UNDO_DAYS } from '@/domain/merge/merge'
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
}

/** Two records side by side, and what would move; or why this person does not merge them. */
export async function getMergePreview(
  permit: Permit<MergePermission>,
  asked: { kept: string; other: string },
): Promise<Outcome<MergePreview>> {
  const noun = nounOf(permit)
  return as(permit, 'read', async tx => {
    const pair = await pairOf(tx, noun, permit, asked)
    if ('no' in pair) return pair.no
    const { kept, other } = pair
    const say = await sayer(tx, noun, [kept, other])
    const [counted] = await tx.execute<{ moves: Record<string, number> }>(
      sql`select count_merge_links(${noun}, ${kept.id}, ${other.id}) as moves`,
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
      joining: (other.teamIds ?? []).filter(id => !kept.teamIds?.includes(id)).length,
    })
  })
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

export type MergedHere = Awaited<ReturnType<typeof mergedHere>>[number]
const MOST = 20

/** What was merged into this record and still is, newest first; `late`: it is not undone any more. */
export async function mergedHere(permit: Permit<`${MergeNoun}.read`>, id: number) {
  const noun = nounOf(permit)
  const table = tableOf(noun)
  return as(permit, 'read', tx =>
    tx
      .select({
        id: merges.id,
        number: table.number,
        name: table.name,
        mergedAt: merges.mergedAt,
        mergedBy: merges.mergedBy,
        moved: merges.moved,
        late: sql<boolean>`merged_at < now() - make_interval(days => ${UNDO_DAYS})`,
      })
      .from(merges)
      .innerJoin(table, eq(table.id, merges.mergedId))
      .where(and(eq(merges.noun, noun), eq(merges.keptId, id), isNull(merges.undoneAt)))
      .orderBy(desc(merges.id))
      .limit(MOST),
  )
}

/** The number of the record that stands for a merged one; null where there is none within the reader's sight. */
export async function mergedInto(permit: Permit<`${MergeNoun}.read`>, id: number): Promise<string | null> {
  return as(permit, 'read', async tx => (await standingFor(tx, nounOf(permit), id))?.number ?? null)
}

const nounOf = (permit: Permit) => permit.permission.split('.')[0] as MergeNoun
