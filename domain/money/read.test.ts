import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { currencies, minorDigits } from '@/domain/money/currency'
import { pow10 } from '@/domain/money/decimal'
import { readMoney } from '@/domain/money/read'
import { exact, words } from '@/domain/money/words'
import { locales } from '@/domain/user/user'

const yuan = (amount: number | bigint) => BigInt(amount) * 100n

describe('readMoney', () => {
  it.each([
    ['1.16亿', yuan(116_000_000)],
    ['1.16億', yuan(116_000_000)],
    ['1.16 亿元', yuan(116_000_000)],
    ['人民币1.16亿元整', yuan(116_000_000)],
    ['RMB 116 million', yuan(116_000_000)],
    ['¥116,000,000.00', yuan(116_000_000)],
    ['1億1,600万人民元', yuan(116_000_000)],
    ['1억 1,600만 위안', yuan(116_000_000)],
    ['一亿一千六百万元', yuan(116_000_000)],
    ['2。87亿', yuan(287_000_000)],
    ['11,600', yuan(11_600)],
    ['１１，６００', yuan(11_600)],
    ['11 600', yuan(11_600)],
    ["11'600", yuan(11_600)],
    ['11600万元', yuan(116_000_000)],
    ['5千万', yuan(50_000_000)],
    ['3百万', yuan(3_000_000)],
    ['两亿三千万', yuan(230_000_000)],
    ['十万', yuan(100_000)],
    ['10万500元', yuan(100_500)],
    ['三万零五元', yuan(30_005)],
    ['50w', yuan(500_000)],
    ['3.5m', yuan(3_500_000)],
    ['2.048 billion', yuan(2_048_000_000)],
    ['1万亿', yuan(10n ** 12n)],
    ['0.01', 1n],
  ])('reads %s in a field of CNY', (text, minor) => {
    expect(readMoney(text, 'CNY')).toEqual({
      ok: true,
      money: { minor, currency: 'CNY' },
      currencySwitched: false,
    })
  })

  it.each([
    ['350万美元', 'USD', 3_500_000_00n],
    ['350万美金', 'USD', 3_500_000_00n],
    ['美元350万元', 'USD', 3_500_000_00n],
    ['USD 3.5m', 'USD', 3_500_000_00n],
    ['3.5 million USD', 'USD', 3_500_000_00n],
    ['$3.5M', 'USD', 3_500_000_00n],
    ['3.5 million US dollars', 'USD', 3_500_000_00n],
    ['350万米ドル', 'USD', 3_500_000_00n],
    ['350만 달러', 'USD', 3_500_000_00n],
    ['５４４７万港元', 'HKD', 54_470_000_00n],
    ['HK$54.47M', 'HKD', 54_470_000_00n],
    ['5,447만 홍콩 달러', 'HKD', 54_470_000_00n],
    ['EUR 250万', 'EUR', 2_500_000_00n],
    ['€2.5 Mio', 'EUR', 2_500_000_00n],
    ['6億円', 'JPY', 600_000_000n],
    ['24亿韩元', 'KRW', 2_400_000_000n],
    ['24억 원', 'KRW', 2_400_000_000n],
    ['6000萬新臺幣', 'TWD', 60_000_000_00n],
    ['NT$60M', 'TWD', 60_000_000_00n],
    ['100 Swiss francs', 'CHF', 100_00n],
  ] as const)('reads %s as %s and says that the currency is switched', (text, currency, minor) => {
    expect(readMoney(text, 'CNY')).toEqual({ ok: true, money: { minor, currency }, currencySwitched: true })
  })

  it("takes a word that currencies share as the field's own", () => {
    const currencyOf = (text: string, field: 'CNY' | 'USD' | 'HKD' | 'JPY') => {
      const read = readMoney(text, field)
      return read.ok && read.money.currency
    }
    expect(currencyOf('$100', 'HKD')).toBe('HKD')
    expect(currencyOf('$100', 'CNY')).toBe('USD')
    expect(currencyOf('100元', 'HKD')).toBe('HKD')
    expect(currencyOf('100元', 'USD')).toBe('CNY')
    expect(currencyOf('¥100', 'JPY')).toBe('JPY')
    expect(currencyOf('¥100', 'USD')).toBe('CNY')
    expect(currencyOf('100', 'USD')).toBe('USD')
  })

  it.each([
    ['', 'empty'],
    ['　', 'empty'],
    ['面议', 'unreadable'],
    ['约1亿', 'unreadable'],
    ['1亿-2亿', 'unreadable'],
    ['3,5', 'unreadable'],
    ['1,1600', 'unreadable'],
    ['1.2.3', 'unreadable'],
    ['1 16亿', 'unreadable'],
    ['3万5', 'unreadable'],
    ['1亿5000', 'unreadable'],
    ['2亿3亿', 'unreadable'],
    ['1.5亿3000万', 'unreadable'],
    ['1e9', 'unreadable'],
    ['0x10', 'unreadable'],
    ['元', 'unreadable'],
    ['=1+1', 'unreadable'],
    ['9'.repeat(101), 'unreadable'],
    ['0', 'zero'],
    ['0.00万元', 'zero'],
    ['-5万', 'negative'],
    ['－5万', 'negative'],
    ['(5万)', 'negative'],
    ['△5万', 'negative'],
    ['1万亿零1元', 'too_large'],
    ['1000000000000.01', 'too_large'],
    ['9'.repeat(90), 'too_large'],
    ['0.001', 'too_many_decimals'],
    ['USD 5 EUR', 'two_currencies'],
  ])('refuses %s: %s', (text, reason) => {
    expect(readMoney(text, 'CNY')).toMatchObject({ ok: false, reason: `money.read.${reason}` })
  })

  it('knows that yen and won have no decimals', () => {
    expect(readMoney('100.5円', 'CNY')).toEqual({
      ok: false,
      reason: 'money.read.too_many_decimals',
      values: { digits: 0 },
    })
    expect(readMoney('1.5万円', 'CNY')).toMatchObject({ ok: true })
  })

  it('never throws and never reads below one minor unit', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme' }), fc.constantFrom(...currencies), (text, currency) => {
        const read = readMoney(text, currency)
        if (read.ok) expect(read.money.minor).toBeGreaterThan(0n)
        else expect(read.reason).toMatch(/^money\.read\./)
      }),
      { numRuns: 2000 },
    )
  })

  it('stays quick on hostile text', () => {
    const began = performance.now()
    for (const piece of ['1,111', '九', '万', ' 1', '(', '0.', 'dollars '])
      readMoney(piece.repeat(100_000), 'CNY')
    expect(performance.now() - began).toBeLessThan(500)
  })
})

