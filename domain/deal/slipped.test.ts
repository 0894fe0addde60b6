import { expect, test } from 'vitest'
import { addDays } from '@/domain/calendar/date'
import { type SlippedFacts, slippedReasons } from './slipped'

const today = '2026-07-16'
const kept: SlippedFacts = {
  stage: 'negotiation',
  status: 'active',
  nextStepOn: today,
  nextStepPutOff: 2,
  approvalExpectedOn: addDays(today, 40),
  approvalPutOff: 2,
}
const reasons = (facts: Partial<SlippedFacts>, slippedTimes = 2) =>
  slippedReasons({ ...kept, ...facts }, today, { slippedTimes })

test('what was put off as often as the zone allows has not slipped, nor has what is due today', () => {
  expect(reasons({})).toEqual([])
  expect(reasons({ nextStepOn: null, approvalExpectedOn: null })).toEqual([])
})

test('once more, and it has', () => {
  expect(reasons({ nextStepPutOff: 3 })).toEqual([{ kind: 'step_put_off', times: 3, limit: 2 }])
  expect(reasons({ approvalPutOff: 3 })).toEqual([{ kind: 'approval_put_off', times: 3, limit: 2 }])
  expect(reasons({}, 1).map(({ kind }) => kind)).toEqual(['step_put_off', 'approval_put_off'])
})

test('a day that has passed is enough', () => {
  expect(reasons({ nextStepOn: addDays(today, -1) })).toEqual([{ kind: 'step_past', days: 1 }])
  expect(reasons({ approvalExpectedOn: addDays(today, -30) })).toEqual([{ kind: 'approval_past', days: 30 }])
})

test('what is approved, on hold or lost has not slipped', () => {
  const late = { nextStepPutOff: 9, nextStepOn: addDays(today, -9) }
  expect(reasons({ ...late, stage: 'approved' })).toEqual([])
  expect(reasons({ ...late, status: 'on_hold' })).toEqual([])
  expect(reasons({ ...late, status: 'lost' })).toEqual([])
})
