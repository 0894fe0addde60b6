import { sql } from 'drizzle-orm'
import type { Tx } from '@/db/as'
import type { BulkPermission } from '@/domain/bulk/bulk'
import type { TagNoun } from '@/domain/tag/tag'

/** A record as a run finds it: its name, and what the verbs change, where it has that. */
export type BulkRow = {
  id: number
  number: string
  name: string
  version: number
  officerId: number | null
  deskId: number | null
  /** Of a deal its status, of a lead its stage. */
  state: string | null
  teamIds: number[]
  readerIds: number[]
}

/** A record that changes, with what its undo needs: how it was, and its version afterwards. */
export type BulkChanged = BulkRow & { after: number; tags?: { added: number[]; removed: number[] } }
/** One that does not, and why. Of one that is not there, or not one's own to see, only the number stands. */
export type BulkKept = {
  number: string
  name: string | null
  reason: string
  values?: Record<string, unknown>
}
/** What came of a run. */
export type BulkAnswer = { permission: BulkPermission; changed: BulkChanged[]; kept: BulkKept[] }

const case_ = sql`case_officer_id as officer, desk_id as desk, team_ids as team, reader_ids as readers`
const from = {
  lead: sql`${case_}, stage as state from leads`,
  deal: sql`${case_}, status as state from deals`,
  company: sql`null::bigint as officer, null::bigint as desk, '{}'::bigint[] as team, '{}'::bigint[] as readers, null as state from companies`,
} as const

type Line = {
  id: string
  number: string
  name: string
  version: number
  officer: string | null
  desk: string | null
  state: string | null
  team: string[]
  readers: string[]
}

/** These records as one sees them, in the order of their ids; deleted ones are not there. */
export async function bulkRows(
  tx: Tx,
  noun: TagNoun,
  by: { numbers: readonly string[] } | { ids: readonly number[] },
) {
  const which =
    'ids' in by
      ? sql`id = any(${`{${by.ids.join(',')}}`}::bigint[])`
      : sql`number = any(${`{${by.numbers.join(',')}}`}::text[])`
  const lines = await tx.execute<Line>(
    sql`select id, number, name, version, ${from[noun]} where ${which} and deleted_at is null order by id`,
  )
  return lines.map(rowOf)
}

/** Those of them that this permit writes, held until the transaction ends: their ids, always in one order. */
export async function holdRows(tx: Tx, noun: TagNoun, numbers: readonly string[]): Promise<Set<string>> {
  const table = { lead: sql`leads`, deal: sql`deals`, company: sql`companies` }[noun]
  const held = await tx.execute<{ number: string }>(sql`
    select number from ${table} where number = any(${`{${numbers.join(',')}}`}::text[]) and deleted_at is null
    order by id for update`)
  return new Set(held.map(({ number }) => number))
}

const rowOf = ({ id, officer, desk, team, readers, ...line }: Line): BulkRow => ({
  ...line,
  id: Number(id),
  officerId: officer === null ? null : Number(officer),
  deskId: desk === null ? null : Number(desk),
  teamIds: team.map(Number),
  readerIds: readers.map(Number),
})
