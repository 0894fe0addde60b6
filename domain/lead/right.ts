import type { Actor } from '@/domain/policy/actor'
import type { Permission } from '@/domain/policy/table'
import { type CaseOf, decidesFor, within } from '@/domain/policy/within'
import { type Deletion, mayDelete, mayRestore } from '@/domain/record/deletion'
import type { LeadStage, Verdict } from './lead'
import { isOpen, refuseAppraising, refuseConversion, refuseJudging } from './stage'

export type LeadVerb =
  Extract<Permission, `lead.${string}`> extends `lead.${infer V}`
    ?
        | Exclude<
            V,
            | 'read'
            | 'create'
            | 'export'
            | 'undo_merge'
            | 'import'
            | 'undo_import'
            | `${'accept' | 'decline' | 'withdraw'}_hand_over`
          >
        | 'log'
    : never

/** What decides who may do what with a lead now. */
export type RightsOn = CaseOf &
  Omit<Deletion, 'mine'> & {
    stage: LeadStage
    verdict: Verdict | null
    introducedBy: string | null
    toldOn: string | null
    createdBy: number
    deletedAt: Date | null
  }

/**
 * What this person may do with this lead now, for buttons: the same rules by which the writes refuse. `log` is adding an
 * activity or a next step.
 */
export function leadRights(actor: Actor, lead: RightsOn): Record<LeadVerb, boolean> {
  const live = lead.deletedAt === null
  const open = live && isOpen(lead.stage)
  const judges = decidesFor(actor, lead.deskId)
  const may = (verb: Exclude<LeadVerb, 'log'>, when = live) => when && within(actor, `lead.${verb}`, lead)
  const deletion = { ...lead, mine: lead.createdBy === actor.id }
  return {
    log: live && within(actor, 'activity.create', lead),
    edit: may('edit'),
    move: may('move', open && lead.stage === 'new'),
    appraise: may('appraise', open && !judges && !refuseAppraising(lead.stage, lead.verdict)),
    judge: may('judge', open && judges && !refuseJudging(lead.stage)),
    return: may('return', open && judges),
    tell: may('tell', live && lead.introducedBy !== null && lead.toldOn === null),
    disqualify: may('disqualify', open),
    reopen: may('reopen', live && lead.stage === 'disqualified'),
    convert: may('convert', open && !refuseConversion(lead.stage, lead.verdict, judges)),
    assign: may('assign', open),
    add_member: may('add_member', open),
    hand_over: may('hand_over', open),
    propose_hand_over: may('propose_hand_over', open),
    merge: may('merge') && decidesFor(actor, lead.deskId),
    tag: may('tag'),
    delete: may('delete', live && lead.stage !== 'converted') && mayDelete(actor.role, deletion),
    restore: may('restore', !live) && mayRestore(actor.role, deletion),
  }
}
