import fc from 'fast-check'
import { expect, test } from 'vitest'
import { type Currency, currencies } from '@/domain/money/currency'
import { type Money, toCny } from '@/domain/money/money'
import { closing } from './close'

const yuan = (minor: bigint) => ({ money: { minor, currency: 'CNY' } as Money, cny: minor })
const part = (minor: bigint) => ({ rest: false, ...yuan(minor) })
const rest = { rest: true, money: null, cny: null }
const usd = (minor: bigint, rate: string | null) => {
  const money = { minor, currency: 'USD' } as Money
  return { rest: false, money, cny: rate && toCny(minor, 'USD', rate) } as ReturnType<typeof part>
}
const amount = fc.bigInt({ min: 1n, max: 10n ** 13n })

test('a structure in one currency closes whatever its parts, and is one minor unit off only within the tolerance', () => {
  fc.assert(
    fc.property(fc.array(amount, { minLength: 1, maxLength: 24 }), minors => {
      const total = minors.reduce((sum, minor) => sum + minor, 0n)
      expect(closing(minors.map(part), yuan(total))).toMatchObject({ state: 'closed', gap: { minor: 0n } })
      const more = closing(minors.map(part), yuan(total + 1n))
      expect(more.gap?.minor).toBe(-1n)
      expect(more.state).toBe(total + 1n >= 1000n ? 'closed' : 'gap')
    }),
  )
})

test('in the currency of a foreign total parts add up to the minor unit, with a rate or without', () => {
  const currency = fc.constantFrom(...currencies) as fc.Arbitrary<Currency>
  fc.assert(
    fc.property(
      fc.array(amount, { minLength: 1, maxLength: 24 }),
      currency,
      fc.boolean(),
      (minors, currency, rated) => {
        const of = (minor: bigint) => ({
          money: { minor, currency },
          cny: rated ? toCny(minor, currency, '0.07') : null,
        })
        const total = minors.reduce((sum, minor) => sum + minor, 0n)
        const parts = minors.map(minor => ({ rest: false, ...of(minor) }))
        expect(closing(parts, of(total))).toMatchObject({ state: 'closed', gap: { minor: 0n, currency } })
      },
    ),
  )
})

test('parts of several currencies close in yuan at the deal’s rate: rounding to the fen stays within the tolerance', () => {
  const rate = fc
    .integer({ min: 1, max: 20_000_000 })
    .map(n => `${Math.floor(n / 1e6)}.${String(n % 1e6).padStart(6, '0')}1`)
  const dollars = fc.array(fc.bigInt({ min: 1n, max: 10n ** 12n }), { minLength: 1, maxLength: 23 })
  fc.assert(
    fc.property(dollars, rate, fc.bigInt({ min: 10n ** 5n, max: 10n ** 12n }), (dollars, rate, domestic) => {
      const total =
        domestic +
        toCny(
          dollars.reduce((sum, minor) => sum + minor, 0n),
          'USD',
          rate,
        )
      const found = closing([part(domestic), ...dollars.map(minor => usd(minor, rate))], yuan(total))
      expect(found.state).toBe('closed')
      expect(found.currency).toBe('CNY')
    }),
  )
})

test('the rest is to the minor unit what the others leave, and too much of them is said as a number', () => {
  fc.assert(
    fc.property(fc.array(amount, { maxLength: 10 }), amount, (minors, left) => {
      const total = minors.reduce((sum, minor) => sum + minor, left)
      const closed = closing([...minors.map(part), rest], yuan(total))
      expect(closed).toMatchObject({ state: 'closed', rest: { minor: left, cny: left }, gap: { minor: 0n } })
      expect(closed.sum).toMatchObject({ cny: total, count: minors.length + 1, withoutRate: 0 })
      const over = closing([...minors.map(part), part(left + total), rest], yuan(total))
      expect(over).toMatchObject({ state: 'gap', gap: { minor: total, currency: 'CNY' }, rest: null })
    }),
  )
})

test('the domestic rest of the casting joint venture is 64,488,790 yuan beside 7,255,100 dollars at 7.10', () => {
  expect(closing([usd(725_510_000n, '7.10'), rest], yuan(11_600_000_000n))).toMatchObject({
    state: 'closed',
    sum: { cny: 11_600_000_000n },
    rest: { minor: 6_448_879_000n, currency: 'CNY' },
  })
})

test('the tolerance is one per mille of the total, on either side', () => {
  const state = (parts: bigint) => closing([part(parts)], yuan(1_000_000n)).state
  expect([999_000n, 1_001_000n, 998_999n, 1_001_001n].map(state)).toEqual(['closed', 'closed', 'gap', 'gap'])
})

test('what is not known is not zero: no total, no rate and no parts are told apart, and none of them closes', () => {
  expect(closing([], yuan(5n)).state).toBe('none')
  expect(closing([part(5n)], { money: null, cny: null })).toMatchObject({ state: 'no_total', gap: null })
  expect(closing([part(5n)], { money: { minor: 5n, currency: 'USD' }, cny: null }).state).toBe('no_rate')
  expect(closing([part(5n), usd(7n, null), rest], yuan(99n))).toMatchObject({
    state: 'no_rate',
    rest: null,
    sum: { count: 2, cny: 5n, withoutRate: 1 },
  })
})
