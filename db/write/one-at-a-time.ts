import { sql } from 'drizzle-orm'
import type { Tx } from '@/db/as'

/** Until this transaction ends nobody else adds one of these: "is the name taken" stays true until it is written. */
export async function oneAtATime(
  tx: Tx,
  noun: 'user' | 'desk' | 'route' | 'industry' | 'procedure_template' | 'country' | 'rate' | 'tag' | 'cover',
) {
  await tx.execute(sql`select pg_advisory_xact_lock(4120263, hashtext(${noun}))`)
}
