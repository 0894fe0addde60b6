import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { fold } from '@/domain/name/fold'
import { nameKey } from '@/domain/name/name-key'
import { personKey } from '@/domain/name/person-name'
import { searchTerm, searchTerms, searchText } from '@/domain/name/search-text'

describe('fold', () => {
  it.each([
    ['經濟開發區', '经济开发区'],
    ['浜松広沢製作所', '滨松广泽制作所'],
    ['東京経済', '东京经济'],
    ['武蔵徳黒', '武藏德黑'],
    ['ＡＢＣ１２３', 'abc123'],
    ['ﾄﾖﾀ', 'トヨタ'],
    ['㈱', '(株)'],
    ['Zürich Straße Łódź', 'zurich strasse lodz'],
    ['Đông Á', 'dong a'],
  ])('takes %s as %s', (text, folded) => {
    expect(fold(text)).toBe(folded)
  })

  it('leaves what only looks like a variant: 芸, 沪, 予, 云, kana with voicing marks, hangul', () => {
    for (const text of ['芸', '沪', '予', '云', 'ガギグ', 'がぎぐ', '한국투자', 'ไทย'])
      expect(fold(text)).toBe(text)
  })

  it('folds any part of a text as it folds it within the whole', () => {
    const text = fc.string({ unit: fc.constantFrom(...'經济乾乾元發头広沢Äßガ한(㈱ａB') })
    fc.assert(
      fc.property(text, text, (a, b) => {
        expect(fold(a + b)).toBe(fold(a) + fold(b))
        expect(fold(fold(a))).toBe(fold(a))
      }),
    )
  })
})

describe('nameKey', () => {
  it.each([
    [
      '威海马氏食品有限公司',
      '馬氏',
      '威海馬氏食品有限公司',
      '威海马氏食品股份有限公司',
      '威海马氏食品（集团）有限公司',
    ],
    ['海尔集团有限公司', '', '海爾集團', '海尔集团公司', '海尔 集团 股份有限公司'],
    ['株式会社トヨタ', '', 'トヨタ株式会社', '㈱トヨタ', 'ﾄﾖﾀ(株)', 'トヨタ（株）'],
    ['広沢製作所株式会社', '', '廣澤製作所株式會社', '广泽制作所'],
    ['삼성전자 주식회사', '', '주식회사 삼성전자', '㈜삼성전자', '삼성전자(주)', '삼성 전자'],
    [
      'Acme Co., Ltd.',
      '',
      'ACME CO.,LTD',
      'Acme Co.Ltd.',
      'acme limited',
      'Acme, Inc.',
      'ＡＣＭＥ Corporation',
    ],
    ['Müller Maschinenbau GmbH & Co. KG', '', 'MULLER MASCHINENBAU GMBH', 'Müller Maschinenbau AG'],
    ['Ferrari S.p.A.', '', 'FERRARI SPA', 'Ferrari S. p. A.', 'Ferrari S.r.l.'],
    ['PT Astra International Tbk', '', 'Astra International'],
    ['Orlen Sp. z o.o.', '', 'Orlen sp. z o. o.', 'ORLEN'],
    ['Top Glove Sdn. Bhd.', '', 'Top Glove'],
  ])('takes the spellings of %s for one company', (name, other, ...same) => {
    for (const spelling of same) expect(nameKey(spelling), spelling).toBe(nameKey(name))
    if (other) expect(nameKey(other)).not.toBe(nameKey(name))
  })

  it('keeps apart what a legal form alone does not tell', () => {
    const names = [
      '威海马氏食品',
      '威海马氏水产',
      '烟台马氏食品',
      '马氏食品威海分公司',
      '马氏食品',
      'Acme',
      'Acme China',
      'AB',
    ]
    expect(new Set(names.map(nameKey)).size).toBe(names.length)
  })

  it('never empties a name', () => {
    for (const name of ['有限公司', '集团', 'Group', 'Co., Ltd.', 'SE', '株式会社', '(주)']) {
      expect(nameKey(name), name).not.toBe('')
    }
    expect(nameKey(' ·— ')).toBe('')
  })

  it('does not change with case, width, spaces or punctuation', () => {
    const name = fc.string({ unit: fc.constantFrom(...'马氏食品トヨタ삼성abcXYZ019'), minLength: 3 })
    fc.assert(
      fc.property(name, name, (a, b) => {
        const wide = [...(a + b)]
          .map(c => (/[!-~]/.test(c) ? String.fromCharCode(c.charCodeAt(0) + 0xfee0) : c))
          .join('')
        expect(nameKey(`「${wide}」有限公司`)).toBe(nameKey(`${(a + b).toUpperCase()}有限公司`))
      }),
    )
  })

  it('stays quick on a name of 10,000 characters', () => {
    const began = performance.now()
    for (const piece of ['a.', '(株', '有限公司', 'co. ', ' ', '集团', 'sp. z ']) nameKey(piece.repeat(5000))
    expect(performance.now() - began).toBeLessThan(1000)
  })
})

