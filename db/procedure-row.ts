import { asc, eq, type SQL, sql } from 'drizzle-orm'
import type { Tx } from '@/db/as'
import { deals } from '@/db/schema/deal'
import { procedures } from '@/db/schema/procedure'

/** An open step as a list of several deals shows it. `officerId` is whoever sees to it: its own officer, else the deal's. */
export type DueProcedure = Awaited<ReturnType<typeof dueProcedureRows>>[number]

/** Open steps of living, active deals that a condition on both picks, the longest overdue first. */
export async function dueProcedureRows(tx: Tx, which: SQL | undefined, limit: number) {
  return tx
    .select({
      id: procedures.id,
      name: procedures.name,
      names: procedures.names,
      agency: procedures.agency,
      mandatory: procedures.mandatory,
      dueOn: procedures.dueOn,
      officerId: sql<number | null>`coalesce(${procedures.officerId}, ${deals.caseOfficerId})`.mapWith(
        Number,
      ),
      deskId: procedures.deskId,
      number: deals.number,
      deal: deals.name,
      dealNames: deals.names,
    })
    .from(procedures)
    .innerJoin(deals, eq(deals.id, procedures.dealId))
    .where(which)
    .orderBy(asc(procedures.dueOn), asc(procedures.id))
    .limit(limit)
}
