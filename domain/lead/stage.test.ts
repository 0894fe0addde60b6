import fc from 'fast-check'
import { expect, test } from 'vitest'
import { zoneDefaults } from '@/domain/zone/zone'
import { criteria, type LeadStage } from './lead'
import {
  type LeadState,
  leadLacks,
  needsCriteria,
  nextStage,
  refuseAppraising,
  refuseConversion,
  refuseJudging,
  refuseMove,
  scoreOf,
  scoreParts,
  type Weights,
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
  expect(scoreOf(all)).toBe(68)
  const even = Object.fromEntries(criteria.map(name => [name, name === 'scale' ? 50 : 10])) as Weights
  expect(scoreOf(all, even)).toBe(40)
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
  expect(refuseConversion('contacted', null, true)).toBeNull()
  expect(refuseConversion('qualified', 'pursue', false)).toBeNull()
  expect(refuseConversion('new', null, true)).toMatchObject({ reason: 'lead.refused.not_contacted' })
  expect(refuseConversion('disqualified', null, true)).toMatchObject({ reason: 'lead.refused.closed' })
  expect(refuseConversion('contacted', null, false)).toMatchObject({ reason: 'lead.refused.verdict_by_head' })
  expect(refuseConversion('qualified', 'decline', true)).toMatchObject({ reason: 'lead.refused.declined' })
})

test('a verdict is asked for until there is one, and anew for one that was only watched', () => {
  expect(refuseAppraising('contacted', null)).toBeNull()
  expect(refuseAppraising('qualified', 'watch')).toBeNull()
  expect(refuseAppraising('qualified', 'pursue')).toMatchObject({ reason: 'lead.refused.appraised' })
  expect(refuseAppraising('new', null)).toMatchObject({ reason: 'lead.refused.not_contacted' })
  expect(refuseJudging('qualified')).toBeNull()
  expect(refuseJudging('converted')).toMatchObject({ reason: 'lead.refused.closed' })
})

test('the weights of the zone sum to 100, and the parts of a score to the score', () => {
  expect(Object.values(zoneDefaults.weights).reduce((sum, weight) => sum + weight)).toBe(100)
  const six = fc.array(fc.integer({ min: 0, max: 5 }), { minLength: 6, maxLength: 6 })
  fc.assert(
    fc.property(six, given => {
      const scores = Object.fromEntries(criteria.map((name, at) => [name, given[at] as number]))
      const parts = scoreParts(scores) ?? []
      const sum = parts.reduce((total, { points }) => total + points, 0)
      expect(parts.every(({ points, weight }) => points >= 0 && points <= weight)).toBe(true)
      expect(scoreOf(scores)).toBe(Math.round(sum))
    }),
  )
})