describe('searchText', () => {
  it('finds by any part, script and width, within one of the parts', () => {
    const row = searchText(
      '威海馬氏食品有限公司',
      'Mashi Foods Co., Ltd.',
      null,
      'L-2026-0001',
      '+86 631-523 1234',
      'トヨタ',
    )
    for (const query of [
      '马氏',
      '馬',
      'ＭＡＳＨＩ',
      'foods co',
      'l-2026',
      '6315231234',
      'とよ',
      'ﾖﾀ',
      '有限',
    ]) {
      expect(row, query).toContain(searchTerm(query))
    }
    expect(row).not.toContain(searchTerm('公司Mashi'))
  })

  it('drops what cannot be searched and repeats nothing', () => {
    expect(searchText('', undefined, '——', '甲 乙', '甲乙')).toBe('甲乙 | JIAYI JY')
    expect(searchText('', undefined, '——')).toBe('')
  })

  it.each([
    ['威海馬氏食品', 'WEIHAIMASHISHIPIN', 'WHMSSP'],
    ['曾建国', 'ZENGJIANGUO', 'CENGJIANGUO'],
    ['單國強', 'SHANGUOQIANG', 'DANGUOQIANG'],
    ['解放重工', 'JIEFANGZHONGGONG'],
    ['重庆长城银行', 'CHONGQINGCHANGCHENGYINHANG'],
    ['绿能ABC2号', 'LVNENGABC2HAO', 'LUNENGABC2HAO', 'LNABC2H'],
    ['株式会社沢田', 'ZHUSHIHUISHEZETIAN'],
  ])('knows how %s is typed by its sound', (name, ...heard) => {
    for (const sound of heard) expect(searchText(name)).toMatch(new RegExp(`[| ]${sound}( |$)`))
  })

  it('writes no sound for what is not Chinese', () => {
    expect(searchText('Mashi Foods', 'トヨタ', '삼성')).toBe('mashifoods とよた 삼성')
  })

  it('keeps sounds apart from names: whatever is written, its search form has no capital', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme', maxLength: 20 }), name => {
        const [own = '', heard = ''] = searchText(name).split(' | ')
        expect(own).not.toMatch(/[A-Z|]/)
        expect(heard).not.toMatch(/[a-z]/)
      }),
    )
  })

  it('takes a query word by word', () => {
    expect(searchTerms(' 馬氏　食品 % _ 食品 ')).toEqual(['马氏', '食品'])
  })

  it('holds every substring of a name that has letters', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme', maxLength: 30 }), fc.nat(30), fc.nat(30), (name, a, b) => {
        const graphemes = [...new Intl.Segmenter().segment(name)].map(part => part.segment)
        const part = graphemes.slice(Math.min(a, b), Math.max(a, b)).join('')
        if (!/\p{M}/u.test(name.normalize('NFKC'))) expect(searchTerm(name)).toContain(searchTerm(part))
      }),
    )
  })
})

describe('personKey', () => {
  it.each([
    ['王小明', '王小明先生', '王 小明'],
    ['陳大文', '陈大文'],
    ['広沢健', '廣澤健 様', '広沢　健さん'],
    ['김철수', '김 철수', '김철수 님'],
    ['Hans Müller', 'Müller, Hans', 'Herr Hans MULLER', 'Dr. Hans Muller'],
  ])('takes the spellings of %s for one person', (name, ...same) => {
    for (const spelling of same) expect(personKey(spelling), spelling).toBe(personKey(name))
  })

  it('keeps two people apart, and a name that is only a title', () => {
    expect(personKey('王小明')).not.toBe(personKey('王小敏'))
    expect(personKey('先生')).toBe('先生')
  })
})
