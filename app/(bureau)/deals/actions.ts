'use server'
import { action } from '@/access/action'
import { createDeal, openDeal } from '@/db/write/deal-create'
import { deleteDeal, restoreDeal } from '@/db/write/deal-delete'
import { correctDeal, editDeal } from '@/db/write/deal-edit'
import { setLeaderDeal } from '@/db/write/deal-leader'
import { moveBackDeal, moveDeal, undoMoveDeal } from '@/db/write/deal-move'
import { confirmDeal, proposeDeal, returnDeal } from '@/db/write/deal-proposal'
import { redateDeal } from '@/db/write/deal-redate'
import { holdDeal, loseDeal, reviveDeal, withdrawDeal } from '@/db/write/deal-status'
import { addMemberDeal, assignDeal, handOverDeal, removeMemberDeal } from '@/db/write/deal-team'
import { createDealInput, editDealInput, openDealInput } from '@/domain/deal/input'
import {
  addMemberDealInput,
  assignDealInput,
  confirmDealInput,
  correctDealInput,
  deleteDealInput,
  handOverDealInput,
  holdDealInput,
  loseDealInput,
  moveBackDealInput,
  moveDealInput,
  proposeDealInput,
  redateDealInput,
  removeMemberDealInput,
  restoreDealInput,
  returnDealInput,
  reviveDealInput,
  setLeaderDealInput,
  undoMoveDealInput,
  withdrawDealInput,
} from '@/domain/deal/verb-input'
import { askInstead } from '../look-alike-action'
import { opened } from '../outcome-answer'

const enterDeal = action('deal.create', createDealInput, (permit, input) =>
  opened('/deals', createDeal(permit, input), 'deal'),
)
export const createDealAction = async (first: unknown, form?: FormData) =>
  (await askInstead(form ?? first)) ?? enterDeal(first, form)

const enterOpening = action('deal.open', openDealInput, (permit, input) =>
  opened('/deals', openDeal(permit, input), 'deal'),
)
export const openDealAction = async (first: unknown, form?: FormData) =>
  (await askInstead(form ?? first)) ?? enterOpening(first, form)

export const editDealAction = action('deal.edit', editDealInput, (permit, input) =>
  opened('/deals', editDeal(permit, input)),
)
export const correctDealAction = action('deal.correct', correctDealInput, correctDeal)

export const moveDealAction = action('deal.move', moveDealInput, moveDeal)
export const redateDealAction = action('deal.move', redateDealInput, redateDeal)
export const undoMoveDealAction = action('deal.undo_move', undoMoveDealInput, undoMoveDeal)
export const moveBackDealAction = action('deal.move_back', moveBackDealInput, moveBackDeal)

export const proposeDealAction = action('deal.propose', proposeDealInput, proposeDeal)
export const confirmDealAction = action('deal.confirm', confirmDealInput, confirmDeal)
export const returnDealAction = action('deal.return', returnDealInput, returnDeal)

export const holdDealAction = action('deal.hold', holdDealInput, holdDeal)
export const loseDealAction = action('deal.lose', loseDealInput, loseDeal)
export const withdrawDealAction = action('deal.withdraw', withdrawDealInput, withdrawDeal)
export const reviveDealAction = action('deal.revive', reviveDealInput, reviveDeal)

export const assignDealAction = action('deal.assign', assignDealInput, assignDeal)
export const addMemberDealAction = action('deal.add_member', addMemberDealInput, addMemberDeal)
export const removeMemberDealAction = action('deal.add_member', removeMemberDealInput, removeMemberDeal)
export const setLeaderDealAction = action('deal.set_leader', setLeaderDealInput, setLeaderDeal)
export const handOverDealAction = action('deal.hand_over', handOverDealInput, handOverDeal)

export const deleteDealAction = action('deal.delete', deleteDealInput, deleteDeal)
export const restoreDealAction = action('deal.restore', restoreDealInput, restoreDeal)
