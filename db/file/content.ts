import { sql } from 'drizzle-orm'
import { as } from '@/db/as'
import type { Permit } from '@/domain/policy/permit'
import type { Arrival } from './arrival'
import { store } from './chosen'
import type { ByteRange } from './store'

/**
 * Keeps what arrived under its digest, for a row that is going to refer to it (a foreign key on `contents`). It is said
 * in the database first, so that whatever is killed in between is found and collected; called outside of a transaction,
 * within a day before the row is written.
 */
export async function keepContent(permit: Permit, { digest, size, path }: Arrival): Promise<void> {
  await as(permit, 'write', tx => tx.execute(sql`select claim_content(${digest}, ${size})`))
  const kept = store()
  if (!(await kept.exists(digest))) await kept.put(digest, path)
}

/** The bytes of a content; whose row refers to it has asked who may have it. Null: lost. */
export const openContent = (digest: string, range?: ByteRange) => store().get(digest, range)
