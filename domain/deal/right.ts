import type { Actor } from '@/domain/policy/actor'
import type { Permission } from '@/domain/policy/table'
import { type CaseOf, decidesFor, within } from '@/domain/policy/within'
import type { DealStage, DealStatus } from './deal'

export type DealVerb =
  Extract<Permission, `deal.${string}`> extends `deal.${infer V}`
    ?
        | Exclude<
            V,
            | 'read'
            | 'create'
            | 'import'
            | 'undo_import'
            | 'open'
            | 'export'
            | 'undo_merge'
            | `${'accept' | 'decline' | 'withdraw'}_hand_over`
          >
        | 'log'
    : never

/** What decides who may do what with a deal now. */
export type RightsOn = CaseOf & {
  stage: DealStage
  status: DealStatus
  createdBy: number
  createdAt: Date
  deleted: boolean
  proposedBy: number | null
  undoable: boolean
}

const DAY = 86_400_000

/** Officers take back their own creation of the last day; heads theirs, the director any. */
export function mayDelete(
  actor: Actor,
  deal: CaseOf & { createdBy: number; createdAt: Date },
  now: Date,
): boolean {
  const own = deal.createdBy === actor.id && now.getTime() - deal.createdAt.getTime() < DAY
  return decidesFor(actor, deal.deskId) || own
}

/**
 * What this person may do with this deal now, for buttons: the same rules by which the writes refuse. `log` is adding an
 * activity or a next step.
 */
export function dealRights(actor: Actor, deal: RightsOn, now: Date): Record<DealVerb, boolean> {
  const live = !deal.deleted
  const may = (verb: Exclude<DealVerb, 'log'>) => within(actor, `deal.${verb}`, deal)
  const can = (verb: Exclude<DealVerb, 'log'>, when = true) => live && when && may(verb)
  const active = deal.status === 'active'
  const open = active || deal.status === 'on_hold'
  const waits = deal.proposedBy !== null
  const decides = waits && deal.proposedBy !== actor.id && decidesFor(actor, deal.deskId)
  return {
    log: live && within(actor, 'activity.create', deal),
    edit: can('edit'),
    correct: can('correct'),
    move: can('move', active && deal.stage === 'negotiation'),
    undo_move: can('undo_move', deal.undoable),
    move_back: can('move_back', active && !waits && deal.stage !== 'negotiation'),
    propose: can('propose', active && !waits && deal.stage === 'entry_procedures'),
    confirm: can('confirm', decides),
    return: can('return', decides),
    hold: can('hold', active && !waits),
    lose: can('lose', open && !waits),
    withdraw: can('withdraw', open && !waits),
    revive: can('revive', !active),
    assign: can('assign'),
    add_member: can('add_member'),
    set_leader: can('set_leader'),
    hand_over: can('hand_over', !waits),
    propose_hand_over: can('propose_hand_over', open && !waits),
    merge: can('merge') && decidesFor(actor, deal.deskId),
    tag: can('tag'),
    delete: live && may('delete') && mayDelete(actor, deal, now),
    restore: deal.deleted && may('restore') && mayDelete(actor, deal, now),
  }
}
