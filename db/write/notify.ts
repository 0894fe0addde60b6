import { sql } from 'drizzle-orm'
import type { Tx } from '@/db/as'
import {
  keptDetails,
  type NotificationDetails,
  type NotificationKind,
  type NotificationNoun,
} from '@/domain/notification/notification'

type Notice = {
  kind: NotificationKind
  /** Account ids; whoever does it and disabled accounts are left out, doubles do no harm. */
  to: readonly (number | null)[]
  noun: NotificationNoun
  recordId: number | null
  details?: NotificationDetails
}

/**
 * Tells people of something, in the transaction of the write itself: rolled back, nobody was told. May be said for
 * records that they do not see: they get what `details` says, and no more.
 */
export async function notify(tx: Tx, { kind, to, noun, recordId, details = {} }: Notice): Promise<void> {
  const ids = to.filter(id => id !== null)
  if (ids.length === 0) return
  const kept = JSON.stringify(keptDetails(details))
  await tx.execute(
    sql`select notify(${kind}, ${`{${ids.join(',')}}`}::bigint[], ${noun}, ${recordId}, ${kept}::jsonb)`,
  )
}

/** Those to whom a lead or deal was given, or who are asked to help with it. */
export function tellAssigned(
  tx: Tx,
  noun: 'lead' | 'deal',
  { id, number, name }: { id: number; number: string; name: string },
  to: readonly (number | null)[],
  as: 'officer' | 'member',
) {
  return notify(tx, { kind: 'assigned', to, noun, recordId: id, details: { number, name, as } })
}

/** The same for many records at once, each with the one to whom it was given. */
export async function tellAllAssigned(
  tx: Tx,
  noun: 'lead' | 'deal',
  rows: readonly { id: number; number: string; name: string; to: number }[],
): Promise<void> {
  if (rows.length === 0) return
  const lines = rows.map(({ id, number, name, to }) => ({
    id,
    to,
    details: keptDetails({ number, name, as: 'officer' }),
  }))
  await tx.execute(sql`
    select count(n) from jsonb_to_recordset(${JSON.stringify(lines)}::jsonb) l(id bigint, "to" bigint, details jsonb),
      lateral (select notify('assigned', array[l."to"], ${noun}, l.id, l.details) as n) said`)
}

/** Who decides for this desk what somebody else proposes: its heads and the director. */
export async function decidersOf(tx: Tx, deskId: number): Promise<number[]> {
  const [row] = await tx.execute<{ ids: string[] }>(sql`select deciders_of(${deskId}) as ids`)
  return (row?.ids ?? []).map(Number)
}
