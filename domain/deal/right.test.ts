import { expect, test } from 'vitest'
import type { Actor } from '@/domain/policy/actor'
import { dealRights, type RightsOn } from './right'

const now = new Date('2026-07-16T08:00:00Z')
const deal: RightsOn = {
  deskId: 1,
  teamIds: [7],
  stage: 'entry_procedures',
  status: 'active',
  createdBy: 7,
  createdAt: new Date('2026-07-10T08:00:00Z'),
  deleted: false,
  proposedBy: null,
  undoable: false,
}
const person = (id: number, role: Actor['role'], deskIds: number[]) =>
  ({ id, role, deskIds, headOf: role === 'manager' ? deskIds : [], covers: [] }) as unknown as Actor
const officer = person(7, 'officer', [1])
const can = (actor: Actor, changes: Partial<RightsOn> = {}) => {
  const rights = dealRights(actor, { ...deal, ...changes }, now)
  return Object.entries(rights).flatMap(([verb, may]) => (may ? [verb] : []))
}

test('the case officer works on a deal, and decides nothing about it', () => {
  expect(can(officer)).toEqual([
    'log',
    'edit',
    'propose',
    'hold',
    'lose',
    'withdraw',
    'add_member',
    'set_leader',
    'propose_hand_over',
    'tag',
  ])
  expect(can(officer, { stage: 'negotiation' })).toContain('move')
})

test('a colleague of the desk covers with an activity; another desk, the viewer and the admin do nothing', () => {
  expect(can(person(8, 'officer', [1]))).toEqual(['log'])
  expect(can(person(8, 'officer', [2]))).toEqual([])
  expect(can(person(9, 'manager', [2]))).toEqual([])
  expect(can(person(9, 'viewer', []))).toEqual([])
  expect(can(person(9, 'admin', []))).toEqual([])
})

test('a proposal is decided by a head of that desk or the director who is another, and stops what would cross it', () => {
  const head = person(9, 'manager', [1])
  expect(can(head, { proposedBy: 7 })).toEqual(expect.arrayContaining(['confirm', 'return']))
  expect(can(head, { proposedBy: 9 })).not.toContain('confirm')
  expect(can(person(9, 'manager', [2]), { proposedBy: 7, teamIds: [7, 9] })).not.toContain('confirm')
  expect(can(officer, { proposedBy: 7 })).toEqual(['log', 'edit', 'add_member', 'set_leader', 'tag'])
  expect(can(person(2, 'director', []), { proposedBy: 7 })).not.toContain('hand_over')
})

test('what is on hold is ended or revived, not moved', () => {
  expect(can(person(9, 'manager', [1]), { status: 'on_hold' })).toEqual([
    'log',
    'edit',
    'correct',
    'lose',
    'withdraw',
    'revive',
    'assign',
    'add_member',
    'set_leader',
    'propose_hand_over',
    'merge',
    'tag',
    'delete',
  ])
})

test('a creator deletes and restores within a day', () => {
  const young = { createdAt: new Date('2026-07-15T08:00:01Z') }
  expect(can(officer, young)).toContain('delete')
  expect(can(officer, { ...young, deleted: true })).toEqual(['restore'])
  expect(can(officer, { deleted: true })).toEqual([])
  expect(can(person(2, 'director', []), { deleted: true })).toEqual(['restore'])
})

test('whoever stands in for a colleague does with his deals what the colleague may, and with others nothing more', () => {
  const covering = { ...person(8, 'officer', [1]), covers: [7] }
  expect(can(covering)).toEqual(can(officer))
  expect(can(covering, { teamIds: [5] })).toEqual(['log'])
})
