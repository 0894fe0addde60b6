import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { type Claim, creditOf, holderOf, lapsesAt, sharesFrom } from './first-contact'

const at = (day: number) => new Date(Date.UTC(2026, 0, day))
const claim = (deskId: number, first: number, progress = first): Claim => ({
  deskId,
  byId: deskId,
  at: at(first),
  progressAt: at(progress),
})

describe('who has the first contact', () => {
  it('is the desk that recorded it first, until 30 days pass without progress', () => {
    const claims = [claim(2, 5), claim(1, 1, 10)]
    expect(holderOf(claims, null, at(12), 30)?.deskId).toBe(1)
    expect(holderOf([claim(1, 1, 10), claim(2, 5, 30)], null, at(41), 30)?.deskId).toBe(2)
    expect(holderOf(claims, null, at(60), 30)).toBeNull()
    expect(lapsesAt(claim(1, 1, 10), 30)).toEqual(at(40))
  })
  it('is the desk that the director named, while its claim lives', () => {
    const ruled = { deskId: 2, shares: [{ deskId: 2, percent: 100 }], at: at(5) }
    expect(holderOf([claim(1, 1), claim(2, 5)], ruled, at(6), 30)?.deskId).toBe(2)
    expect(holderOf([claim(1, 1, 40), claim(2, 5)], ruled, at(41), 30)?.deskId).toBe(1)
  })
  it('gives all the credit to its desk unless it was ruled or agreed otherwise, and the last word counts', () => {
    expect(creditOf(claim(1, 1), null)).toEqual([{ deskId: 1, percent: 100 }])
    expect(creditOf(null, null)).toEqual([])
    const shares = [
      { deskId: 1, percent: 60 },
      { deskId: 2, percent: 40 },
    ]
    const later = [{ deskId: 2, percent: 100 }]
    expect(creditOf(claim(1, 1), { shares, at: at(3) }, null)).toBe(shares)
    expect(creditOf(claim(1, 1), { shares, at: at(3) }, { shares: later, at: at(4) })).toBe(later)
  })
  it('takes shares that are whole and add up to 100, and no others', () =>
    fc.assert(
      fc.property(fc.integer({ min: -20, max: 130 }), fc.integer({ min: -20, max: 130 }), (one, other) => {
        const shares = sharesFrom([
          { deskId: 1, percent: one },
          { deskId: 2, percent: other },
        ])
        const right = one >= 0 && other >= 0 && one + other === 100
        expect(shares !== null).toBe(right)
        if (shares) expect(shares.reduce((sum, { percent }) => sum + percent, 0)).toBe(100)
      }),
    ))
  it('never names a lapsed claim, whatever the claims', () =>
    fc.assert(
      fc.property(
        fc.array(fc.tuple(fc.integer({ min: 1, max: 4 }), fc.integer({ min: 1, max: 90 }), fc.nat(30))),
        fc.integer({ min: 1, max: 150 }),
        (drawn, now) => {
          const claims = drawn.map(([desk, first, more]) => claim(desk, first, first + more))
          const holder = holderOf(claims, null, at(now), 30)
          if (holder) expect(lapsesAt(holder, 30) >= at(now)).toBe(true)
          else expect(claims.every(one => lapsesAt(one, 30) < at(now))).toBe(true)
        },
      ),
    ))
})
