import { expect, test } from 'vitest'
import type { Actor } from '@/domain/policy/actor'
import type { ApprovalFields } from './row'
import {
  type DealState,
  decideConfirmation,
  decideMove,
  decideMoveBack,
  decideProposal,
  missingFor,
  refuseDeciding,
  refuseUndo,
} from './stage'
import { decideEnd, decideHold, decideRevival } from './status'

const deal: DealState = {
  stage: 'negotiation',
  stageSince: '2026-05-06',
  status: 'active',
  deskId: 1,
  officerId: 7,
  hasTotal: true,
  form: 'joint_venture',
  content: '熔模铸造',
  entryDocumentKind: 'intent',
  entryDocumentOn: '2026-06-01',
  entryDocumentReference: '意向书 12 号',
  openProcedures: 0,
  proposedBy: null,
  capitalClosed: false,
}
const entered: DealState = {
  ...deal,
  stage: 'entry_procedures',
  stageSince: '2026-06-10',
  capitalClosed: true,
}
const approval: ApprovalFields = {
  approvalAuthority: '区管委会',
  approvalNumber: '12号',
  approvalOn: '2026-07-01',
  agreementOn: '2026-06-28',
  agreementReference: '协议 3 号',
}
const now = { today: '2026-07-16', effectiveOn: null }
const actor = (role: Actor['role'], headOf: number[] = []) =>
  ({ id: 9, role, deskIds: headOf, headOf }) as unknown as Actor

test('a deal that has what the next stage asks for moves there, today or on the day that is said', () => {
  expect(decideMove(deal, 'entry_procedures', now)).toEqual({
    kind: 'done',
    value: { from: 'negotiation', to: 'entry_procedures', effectiveOn: '2026-07-16' },
  })
  expect(decideMove(deal, 'entry_procedures', { ...now, effectiveOn: '2026-05-06' })).toMatchObject({
    value: { effectiveOn: '2026-05-06' },
  })
})

test('a move is dated neither in the future nor before the stage that it leaves', () => {
  expect(decideMove(deal, 'entry_procedures', { ...now, effectiveOn: '2026-07-17' })).toMatchObject({
    fields: { effectiveOn: { reason: 'date.in_future' } },
  })
  expect(decideMove(deal, 'entry_procedures', { ...now, effectiveOn: '2026-05-05' })).toMatchObject({
    fields: { effectiveOn: { reason: 'date.before_last', values: { on: '2026-05-06' } } },
  })
})

test('what is missing is named field by field, with who fills it in', () => {
  const bare = { ...deal, hasTotal: false, content: null, entryDocumentReference: null }
  expect(decideMove(bare, 'entry_procedures', now)).toEqual({
    kind: 'refused',
    reason: 'deal.refused.missing',
    missing: ['total', 'content', 'entryDocumentReference'].map(field => ({ field, who: 'case_officer' })),
  })
  expect(missingFor({ ...bare, officerId: null }, 'entry_procedures')[0]).toEqual({
    field: 'total',
    who: 'manager',
  })
})

test('stages are not skipped, not repeated, not gone back by a move, and not left while on hold', () => {
  const reason = (state: DealState, to: DealState['stage']) => decideMove(state, to, now)
  expect(reason(deal, 'approved')).toMatchObject({ reason: 'deal.refused.not_next' })
  expect(reason(deal, 'negotiation')).toMatchObject({ reason: 'deal.refused.already_there' })
  expect(reason(entered, 'negotiation')).toMatchObject({ reason: 'deal.refused.backward' })
  expect(reason({ ...deal, status: 'on_hold' }, 'entry_procedures')).toMatchObject({
    reason: 'deal.refused.not_active',
  })
})

test('nobody moves a deal to approved: it is proposed, with what an approval consists of', () => {
  expect(decideMove(entered, 'approved', now)).toMatchObject({
    reason: 'deal.refused.is_proposed',
    missing: [
      { field: 'approvalAuthority' },
      { field: 'approvalNumber' },
      { field: 'approvalOn' },
      { field: 'agreementOn' },
      { field: 'agreementReference' },
    ],
  })
  expect(decideProposal(entered, approval, now)).toMatchObject({ kind: 'done', value: { to: 'approved' } })
  expect(decideProposal(deal, approval, now)).toMatchObject({ reason: 'deal.refused.not_next' })
  expect(decideProposal({ ...entered, proposedBy: 7 }, approval, now)).toMatchObject({
    reason: 'deal.refused.proposal_waits',
  })
})

