import { describe, expect, it } from 'vitest'
import {
  clockState,
  dealClock,
  introducerClock,
  type LeadClockFacts,
  leadClock,
} from '@/domain/calendar/clock'
import { dateIn } from '@/domain/calendar/date'
import { addWorkingDays, isWorkingDay, workingDaysBetween } from '@/domain/calendar/working-day'
import { zoneDefaults } from '@/domain/zone/zone'

describe('working days', () => {
  it('pass over the weekend', () => {
    expect(addWorkingDays('2026-06-25', 1)).toBe('2026-06-26') // Thursday
    expect(addWorkingDays('2026-06-26', 1)).toBe('2026-06-29') // Friday
    expect(addWorkingDays('2026-06-27', 1)).toBe('2026-06-29') // Saturday
    expect(addWorkingDays('2026-06-28', 1)).toBe('2026-06-29') // Sunday
    expect(addWorkingDays('2026-06-26', 5)).toBe('2026-07-03')
    expect(addWorkingDays('2026-06-26', 0)).toBe('2026-06-26')
  })

  it('pass over month and year ends', () => {
    expect(addWorkingDays('2026-07-31', 1)).toBe('2026-08-03')
    expect(addWorkingDays('2026-12-31', 3)).toBe('2027-01-05')
  })

  it('follow a calendar of holidays and of weekends worked in their place', () => {
    const national = {
      holidays: new Set(['2026-10-01', '2026-10-02', '2026-10-05', '2026-10-06', '2026-10-07']),
      workdays: new Set(['2026-10-10']),
    }
    expect(isWorkingDay('2026-10-01', national)).toBe(false)
    expect(isWorkingDay('2026-10-10', national)).toBe(true)
    expect(addWorkingDays('2026-09-30', 1, national)).toBe('2026-10-08')
    expect(addWorkingDays('2026-10-09', 1, national)).toBe('2026-10-10')
    expect(workingDaysBetween('2026-09-30', '2026-10-12', national)).toBe(4)
  })

  it('are counted after the first day and with the last', () => {
    expect(workingDaysBetween('2026-06-26', '2026-06-29')).toBe(1)
    expect(workingDaysBetween('2026-06-29', '2026-06-29')).toBe(0)
    expect(workingDaysBetween('2026-06-29', '2026-06-26')).toBe(0)
  })
})

describe("a lead's clock", () => {
  const lead = (facts: Partial<LeadClockFacts>): LeadClockFacts => ({
    stage: 'new',
    createdOn: '2026-06-26',
    ...facts,
  })

  it('asks for an answer within one working day, over a weekend too', () => {
    expect(leadClock(lead({}))).toEqual({ kind: 'answer', dueOn: '2026-06-29' })
    expect(leadClock(lead({ createdOn: '2026-06-27' }))).toEqual({ kind: 'answer', dueOn: '2026-06-29' })
  })

  it("counts from the zone's date: half past midnight of 1 July is not 30 June", () => {
    const createdOn = dateIn('Asia/Shanghai', new Date('2026-06-30T16:30:00Z'))
    expect(leadClock(lead({ createdOn }))).toEqual({ kind: 'answer', dueOn: '2026-07-02' })
  })

  it('asks for the appraisal within three working days of the first contact', () => {
    const contacted = lead({ stage: 'contacted', firstContactOn: '2026-07-02', stageSince: '2026-07-03' })
    expect(leadClock(contacted)).toEqual({ kind: 'appraise', dueOn: '2026-07-07' })
    expect(leadClock({ ...contacted, firstContactOn: null })).toEqual({
      kind: 'appraise',
      dueOn: '2026-07-08',
    })
  })

  it('asks for progress every fourteen days, from the latest of activity, move and hand-over', () => {
    const qualified = lead({ stage: 'qualified', stageSince: '2026-07-01', lastActivityOn: '2026-07-10' })
    expect(leadClock(qualified)).toEqual({ kind: 'progress', dueOn: '2026-07-24' })
    expect(leadClock({ ...qualified, handoverAcceptedOn: '2026-07-18' })?.dueOn).toBe('2026-08-01')
    expect(leadClock({ ...qualified, lastActivityOn: null })?.dueOn).toBe('2026-07-15')
  })

  it('turns to progress when a contacted lead is declined: it waits to be closed', () => {
    const declined = lead({ stage: 'contacted', firstContactOn: '2026-07-02', verdict: 'decline' })
    expect(leadClock({ ...declined, lastActivityOn: '2026-07-06' })).toEqual({
      kind: 'progress',
      dueOn: '2026-07-20',
    })
  })

  it('ends with the lead', () => {
    expect(leadClock(lead({ stage: 'converted' }))).toBeNull()
    expect(leadClock(lead({ stage: 'disqualified' }))).toBeNull()
  })

  it("follows the zone's own limits", () => {
    const limits = { ...zoneDefaults, answerWorkingDays: 2 }
    expect(leadClock(lead({}), limits)?.dueOn).toBe('2026-06-30')
  })

  it('reminds of whoever introduced the investor until they are told', () => {
    const introduced = { namedOn: '2026-06-26', introduced: true }
    expect(introducerClock(introduced)).toEqual({ kind: 'tell', dueOn: '2026-07-03' })
    expect(introducerClock({ ...introduced, toldOn: '2026-06-30' })).toBeNull()
    expect(introducerClock({ ...introduced, introduced: false })).toBeNull()
  })
})

describe("a deal's clock", () => {
  const deal = {
    stage: 'negotiation',
    status: 'active',
    stageSince: '2026-06-01',
    lastActivityOn: '2026-06-20',
  } as const

  it('runs from the last activity or move', () => {
    expect(dealClock(deal)).toEqual({ kind: 'progress', dueOn: '2026-07-04' })
    expect(dealClock({ ...deal, stageSince: '2026-06-28' })?.dueOn).toBe('2026-07-12')
  })

  it('stops on hold and starts anew when the deal is taken up again', () => {
    expect(dealClock({ ...deal, status: 'on_hold' })).toBeNull()
    expect(dealClock({ ...deal, statusSince: '2026-08-03' })?.dueOn).toBe('2026-08-17')
    expect(dealClock({ ...deal, status: 'lost' })).toBeNull()
    expect(dealClock({ ...deal, stage: 'approved' })).toBeNull()
  })
})

describe('how a clock stands', () => {
  it.each([
    ['2026-06-26', 'overdue', 3],
    ['2026-06-29', 'due_today', 0],
    ['2026-06-30', 'soon', 1],
    ['2026-07-01', 'soon', 2],
    ['2026-07-02', 'ok', 3],
  ] as const)('due %s on 29 June is %s, %i days', (dueOn, state, days) => {
    expect(clockState(dueOn, '2026-06-29')).toEqual({ state, days })
  })
})
