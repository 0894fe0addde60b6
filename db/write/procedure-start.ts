import { and, asc, eq, inArray, isNull, sql } from 'drizzle-orm'
import type { Tx } from '@/db/as'
import { procedures, procedureTemplates } from '@/db/schema/procedure'
import type { ZoneRules } from '@/db/zone'
import type { Permit } from '@/domain/policy/permit'
import { dueDays } from '@/domain/procedure/procedure'

/**
 * The steps of the administrator's list on a deal, all of it or these; what it has already stays. Days are counted from
 * today, each step's from the last of those before it. Answers the names of what was added.
 */
export async function startProcedures(
  tx: Tx,
  permit: Permit<'deal.move' | 'procedure.create'>,
  dealId: number,
  { today, calendar }: ZoneRules,
  which: readonly number[] | 'all',
): Promise<string[]> {
  const templates = await tx
    .select()
    .from(procedureTemplates)
    .where(
      and(
        eq(procedureTemplates.active, true),
        which === 'all' ? undefined : inArray(procedureTemplates.id, [...which]),
      ),
    )
    .orderBy(asc(procedureTemplates.position), asc(procedureTemplates.id))
  const present = await tx
    .select({ id: procedures.id, templateId: procedures.templateId })
    .from(procedures)
    .where(and(eq(procedures.dealId, dealId), isNull(procedures.deletedAt)))
  const added = templates.filter(({ id }) => !present.some(one => one.templateId === id))
  if (added.length === 0) return []
  const due = dueDays(added, today, calendar)
  const rows = await tx
    .insert(procedures)
    .values(
      added.map(({ id, name, names, agency, mandatory }, at) => ({
        ...{ dealId, templateId: id, name, names, agency, mandatory },
        position: present.length + at,
        dueOn: due.get(id) ?? null,
        createdBy: permit.actor.id,
        updatedBy: permit.actor.id,
      })),
    )
    .returning({ id: procedures.id, templateId: procedures.templateId })
  await link(tx, added, [...present, ...rows])
  return added.map(({ name }) => name)
}

/** What comes before what: the order of the templates, said of the steps that were made of them. */
async function link(
  tx: Tx,
  added: readonly { id: number; afterIds: number[] }[],
  steps: readonly { id: number; templateId: number | null }[],
) {
  const stepOf = new Map(steps.map(({ id, templateId }) => [templateId, id]))
  const lines = added.flatMap(({ id, afterIds }) => {
    const after = afterIds.flatMap(one => stepOf.get(one) ?? [])
    return after.length > 0 ? [{ id: stepOf.get(id), after }] : []
  })
  if (lines.length === 0) return
  const values = lines.map(({ id, after }) => sql`(${id}::bigint, ${`{${after.join(',')}}`}::bigint[])`)
  await tx.execute(sql`
    update procedures p set after_ids = v.after from (values ${sql.join(values, sql`, `)}) v(id, after) where p.id = v.id`)
}

/** A move that is undone takes back the steps that it brought, those that nobody has touched since. */
export async function takeBackProcedures(tx: Tx, permit: Permit<'deal.undo_move'>, dealId: number) {
  await tx
    .update(procedures)
    .set({ deletedAt: sql`now()`, deletedBy: permit.actor.id })
    .where(
      and(
        eq(procedures.dealId, dealId),
        isNull(procedures.deletedAt),
        eq(procedures.version, 1),
        eq(procedures.createdBy, permit.actor.id),
        // entered in the moment of the move whose line this transaction has taken back
        sql`created_at in (select recorded_at from deal_facts where deal_id = ${dealId} and fact = 'stage' and superseded_at = now())`,
      ),
    )
}
