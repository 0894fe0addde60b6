import { expect, test } from 'vitest'
import { criteria, type LeadStage } from './lead'
import {
  type LeadState,
  leadLacks,
  needsCriteria,
  nextStage,
  refuseConversion,
  refuseMove,
  scoreOf,
} from './stage'

const threshold = '5000000000'
const lead: LeadState = {
  stage: 'new',
  reachedName: null,
  nextStep: null,
  nextStepOn: null,
  verdict: null,
  verdictReason: null,
  scores: null,
  intendedCny: null,
  landAsked: false,
}
const fields = (to: LeadStage, more: Partial<LeadState> = {}) =>
  leadLacks({ ...lead, ...more }, to, threshold).map(({ field }) => field)

test('contacted asks who was reached and for a next step with its date', () => {
  expect(fields('contacted')).toEqual(['reachedName', 'nextStep'])
  expect(fields('contacted', { reachedName: '根岸', nextStep: '寄样', nextStepOn: null })).toEqual([
    'nextStep',
  ])
  expect(fields('contacted', { reachedName: '根岸', nextStep: '寄样', nextStepOn: '2026-07-01' })).toEqual([])
})

test('qualified asks for a verdict and its reason, and for six scores only from the threshold on', () => {
  const judged = { verdict: 'pursue', verdictReason: '产业契合' } as const
  expect(fields('qualified')).toEqual(['verdict', 'verdictReason'])
  expect(fields('qualified', { ...judged, intendedCny: 4_999_999_999n })).toEqual([])
  expect(fields('qualified', { ...judged, intendedCny: 5_000_000_000n })).toEqual(['scores'])
})

test('land asked for needs the six scores whatever the amount', () => {
  expect(needsCriteria({ intendedCny: null, landAsked: true }, threshold)).toBe(true)
  expect(needsCriteria({ intendedCny: null, landAsked: false }, threshold)).toBe(false)
})

test('a score is told in per cent only when all six stand, a zero among them', () => {
  const all = Object.fromEntries(criteria.map(name => [name, name === 'scale' ? 0 : 4]))
  expect(scoreOf(all)).toBe(67)
  expect(scoreOf({ scale: 5 })).toBeNull()
})

test('a lead climbs one rung at a time and ends for good', () => {
  expect(nextStage('new')).toBe('contacted')
  expect(refuseMove('new', 'contacted')).toBeNull()
  expect(refuseMove('new', 'qualified')).toMatchObject({ reason: 'lead.refused.not_next' })
  expect(refuseMove('contacted', 'contacted')).toMatchObject({ reason: 'lead.refused.already_there' })
  expect(refuseMove('converted', 'contacted')).toMatchObject({ reason: 'lead.refused.closed' })
})

test('a lead becomes a deal from contacted or qualified, and from nowhere else', () => {
  expect(refuseConversion('contacted')).toBeNull()
  expect(refuseConversion('qualified')).toBeNull()
  expect(refuseConversion('new')).toMatchObject({ reason: 'lead.refused.not_contacted' })
  expect(refuseConversion('disqualified')).toMatchObject({ reason: 'lead.refused.closed' })
})
