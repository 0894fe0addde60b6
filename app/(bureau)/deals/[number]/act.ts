import type { IconName } from '@/components/icon'
import type { DealVerb } from '@/domain/deal/right'

/** What is asked in a dialog over the record, and the right that it needs. */
export const actRight = {
  move: 'move',
  redate: 'undo_move',
  propose: 'propose',
  return: 'return',
  moveBack: 'move_back',
  hold: 'hold',
  lose: 'lose',
  withdraw: 'withdraw',
  revive: 'revive',
  assign: 'assign',
  addMember: 'add_member',
  setLeader: 'set_leader',
  handOver: 'hand_over',
  proposeHandOver: 'propose_hand_over',
  correct: 'correct',
  delete: 'delete',
} as const satisfies Record<string, DealVerb>
export type Act = keyof typeof actRight
export const acts = Object.keys(actRight) as Act[]

/** The menu beside the main action, in this order. */
export const menuActs = [
  'hold',
  'lose',
  'withdraw',
  'revive',
  'assign',
  'addMember',
  'setLeader',
  'handOver',
  'proposeHandOver',
  'moveBack',
  'correct',
  'delete',
] as const satisfies Act[]

export const actIcon: Partial<Record<Act, IconName>> = {
  hold: 'pause',
  lose: 'ban',
  withdraw: 'rotate-ccw',
  revive: 'arrow-right',
  assign: 'user',
  addMember: 'user-plus',
  setLeader: 'user',
  handOver: 'route',
  proposeHandOver: 'route',
  moveBack: 'undo-2',
  correct: 'coins',
  delete: 'trash-2',
}
