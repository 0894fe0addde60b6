import { and, asc, eq, isNull, type SQL, sql } from 'drizzle-orm'
import { as, type Tx } from '@/db/as'
import { type DueProcedure, dueProcedureRows } from '@/db/procedure-row'
import { deals } from '@/db/schema/deal'
import { procedures, procedureTemplates } from '@/db/schema/procedure'
import { zoneRules } from '@/db/zone'
import type { Permit } from '@/domain/policy/permit'
import { MOST_PROCEDURES } from '@/domain/procedure/procedure'
import type { Names } from '@/domain/user/user'

export type { DueProcedure } from '@/db/procedure-row'
export type ProcedureRow = Awaited<ReturnType<typeof stepsOf>>[number]
export type TemplateRow = {
  id: number
  name: string
  names: Names
  agency: string | null
  mandatory: boolean
  days: number | null
  afterIds: number[]
  active: boolean
  version: number
}

/** The living steps of a deal in their order, and the templates of which it has none. */
export async function listProcedures(
  permit: Permit<'procedure.read'>,
  dealId: number,
): Promise<{ steps: ProcedureRow[]; offered: TemplateRow[] }> {
  return as(permit, 'read', async tx => {
    const steps = await stepsOf(tx, dealId)
    const templates = await templatesOf(tx)
    const there = new Set(steps.map(({ templateId }) => templateId))
    return { steps, offered: templates.filter(({ id, active }) => active && !there.has(id)) }
  })
}

/** All templates in their order, those no longer used too. */
export const listTemplates = (permit: Permit<'procedure_template.edit'>): Promise<TemplateRow[]> =>
  as(permit, 'read', templatesOf)

/** So many are counted; beyond it one reads "100+". */
const MOST = 100

/**
 * Steps of active deals whose day is past: with `mine` those that this person sees to (as their officer, or as the case
 * officer where they have none), else all within reach, of these desks where some are named.
 */
export async function overdueProcedures(
  permit: Permit<'procedure.read' | 'day.read'>,
  { mine = false, deskIds = [], limit = 6 }: { mine?: boolean; deskIds?: readonly number[]; limit?: number },
): Promise<{ rows: DueProcedure[]; total: number; more: boolean }> {
  const { id } = permit.actor
  return as(permit, 'read', async tx => {
    const { today } = await zoneRules(tx)
    const which = and(
      open,
      sql`${procedures.dueOn} < ${today}::date`,
      eq(deals.status, 'active'),
      isNull(deals.deletedAt),
      deskIds.length > 0 ? sql`${procedures.deskId} in ${[...deskIds]}` : undefined,
      mine
        ? sql`(${procedures.officerId} = ${id} or (${procedures.officerId} is null and ${deals.caseOfficerId} = ${id}))`
        : undefined,
    )
    const rows = await dueProcedureRows(tx, which, limit)
    if (rows.length < limit) return { rows, total: rows.length, more: false }
    const [count] = await tx.execute<{ n: string }>(sql`
      select count(*) as n from (select 1 from ${procedures} join ${deals} on ${deals.id} = ${procedures.dealId}
        where ${which} limit ${MOST}) late`)
    const total = Number(count?.n ?? 0)
    return { rows, total, more: total >= MOST }
  })
}

const open =
  sql`${procedures.doneOn} is null and ${procedures.waivedAt} is null and ${procedures.deletedAt} is null` as SQL

const stepsOf = (tx: Tx, dealId: number) =>
  tx
    .select({
      id: procedures.id,
      templateId: procedures.templateId,
      name: procedures.name,
      names: procedures.names,
      agency: procedures.agency,
      mandatory: procedures.mandatory,
      afterIds: procedures.afterIds,
      dueOn: procedures.dueOn,
      doneOn: procedures.doneOn,
      documentNumber: procedures.documentNumber,
      officerId: procedures.officerId,
      note: procedures.note,
      waivedAt: procedures.waivedAt,
      waivedBy: procedures.waivedBy,
      waivedReason: procedures.waivedReason,
      version: procedures.version,
    })
    .from(procedures)
    .where(and(eq(procedures.dealId, dealId), isNull(procedures.deletedAt)))
    .orderBy(asc(procedures.position), asc(procedures.id))
    .limit(MOST_PROCEDURES * 2)

const templatesOf = (tx: Tx): Promise<TemplateRow[]> =>
  tx
    .select({
      id: procedureTemplates.id,
      name: procedureTemplates.name,
      names: procedureTemplates.names,
      agency: procedureTemplates.agency,
      mandatory: procedureTemplates.mandatory,
      days: procedureTemplates.days,
      afterIds: procedureTemplates.afterIds,
      active: procedureTemplates.active,
      version: procedureTemplates.version,
    })
    .from(procedureTemplates)
    .orderBy(asc(procedureTemplates.position), asc(procedureTemplates.id))
