import { sql } from 'drizzle-orm'
import { write } from '@/db/as'
import { zoneRules } from '@/db/zone'
import { done, invalidField, type Outcome, refused } from '@/domain/outcome'
import type { Permit } from '@/domain/policy/permit'
import { decidesFor } from '@/domain/policy/within'
import type {
  CompleteProcedureInput,
  DeleteProcedureInput,
  ReopenProcedureInput,
  WaiveProcedureInput,
} from '@/domain/procedure/input'
import { stateOfProcedure, waitsFor } from '@/domain/procedure/procedure'
import { stepsOf } from './procedure'
import { lockProcedure, recordProcedure, saveProcedure } from './procedure-lock'

type Answer = Promise<Outcome<{ number: string; version: number }>>

/**
 * The agency has settled it, on a day that is not ahead. Out of its order only with a reason: to refuse what has happened
 * would make the record false.
 */
export async function completeProcedure(
  permit: Permit<'procedure.complete'>,
  { reason, ...input }: CompleteProcedureInput,
): Answer {
  return write(permit, async tx => {
    const held = await lockProcedure(tx, input)
    if ('no' in held) return held.no
    const { step, deal } = held
    if (stateOfProcedure(step) !== 'open') return refused('procedure.refused.settled')
    const { today } = await zoneRules(tx)
    const doneOn = input.doneOn ?? today
    if (doneOn > today) return invalidField('doneOn', 'date.in_future')
    const open = waitsFor(step, await stepsOf(tx, deal.id))
    if (open.length > 0 && !reason) {
      const names = open.map(({ name }) => name).join('、')
      return invalidField('reason', 'procedure.out_of_order', { names })
    }
    const documentNumber = input.documentNumber ?? step.documentNumber
    const version = await saveProcedure(tx, permit, step, { doneOn, documentNumber })
    await recordProcedure(tx, step, {
      effectiveOn: doneOn,
      ...(documentNumber && { documentNumber }),
      ...(open.length > 0 && { reason, outOfOrder: true }),
    })
    return done({ number: deal.number, version })
  })
}

/** It need not be done, says a head of the desk or the director, and why. */
export async function waiveProcedure(
  permit: Permit<'procedure.waive'>,
  { reason, ...input }: WaiveProcedureInput,
): Answer {
  return write(permit, async tx => {
    const held = await lockProcedure(tx, input)
    if ('no' in held) return held.no
    const { step, deal } = held
    if (!decidesFor(permit.actor, deal.deskId)) return refused('common.not_permitted')
    if (stateOfProcedure(step) !== 'open') return refused('procedure.refused.settled')
    const version = await saveProcedure(tx, permit, step, {
      waivedAt: sql`now()`,
      waivedBy: permit.actor.id,
      waivedReason: reason,
    })
    await recordProcedure(tx, step, { reason })
    return done({ number: deal.number, version })
  })
}

/** It was not settled after all. What was waived is taken back by those who waive. */
export async function reopenProcedure(
  permit: Permit<'procedure.reopen'>,
  { reason, ...input }: ReopenProcedureInput,
): Answer {
  return write(permit, async tx => {
    const held = await lockProcedure(tx, input)
    if ('no' in held) return held.no
    const { step, deal } = held
    const state = stateOfProcedure(step)
    if (state === 'open') return refused('procedure.refused.open')
    if (state === 'waived' && !decidesFor(permit.actor, deal.deskId)) return refused('common.not_permitted')
    const version = await saveProcedure(tx, permit, step, {
      doneOn: null,
      waivedAt: null,
      waivedBy: null,
      waivedReason: null,
      toldAt: null,
    })
    await recordProcedure(tx, step, { reason })
    return done({ number: deal.number, version })
  })
}

/**
 * Entered by mistake: taken off, or with `restore` back again. A mandatory one by a head or the director alone, or it
 * would be a waiver without a reason.
 */
export async function deleteProcedure(
  permit: Permit<'procedure.delete'>,
  { id, restore }: DeleteProcedureInput,
): Answer {
  return write(permit, async tx => {
    const held = await lockProcedure(tx, { id }, restore)
    if ('no' in held) return held.no
    const { step, deal } = held
    const decides = decidesFor(permit.actor, deal.deskId)
    if (step.mandatory && !restore && !decides) return refused('procedure.refused.mandatory')
    const version = await saveProcedure(tx, permit, step, {
      deletedAt: restore ? null : sql`now()`,
      deletedBy: restore ? null : permit.actor.id,
    })
    await recordProcedure(tx, step, restore ? { restored: true } : {})
    return done({ number: deal.number, version })
  })
}
