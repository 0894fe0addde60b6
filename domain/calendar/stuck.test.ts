import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { addDays } from '@/domain/calendar/date'
import { type StuckFacts, stuckBounds, stuckReasons } from '@/domain/calendar/stuck'

const today = '2026-06-30'
const ago = (days: number) => addDays(today, -days)
const moving: StuckFacts = {
  stage: 'negotiation',
  status: 'active',
  stageSince: ago(30),
  lastActivityOn: ago(3),
  nextStepOn: addDays(today, 5),
}
const kinds = (facts: Partial<StuckFacts>) =>
  stuckReasons({ ...moving, ...facts }, today).map(reason => reason.kind)

describe('a stuck deal', () => {
  it('is not one that moves', () => {
    expect(kinds({})).toEqual([])
  })

  it('has been in its stage longer than the limit', () => {
    expect(kinds({ stageSince: ago(90) })).toEqual([])
    expect(kinds({ stageSince: ago(91) })).toEqual(['stage'])
    expect(kinds({ stage: 'entry_procedures', stageSince: ago(60) })).toEqual([])
    expect(kinds({ stage: 'entry_procedures', stageSince: ago(61) })).toEqual(['stage'])
  })

  it('has had no activity and no move for more than fourteen days', () => {
    expect(kinds({ lastActivityOn: ago(14) })).toEqual([])
    expect(kinds({ lastActivityOn: ago(15) })).toEqual(['quiet'])
    expect(kinds({ lastActivityOn: null })).toEqual(['quiet'])
    expect(kinds({ lastActivityOn: null, stageSince: ago(2) })).toEqual([])
  })

  it('has a next step that is a week overdue', () => {
    expect(kinds({ nextStepOn: ago(6) })).toEqual([])
    expect(kinds({ nextStepOn: ago(7) })).toEqual(['next_step'])
    expect(kinds({ nextStepOn: null })).toEqual([])
  })

  it('says how long, against which limit', () => {
    expect(stuckReasons({ ...moving, stageSince: ago(100), lastActivityOn: ago(20) }, today)).toEqual([
      { kind: 'stage', days: 100, limit: 90 },
      { kind: 'quiet', days: 20, limit: 14 },
    ])
  })

  it('is active and not yet approved', () => {
    const old = { stageSince: ago(400), lastActivityOn: null }
    expect(kinds({ ...old, status: 'on_hold' })).toEqual([])
    expect(kinds({ ...old, status: 'lost' })).toEqual([])
    expect(kinds({ ...old, stage: 'approved' })).toEqual([])
  })

  it('is the same by its reasons and by the bounds that a query uses', () => {
    const day = fc.integer({ min: 0, max: 120 }).map(ago)
    const stage = fc.constantFrom('negotiation', 'entry_procedures')
    fc.assert(
      fc.property(stage, day, day, day, (stage, stageSince, lastActivityOn, nextStepOn) => {
        const bounds = stuckBounds(today)
        const byBounds =
          stageSince < bounds.stageSinceBefore[stage] ||
          (lastActivityOn > stageSince ? lastActivityOn : stageSince) < bounds.quietBefore ||
          nextStepOn < bounds.nextStepBefore
        expect(kinds({ stage, stageSince, lastActivityOn, nextStepOn }).length > 0).toBe(byBounds)
      }),
    )
  })
})
