import { and, asc, eq, isNull } from 'drizzle-orm'
import { record, type Tx, write } from '@/db/as'
import { lockDeal, type TheirDeal } from '@/db/deal-lock'
import { procedures } from '@/db/schema/procedure'
import { done, invalidField, type Outcome } from '@/domain/outcome'
import type { Permit } from '@/domain/policy/permit'
import type { CreateProcedureInput, EditProcedureInput, StartProceduresInput } from '@/domain/procedure/input'
import { goesRound, MOST_PROCEDURES } from '@/domain/procedure/procedure'
import { changesBetween } from './change'
import { lockProcedure, recordProcedure, saveProcedure } from './procedure-lock'
import { startProcedures } from './procedure-start'
import { assigneeFault } from './task-lock'

/** Steps of the administrator's list, by choice; `added` are their names. */
export async function startProceduresOf(
  permit: Permit<'procedure.create'>,
  { number, templates, submission }: StartProceduresInput,
): Promise<Outcome<{ number: string; added: string[] }, TheirDeal>> {
  return write(
    permit,
    async tx => {
      const held = await lockDeal(tx, { number })
      if ('no' in held) return held.no
      if (templates.length === 0) return invalidField('templates', 'input.required')
      const added = await startProcedures(tx, permit, held.deal.id, held.zone, templates)
      if (added.length > 0) await record(tx, 'deal', held.deal.id, { procedures: added })
      return done({ number, added })
    },
    submission,
  )
}

/** A step of its own kind, beside those that every deal has. */
export async function createProcedure(
  permit: Permit<'procedure.create'>,
  { number, submission, after, ...input }: CreateProcedureInput,
): Promise<Outcome<{ id: number; number: string }>> {
  return write(
    permit,
    async tx => {
      const held = await lockDeal(tx, { number })
      if ('no' in held) return held.no
      const { deal } = held
      const present = await stepsOf(tx, deal.id)
      if (present.length >= MOST_PROCEDURES)
        return invalidField('name', 'procedure.too_many', { most: MOST_PROCEDURES })
      const fault = await officerFault(tx, input.officerId, deal)
      if (fault) return fault
      const [row] = await tx
        .insert(procedures)
        .values({
          ...input,
          dealId: deal.id,
          afterIds: present.map(({ id }) => id).filter(id => after.includes(id)),
          position: present.length,
          createdBy: permit.actor.id,
          updatedBy: permit.actor.id,
        })
        .returning()
      if (!row) throw new Error('a procedure was inserted without an id')
      await recordProcedure(tx, row, { mandatory: row.mandatory, dueOn: row.dueOn })
      return done({ id: row.id, number })
    },
    submission,
  )
}

/** Agency, day, officer, what comes before it. With another day one may be told again that it is overdue. */
export async function editProcedure(
  permit: Permit<'procedure.edit'>,
  { id, version, after, ...input }: EditProcedureInput,
): Promise<Outcome<{ number: string; version: number }>> {
  return write(permit, async tx => {
    const held = await lockProcedure(tx, { id, version })
    if ('no' in held) return held.no
    const { step, deal } = held
    const others = (await stepsOf(tx, deal.id)).filter(other => other.id !== id)
    const afterIds = others.map(other => other.id).filter(other => after.includes(other))
    if (goesRound([...others, { id, afterIds }])) return invalidField('after', 'procedure.goes_round')
    const fault = input.officerId === step.officerId ? null : await officerFault(tx, input.officerId, deal)
    if (fault) return fault
    const { name, agency, dueOn, officerId, note, documentNumber } = step
    // the log says steps by their names at the time
    const named = (ids: readonly number[]) =>
      others.filter(other => ids.includes(other.id)).map(other => other.name)
    const before = { name, agency, dueOn, officerId, note, documentNumber, after: named(step.afterIds) }
    const changes = changesBetween(before, { ...input, after: named(afterIds) })
    if (Object.keys(changes).length === 0) return done({ number: deal.number, version })
    const next = { ...input, afterIds, ...('dueOn' in changes && { toldAt: null }) }
    const saved = await saveProcedure(tx, permit, step, next)
    await recordProcedure(tx, step, { changes })
    return done({ number: deal.number, version: saved })
  })
}

/** The living steps of a deal, in their order. */
export const stepsOf = (tx: Tx, dealId: number) =>
  tx
    .select()
    .from(procedures)
    .where(and(eq(procedures.dealId, dealId), isNull(procedures.deletedAt)))
    .orderBy(asc(procedures.position), asc(procedures.id))

const officerFault = async (
  tx: Tx,
  id: number | null,
  deal: { deskId: number; teamIds: number[]; readerIds: number[] },
) => (id === null ? null : assigneeFault(tx, id, deal, 'officerId'))
