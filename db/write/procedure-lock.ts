import { eq, sql } from 'drizzle-orm'
import type { PgUpdateSetSource } from 'drizzle-orm/pg-core'
import { record, type Tx } from '@/db/as'
import { deals } from '@/db/schema/deal'
import { procedures } from '@/db/schema/procedure'
import { conflict, gone, type Outcome, refused } from '@/domain/outcome'
import type { Permit } from '@/domain/policy/permit'
import { lastChange } from './last-change'

export type Procedure = typeof procedures.$inferSelect
type Deal = { id: number; number: string; deskId: number; teamIds: number[]; readerIds: number[] }
export type HeldProcedure = { step: Procedure; deal: Deal }

/**
 * The step, held, with its deal. Not seen, deleted or on a deleted deal is gone; seen but not writable is refused;
 * another version than the one on the screen is a conflict.
 */
export async function lockProcedure(
  tx: Tx,
  { id, version }: { id: number; version?: number },
  deleted = false,
): Promise<HeldProcedure | { no: Outcome<never> }> {
  const [seen] = await tx
    .select({ dealId: procedures.dealId, deletedAt: procedures.deletedAt })
    .from(procedures)
    .where(eq(procedures.id, id))
  if (!seen || (seen.deletedAt !== null) !== deleted) return { no: gone() }
  const [deal] = await tx
    .select({
      id: deals.id,
      number: deals.number,
      deskId: deals.deskId,
      teamIds: deals.teamIds,
      readerIds: deals.readerIds,
      deletedAt: deals.deletedAt,
    })
    .from(deals)
    .where(eq(deals.id, seen.dealId))
  if (!deal || deal.deletedAt) return { no: gone() }
  const [step] = await tx.select().from(procedures).where(eq(procedures.id, id)).for('update')
  if (!step) return { no: refused('common.not_permitted') }
  if (version !== undefined && step.version !== version) return { no: conflict(await theirs(tx, step)) }
  return { step, deal }
}

/** Some columns as the next version; answers it. */
export async function saveProcedure(
  tx: Tx,
  permit: Permit,
  { id, version }: Procedure,
  columns: PgUpdateSetSource<typeof procedures>,
): Promise<number> {
  await tx
    .update(procedures)
    .set({ ...columns, version: version + 1, updatedAt: sql`now()`, updatedBy: permit.actor.id })
    .where(eq(procedures.id, id))
  return version + 1
}

/** A line in the log of the deal: what was done with which of its steps. */
export const recordProcedure = (tx: Tx, { id, dealId, name }: Procedure, details: object = {}) =>
  record(tx, 'deal', dealId, { procedureId: id, procedure: name, ...details })

async function theirs(tx: Tx, step: Procedure) {
  const { name, agency, dueOn, officerId, documentNumber, note, version } = step
  const values = { name, agency, dueOn, officerId, documentNumber, note }
  return {
    values: Object.fromEntries(Object.entries(values).map(([key, value]) => [key, String(value ?? '')])),
    version,
    ...(await lastChange(tx, step)),
  }
}
