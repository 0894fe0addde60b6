import { describe, expect, it } from 'vitest'
import { columnDecimal, columnUnit, inColumn } from '@/domain/money/column'
import type { Currency } from '@/domain/money/currency'
import { moneyOf } from '@/domain/money/money'
import { addSums, emptySum, isComplete, sumOf } from '@/domain/money/sum'
import { exact, wordParts, words } from '@/domain/money/words'
import { type Locale, locales } from '@/domain/user/user'

const money = (decimal: string, currency: Currency = 'CNY') =>
  moneyOf(decimal, currency) ?? { minor: 0n, currency }
const inAll = (decimal: string, currency?: Currency) =>
  locales.map(locale => words(money(decimal, currency), locale))

describe('words', () => {
  it('says an amount as an office of each language does', () => {
    expect(inAll('116000000')).toEqual([
      '1.16亿元',
      '1.16億元',
      'CNY 116 million',
      '1億1,600万人民元',
      '1억 1,600만 위안',
    ])
    expect(inAll('7255100', 'USD')).toEqual([
      '725.51万美元',
      '725.51萬美元',
      'USD 7.255 million',
      '725万5,100米ドル',
      '725만 5,100 달러',
    ])
    expect(inAll('54470000', 'HKD')).toEqual([
      '5447万港元',
      '5447萬港元',
      'HKD 54.47 million',
      '5,447万香港ドル',
      '5,447만 홍콩 달러',
    ])
    expect(inAll('600000000', 'JPY')).toEqual(['6亿日元', '6億日圓', 'JPY 600 million', '6億円', '6억 엔'])
    expect(inAll('2400000000', 'KRW')).toEqual([
      '24亿韩元',
      '24億韓圓',
      'KRW 2.4 billion',
      '24億ウォン',
      '24억 원',
    ])
    expect(inAll('100000100')).toEqual(['1亿元', '1億元', 'CNY 100 million', '1億人民元', '1억 위안'])
  })

  it.each([
    ['629900000', '6.299亿元'],
    ['2048000000', '20.48亿元'],
    ['640000000', '6.4亿元'],
    ['51511210', '5151.12万元'],
    ['49567700', '4956.77万元'],
    ['8065600', '806.56万元'],
    ['364834400', '3.648亿元'],
    ['12345.67', '1.235万元'],
    ['9800', '9800元'],
    ['0.05', '0.05元'],
    ['0', '0元'],
  ])('gives the more precise of four digits and two decimals: %s is %s', (decimal, said) => {
    expect(words(money(decimal), 'zh-Hans')).toBe(said)
  })

  it.each([
    ['99994999.99', '9999.5万元'],
    ['99999949.99', '9999.99万元'],
    ['99999950', '1亿元'],
    ['9999.99', '9999.99元'],
    ['10004.99', '1万元'],
    ['10005', '1.001万元'],
    ['100050', '10.01万元'],
    ['1234549999', '12.35亿元'],
    ['1234500000', '12.35亿元'],
    ['1234499999', '12.34亿元'],
    ['999999999999', '1万亿元'],
  ])('rounds half up and carries into the next unit: %s is %s', (decimal, said) => {
    expect(words(money(decimal), 'zh-Hans')).toBe(said)
  })

  it('carries in every language', () => {
    expect(inAll('99999950')).toEqual(['1亿元', '1億元', 'CNY 100 million', '1億人民元', '1억 위안'])
    expect(words(money('999999999.99'), 'en')).toBe('CNY 1 billion')
    expect(words(money('99995000'), 'ja')).toBe('9,999万5,000人民元')
  })

  it('keeps the sign of a difference beside the figures', () => {
    expect(inAll('-116000000')).toEqual([
      '-1.16亿元',
      '-1.16億元',
      'CNY -116 million',
      '-1億1,600万人民元',
      '-1억 1,600만 위안',
    ])
    expect(exact(money('-116000000'))).toBe('-116,000,000.00 CNY')
  })

  it('falls into numbers and units that join to the same words', () => {
    expect(wordParts(money('116000000'), 'zh-Hans')).toEqual([
      { kind: 'number', text: '1.16' },
      { kind: 'unit', text: '亿元' },
    ])
    expect(wordParts(money('116000000'), 'en').map(part => part.kind)).toEqual(['unit', 'number', 'unit'])
    expect(wordParts(money('116000000'), 'ja').map(part => part.text)).toEqual([
      '1',
      '億',
      '1,600',
      '万',
      '人民元',
    ])
  })

  it('shows the exact value with every digit', () => {
    expect(exact(money('116000000'))).toBe('116,000,000.00 CNY')
    expect(exact(money('600000000', 'JPY'))).toBe('600,000,000 JPY')
    expect(exact(money('0.5', 'USD'))).toBe('0.50 USD')
  })
})

describe('a column', () => {
  it('has one unit, and the full number in the cell', () => {
    const cell = (locale: Locale, decimal: string) =>
      `${inColumn(money(decimal).minor, locale)} ${columnUnit(locale).word}`
    expect(locales.map(locale => cell(locale, '116000000'))).toEqual([
      '11,600 万元',
      '11,600 萬元',
      '116 CNY million',
      '11,600 万人民元',
      '11,600 만 위안',
    ])
    expect(inColumn(money('51511210.01').minor, 'zh-Hans')).toBe('5,151.121001')
    expect(inColumn(money('-51511210').minor, 'zh-Hans')).toBe('-5,151.121')
    expect(columnDecimal(money('51511210').minor, 'zh-Hans')).toBe('5151.121')
    expect(columnDecimal(money('100').minor, 'en')).toBe('0.0001')
    expect(columnDecimal(0n, 'zh-Hans')).toBe('0')
  })
})

describe('a sum', () => {
  const parts = [
    { stated: true, cny: 860n },
    { stated: false, cny: null },
    { stated: true, cny: null },
    { stated: true, cny: 140n },
  ]

  it('says what it leaves out', () => {
    expect(sumOf(parts)).toEqual({ count: 4, cny: 1000n, notStated: 1, withoutRate: 1 })
    expect(isComplete(sumOf(parts))).toBe(false)
    expect(isComplete(sumOf([{ stated: true, cny: 0n }]))).toBe(true)
  })

  it('is the same however it is split', () => {
    expect(addSums(sumOf(parts.slice(0, 2)), sumOf(parts.slice(2)))).toEqual(sumOf(parts))
    expect(addSums()).toEqual(emptySum)
  })
})
