import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { searchTerms } from '@/domain/name/search-text'
import { bestMarked, marked } from '@/domain/search/mark'
import { QUERY_LENGTH, searchQuery } from '@/domain/search/query'

const shown = (text: string, query: string) =>
  marked(text, searchTerms(query))
    ?.map(piece => (piece.mark ? `[${piece.text}]` : piece.text))
    .join('')

describe('marked', () => {
  it.each([
    ['威海馬氏食品有限公司', '马氏', '威海[馬氏]食品有限公司'],
    ['威海马氏食品', '馬', '威海[马]氏食品'],
    ['トヨタ自動車', 'とよ', '[トヨ]タ自動車'],
    ['삼성전자', '성전', '삼[성전]자'],
    ['Mashi Foods Co., Ltd.', 'FOODS co', 'Mashi [Foods] [Co]., Ltd.'],
    ['Mashi Foods', 'shifo', 'Ma[shi Fo]ods'],
    ['威海马氏食品', 'mashi', '威海[马氏]食品'],
    ['威海马氏食品', 'whms', '[威海马氏]食品'],
    ['威海马氏食品', 'aima', '威[海马]氏食品'],
    ['曾建国', 'zeng', '[曾]建国'],
    ['绿能', 'lu', '[绿]能'],
    ['食品 · 食堂', '食', '[食]品 · [食]堂'],
    ['ＡＢＣ１２３', 'bc1', 'Ａ[ＢＣ１]２３'],
    ['L-2026-0001', '2026-00', 'L-[2026-00]01'],
  ])('marks in %s what %s finds: %s', (text, query, marks) => {
    expect(shown(text, query)).toBe(marks)
  })

  it('says when a word is not in the text, and takes the text that has the most', () => {
    expect(marked('威海马氏', ['烟台'])).toBeNull()
    expect(bestMarked(['威海', 'Mashi Foods', '马氏食品'], ['马氏'])?.text).toBe('马氏食品')
    expect(bestMarked(['王建国', '马氏食品'], ['王', '马氏'])?.text).toBe('王建国')
    expect(bestMarked(['甲'], ['乙'])).toBeNull()
  })

  it('loses no character of any text', () => {
    fc.assert(
      fc.property(
        fc.string({ unit: 'grapheme', maxLength: 30 }),
        fc.string({ maxLength: 3 }),
        (text, term) => {
          const pieces = marked(text, searchTerms(term))
          if (pieces) expect(pieces.map(piece => piece.text).join('')).toBe(text)
        },
      ),
    )
  })
})

describe('searchQuery', () => {
  it.each([
    ['138 0013 8000', '13800138000'],
    ['＋８６ 138-0013-8000', '13800138000'],
    ['0631-523 1234', '6315231234'],
    ['1380', '1380'],
    ['138', null],
    ['office@mashi.example', 'officemashiexample'],
    ['wang', 'wang'],
    ['马氏食品', null],
    ['wang mashi', null],
  ])('%s may be a part of a phone number or an address: %s', (text, detail) => {
    expect(searchQuery(text).detail).toBe(detail)
  })

  it('is bounded in length and words, and says so', () => {
    expect(searchQuery('马'.repeat(QUERY_LENGTH))).toMatchObject({ cut: false })
    expect(searchQuery('马'.repeat(5000))).toMatchObject({ cut: true, terms: ['马'.repeat(QUERY_LENGTH)] })
    expect(searchQuery('a b c d e f g h i')).toMatchObject({ cut: true, terms: [...'abcdefgh'] })
    expect(searchQuery(' —— ')).toMatchObject({ cut: false, terms: [], detail: null })
  })
})
