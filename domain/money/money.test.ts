import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { currencies, currencyName, minorDigits } from '@/domain/money/currency'
import { add, compare, decimalOf, isRate, moneyOf, subtract, toCny } from '@/domain/money/money'
import { locales } from '@/domain/user/user'

describe('toCny', () => {
  it.each([
    [600_000_000_00n, 'USD', '7.10', 4_260_000_000_00n],
    [45_000_000_00n, 'HKD', '0.91', 40_950_000_00n],
    [600_000_000n, 'JPY', '0.05', 30_000_000_00n],
    [2_400_000_000n, 'KRW', '0.005', 12_000_000_00n],
    [7_255_100_00n, 'USD', '7.10', 51_511_210_00n],
    [60_000_000_00n, 'TWD', '0.22', 13_200_000_00n],
    [11_600_00n, 'CNY', '1', 11_600_00n],
  ] as const)('turns %s minor units of %s at %s into %s fen', (minor, currency, rate, fen) => {
    expect(toCny(minor, currency, rate)).toBe(fen)
  })

  it('rounds half up at the fen', () => {
    expect(toCny(1n, 'USD', '7.105')).toBe(7n)
    expect(toCny(1n, 'USD', '7.5')).toBe(8n)
    expect(toCny(1n, 'KRW', '0.00505')).toBe(1n)
    expect(toCny(1n, 'KRW', '0.00499')).toBe(0n)
    expect(toCny(3n, 'JPY', '0.0483')).toBe(14n)
    expect(toCny(-1n, 'USD', '7.5')).toBe(-8n)
  })

  it('is exact where a double is not', () => {
    expect(toCny(9_007_199_254_740_993n, 'CNY', '1')).toBe(9_007_199_254_740_993n)
    expect(toCny(100_000_000_000_000n, 'USD', '7.123456789')).toBe(712_345_678_900_000n)
  })

  it('refuses what is no rate', () => {
    for (const rate of ['', '0', '-7', '7,1', '7.1e3', 'NaN', ' 7']) {
      expect(isRate(rate)).toBe(false)
      expect(() => toCny(100n, 'USD', rate)).toThrow(RangeError)
    }
    expect(isRate('0.005')).toBe(true)
  })
})

describe('amounts', () => {
  it('add and compare within a currency and throw across two', () => {
    const five = { minor: 5n, currency: 'USD' } as const
    const seven = { minor: 7n, currency: 'USD' } as const
    expect(add(five, seven)).toEqual({ minor: 12n, currency: 'USD' })
    expect(subtract(five, seven)).toEqual({ minor: -2n, currency: 'USD' })
    expect([compare(five, seven), compare(seven, five), compare(five, five)]).toEqual([-1, 1, 0])
    expect(() => add(five, { minor: 1n, currency: 'HKD' })).toThrow(TypeError)
    expect(() => compare(five, { minor: 1n, currency: 'CNY' })).toThrow(TypeError)
  })

  it('come back from their decimal digits', () => {
    const anyMoney = fc.record({
      minor: fc.bigInt({ min: -(10n ** 18n), max: 10n ** 18n }),
      currency: fc.constantFrom(...currencies),
    })
    fc.assert(
      fc.property(anyMoney, money => {
        expect(moneyOf(decimalOf(money), money.currency)).toEqual(money)
      }),
    )
  })

  it('do not take more decimals than the currency has', () => {
    expect(decimalOf({ minor: 5n, currency: 'CNY' })).toBe('0.05')
    expect(decimalOf({ minor: 5n, currency: 'JPY' })).toBe('5')
    expect(moneyOf('100.5', 'JPY')).toBeNull()
    expect(moneyOf('100.500', 'CNY')).toEqual({ minor: 10050n, currency: 'CNY' })
    expect(moneyOf('1e3', 'CNY')).toBeNull()
  })
})

describe('currencies', () => {
  it('have the minor digits of the platform and a name of their own in each language', () => {
    for (const currency of currencies) {
      const platform = new Intl.NumberFormat('en', { style: 'currency', currency }).resolvedOptions()
      expect(minorDigits[currency], currency).toBe(platform.maximumFractionDigits)
    }
    for (const locale of locales) {
      const names = currencies.map(currency => currencyName(currency, locale))
      expect(new Set(names).size).toBe(currencies.length)
    }
  })
})
