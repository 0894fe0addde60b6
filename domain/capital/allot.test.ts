import fc from 'fast-check'
import { expect, test } from 'vitest'
import { currencies } from '@/domain/money/currency'
import { toCny } from '@/domain/money/money'
import { allot, fromCny } from './allot'

const amount = fc.bigInt({ min: 1n, max: 10n ** 12n })
const plans = fc
  .array(fc.record({ byOn: fc.constantFrom('2026-01-31', '2026-09-30', '2028-06-30'), minor: amount }), {
    minLength: 1,
  })
  .map(rows => rows.map((row, index) => ({ ...row, id: index + 1 })))

test('what arrived settles the plan that is due first; what is open is what was planned less what arrived', () => {
  fc.assert(
    fc.property(plans, fc.bigInt({ min: 0n, max: 10n ** 13n }), (plans, received) => {
      const open = allot(plans, received)
      const planned = plans.reduce((sum, { minor }) => sum + minor, 0n)
      const left = [...open.values()].reduce((sum, minor) => sum + minor, 0n)
      expect(left).toBe(planned > received ? planned - received : 0n)
      const later = plans.toSorted((a, b) => (a.byOn < b.byOn ? -1 : a.byOn > b.byOn ? 1 : a.id - b.id))
      const firstOpen = later.findIndex(({ id }) => (open.get(id) ?? 0n) > 0n)
      for (const { id, minor } of firstOpen < 0 ? [] : later.slice(firstOpen + 1))
        expect(open.get(id)).toBe(minor)
    }),
  )
})

test('yuan that came for a foreign part are its currency to the minor unit, and never nothing', () => {
  fc.assert(
    fc.property(amount, fc.constantFrom(...currencies), (minor, currency) => {
      expect(fromCny(toCny(minor, currency, '7.12345678'), currency, '7.12345678')).toBe(minor)
    }),
  )
  expect(fromCny(1n, 'JPY', '0.05')).toBe(1n)
  expect(fromCny(7_100_000_00n, 'USD', '7.10')).toBe(1_000_000_00n)
  expect(() => fromCny(1n, 'USD', '0')).toThrow(RangeError)
})