test('another person decides: the head of that desk or the director', () => {
  expect(refuseDeciding(actor('director'), entered, { proposedBy: 7 })).toBeNull()
  expect(refuseDeciding(actor('manager', [1]), entered, { proposedBy: 7 })).toBeNull()
  expect(refuseDeciding(actor('manager', [2]), entered, { proposedBy: 7 })).toMatchObject({
    reason: 'common.not_permitted',
  })
  expect(refuseDeciding(actor('director'), entered, { proposedBy: 9 })).toMatchObject({
    reason: 'deal.refused.same_person',
  })
})

test('a confirmation asks the gates again', () => {
  expect(decideConfirmation({ ...entered, form: null }, approval, now)).toMatchObject({
    missing: [{ field: 'form' }],
  })
  expect(decideConfirmation(deal, approval, now)).toMatchObject({ reason: 'deal.refused.moved_since' })
  expect(decideConfirmation({ ...entered, proposedBy: 7 }, approval, now).kind).toBe('done')
})

test('back goes a head of that desk or the director, and only down', () => {
  expect(decideMoveBack(actor('manager', [1]), entered, 'negotiation', now).kind).toBe('done')
  expect(decideMoveBack(actor('manager', [2]), entered, 'negotiation', now)).toMatchObject({
    reason: 'common.not_permitted',
  })
  expect(decideMoveBack(actor('director'), deal, 'entry_procedures', now)).toMatchObject({
    reason: 'deal.refused.not_back',
  })
})

test('a move is taken back by its author, within ten minutes, before anybody else acts', () => {
  const at = new Date('2026-07-16T02:00:00Z')
  const after = (minutes: number) => new Date(at.getTime() + minutes * 60_000)
  expect(refuseUndo({ id: 9 }, { by: 9, at, othersSince: false }, after(9.9))).toBeNull()
  expect(refuseUndo({ id: 9 }, { by: 9, at, othersSince: false }, after(10))).toMatchObject({
    reason: 'deal.refused.too_late_to_undo',
  })
  expect(refuseUndo({ id: 9 }, { by: 8, at, othersSince: false }, after(1))).toMatchObject({
    reason: 'deal.refused.not_your_move',
  })
  expect(refuseUndo({ id: 9 }, { by: 9, at, othersSince: true }, after(1))).toMatchObject({
    reason: 'deal.refused.others_acted',
  })
  expect(refuseUndo({ id: 9 }, null, at)).toMatchObject({ reason: 'deal.refused.nothing_to_undo' })
})

test('a hold, an end and a revival each start from where they may, and wait for an open proposal', () => {
  const active = { status: 'active', statusSince: '2026-05-06', proposedBy: null } as const
  const held = { ...active, status: 'on_hold' } as const
  const lost = { ...active, status: 'lost' } as const
  expect(decideHold(active, '2026-09-01', now)).toMatchObject({ value: { from: 'active', to: 'on_hold' } })
  expect(decideHold(active, '2026-07-15', now)).toMatchObject({
    fields: { reviewOn: { reason: 'date.in_past' } },
  })
  expect(decideHold(held, '2026-09-01', now)).toMatchObject({ reason: 'deal.refused.not_active' })
  expect(decideEnd(held, 'lost', now).kind).toBe('done')
  expect(decideEnd(lost, 'withdrawn', now)).toMatchObject({ reason: 'deal.refused.already_ended' })
  expect(decideRevival(lost, now)).toMatchObject({ value: { from: 'lost', to: 'active' } })
  expect(decideRevival(active, now)).toMatchObject({ reason: 'deal.refused.already_active' })
  expect(decideEnd({ ...active, proposedBy: 7 }, 'lost', now)).toMatchObject({
    reason: 'deal.refused.proposal_waits',
  })
  expect(decideEnd({ ...active }, 'lost', { ...now, effectiveOn: '2026-05-05' })).toMatchObject({
    fields: { effectiveOn: { reason: 'date.before_last' } },
  })
})