describe('reading back what we show', () => {
  const amount = fc
    .tuple(
      fc.constantFrom(...currencies),
      fc.integer({ min: 0, max: 12 }),
      fc.bigInt({ min: 1n, max: 10n ** 12n }),
    )
    .map(([currency, power, base]) => ({
      currency,
      minor: (base % pow10(power + 1)) + 1n,
    }))

  it('takes the exact form exactly', () => {
    fc.assert(
      fc.property(amount, money => {
        expect(readMoney(exact(money), 'CNY')).toMatchObject({ ok: true, money })
      }),
    )
  })

  it.each(locales)('recovers the words in %s within their rounding, in the same currency', locale => {
    fc.assert(
      fc.property(amount, money => {
        const read = readMoney(words(money, locale), money.currency)
        if (!read.ok) throw new Error(`${words(money, locale)}: ${read.reason}`)
        expect(read.money.currency).toBe(money.currency)
        const off = read.money.minor - money.minor
        const magnitude = off < 0n ? -off : off
        expect(magnitude * 2000n <= money.minor || magnitude === 0n).toBe(true)
        expect(words(read.money, locale)).toBe(words(money, locale))
      }),
      { numRuns: 500 },
    )
  })

  it('shows whole units without loss', () => {
    for (const currency of currencies) {
      const money = { minor: 5447n * pow10(4 + minorDigits[currency]), currency }
      for (const locale of locales)
        expect(readMoney(words(money, locale), currency)).toMatchObject({ ok: true, money })
    }
  })
})
