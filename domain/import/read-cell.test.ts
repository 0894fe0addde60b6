import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { addDays, isIsoDate } from '@/domain/calendar/date'
import type { Field, Kind } from './fields/field'
import { fieldOf } from './noun'
import type { Raw } from './raw'
import { readCell } from './read-cell'
import { readDate } from './read-date'
import { amountUnit, areaUnit } from './unit'

const text = (value: string): Raw => ({ kind: 'text', text: value })
const number = (value: string, unit?: string): Raw => ({ kind: 'number', value, ...(unit && { unit }) })
const field = (kind: Kind) => ({ ...fieldOf('deal', 'name'), kind }) as Field

const read = (kind: Kind, raw: Raw, unit: string | null = null, year: number | null = null) => {
  const cell = readCell(field(kind), raw, { unit }, { year })
  return cell.ok ? cell.value : cell.reason
}
const day = (raw: Raw, partial = false, year: number | null = 2026) =>
  read(partial ? { is: 'date', partial: true } : { is: 'date' }, raw, null, year)

describe('a day', () => {
  const date = fc.integer({ min: 0, max: 73_000 }).map(days => addDays('1950-01-01', days))
  const kanji = (n: number) =>
    (n < 10 ? '' : n < 20 ? '十' : `${'一二三四五六七八九'[Math.floor(n / 10) - 1]}十`) +
    (n % 10 ? '一二三四五六七八九'[(n % 10) - 1] : '')
  const full = (value: string) =>
    value.replace(/[\d./-]/g, c => String.fromCharCode(c.charCodeAt(0) + 0xfee0))
  const months =
    'January February March April May June July August September October November December'.split(' ')
  const written: Record<string, (y: number, m: number, d: number, iso: string) => Raw> = {
    iso: (_y, _m, _d, iso) => text(iso),
    points: (y, m, d) => text(`${y}.${m}.${d}`),
    slashes: (y, m, d) => text(`${y}/${m}/${d}`),
    Chinese: (y, m, d) => text(`${y}年${m}月${d}日`),
    spaced: (y, m, d) => text(` ${y} 年 ${m} 月 ${d} 日 `),
    号: (y, m, d) => text(`${y}年${m}月${d}号`),
    numerals: (y, m, d) =>
      text(
        `${[...String(y)].map(c => '〇一二三四五六七八九'[Number(c)]).join('')}年${kanji(m)}月${kanji(d)}日`,
      ),
    'full width': (y, m, d) => text(full(`${y}.${m}.${d}`)),
    packed: (_y, _m, _d, iso) => text(iso.replaceAll('-', '')),
    'packed number': (_y, _m, _d, iso) => number(iso.replaceAll('-', '')),
    Korean: (y, m, d) => text(`${y}년 ${m}월 ${d}일`),
    'Korean points': (y, m, d) => text(`${y}. ${m}. ${d}.`),
    'with its weekday': (y, m, d) => text(`${y}年${m}月${d}日（星期三）`),
    'with a time': (_y, _m, _d, iso) => text(`${iso} 08:30:00`),
    'of the Republic': (y, m, d) => text(y > 1991 ? `民國${y - 1911}年${m}月${d}日` : `${y}年${m}月${d}日`),
    'of Reiwa': (y, m, d) =>
      text(y > 2018 ? `令和${y === 2019 ? '元' : y - 2018}年${m}月${d}日` : `${y}-${m}-${d}`),
    'of Reiwa in short': (y, m, d) => text(y > 2018 ? `R${y - 2018}.${m}.${d}` : `${y}-${m}-${d}`),
    English: (y, m, d) => text(`${d} ${months[m - 1]} ${y}`),
    American: (y, m, d) => text(`${months[m - 1]?.slice(0, 3)} ${d}, ${y}`),
    serial: (_y, _m, _d, iso) => number(String((Date.parse(iso) - Date.parse('1899-12-30')) / 86_400_000)),
  }

  it.each(Object.entries(written))('is the same written as %s', (_, write) => {
    fc.assert(
      fc.property(date, iso => {
        const [y = 0, m = 0, d = 0] = iso.split('-').map(Number)
        expect(day(write(y, m, d, iso))).toBe(iso)
      }),
    )
  })

  it.each<[Raw, string]>([
    [text('3月5日'), '2026-03-05'],
    [text('12月31号'), '2026-12-31'],
    [text('25/12/2026'), '2026-12-25'],
    [text('12-25-2026'), '2026-12-25'],
    [text('2026.2.29'), 'sheet.cell.no_such_day'],
    [text('2026年13月1日'), 'sheet.cell.no_such_day'],
    [text('5/3/2026'), 'sheet.cell.date_ambiguous'],
    [text('26.3.5'), 'sheet.cell.date_ambiguous'],
    [text('2026年3月'), 'sheet.cell.day_missing'],
    [text('2026'), 'sheet.cell.day_missing'],
    [text('明年'), 'date.unreadable'],
    [text('2026.3-2026.5'), 'date.unreadable'],
    [number('12'), 'date.unreadable'],
    [number('99999999'), 'date.unreadable'],
    [{ kind: 'boolean', value: true }, 'date.unreadable'],
  ])('%j is %s', (raw, is) => {
    expect(day(raw)).toBe(is)
  })

  it('without a year is none where the sheet says no year', () => {
    expect(day(text('3月5日'), false, null)).toBe('sheet.cell.year_missing')
  })

  it.each<[Raw, string]>([
    [text('2026年3月'), '2026-03-01'],
    [text('2026.3'), '2026-03-01'],
    [text('2026-03'), '2026-03-01'],
    [text('2026年3月底'), '2026-03-01'],
    [text('2026年3月上旬'), '2026-03-01'],
    [text('2026年'), '2026-01-01'],
    [text('令和8年3月'), '2026-03-01'],
    [text('March 2026'), '2026-03-01'],
    [text('3月份'), '2026-03-01'],
    [number('202603'), '2026-03-01'],
    [number('2026'), '2026-01-01'],
    [number('2026.3'), '2026-03-01'],
    [number('2026.12'), '2026-12-01'],
    [number('2026.1'), 'sheet.cell.date_ambiguous'],
  ])('where a month will do, %j is %s', (raw, is) => {
    expect(day(raw, true)).toBe(is)
  })

  it('is a real one or none, whatever is written', () => {
    fc.assert(
      fc.property(
        fc.oneof(fc.string(), fc.stringMatching(/^[\d年月日.\/ -]{0,14}$/)),
        fc.boolean(),
        (words, partial) => {
          const got = readDate({ kind: 'text', text: words }, { partial, year: 2026 })
          expect(got.ok ? isIsoDate(got.date) : got.reason.length > 0).toBe(true)
        },
      ),
      { numRuns: 2_000 },
    )
  })
})

describe('an amount', () => {
  const money = (minor: bigint, currency: string) => ({ money: { minor, currency }, notStated: false })
  const amount = (raw: Raw, unit: string | null = null) => read({ is: 'amount' }, raw, unit)

  it.each<[string, string | null, number] | [string, string, number]>([
    ['元', 'CNY', 0],
    ['万元', 'CNY', 4],
    ['萬元', 'CNY', 4],
    ['单位：万元', 'CNY', 4],
    ['亿元', 'CNY', 8],
    ['千元', 'CNY', 3],
    ['万美元', 'USD', 4],
    ['百万美元', 'USD', 6],
    ['USD million', 'USD', 6],
    ['million USD', 'USD', 6],
    ['US$ m', 'USD', 6],
    ['CNY million', 'CNY', 6],
    ['RMB mn', 'CNY', 6],
    ['EUR bn', 'EUR', 9],
    ['百万円', 'JPY', 6],
    ['億円', 'JPY', 8],
    ['万人民元', 'CNY', 4],
    ['만 위안', 'CNY', 4],
    ['억원', 'KRW', 8],
    ['백만원', 'KRW', 6],
    ['만달러', 'USD', 4],
    ['万', null, 4],
    ['million', null, 6],
    ['美元', 'USD', 0],
    ['USD', 'USD', 0],
  ])('in %s counts %s by ten to the %i', (unit, currency, power) => {
    expect(amountUnit(unit)).toEqual({ is: 'unit', currency, power })
  })

  it.each(['项目', '预计', 'name', 'm²', '亩', '', '2026年', 'Form', '人', '备注'])(
    '%j is no unit of one',
    unit => {
      expect(amountUnit(unit)).toBeNull()
    },
  )

  it('in the unit of its head is the same as written out, to the last coin', () => {
    const units = fc.constantFrom<[string, string, number]>(
      ['万元', 'CNY', 4],
      ['亿元', 'CNY', 8],
      ['USD million', 'USD', 6],
      ['万美元', 'USD', 4],
      ['元', 'CNY', 0],
    )
    fc.assert(
      fc.property(fc.bigInt({ min: 1n, max: 10n ** 14n }), units, (minor, [unit, currency, power]) => {
        const scale = power + 2
        const digits = minor.toString().padStart(scale + 1, '0')
        const decimal = `${digits.slice(0, -scale)}.${digits.slice(-scale)}`
        expect(amount(text(decimal), unit)).toEqual(money(minor, currency))
        expect(amount(number(decimal.replace(/\.?0+$/, '')), unit)).toEqual(money(minor, currency))
      }),
    )
  })

  it.each<[Raw, string | null, unknown]>([
    [text('1.16亿'), '万元', money(11_600_000_000n, 'CNY')],
    [text('350万美元'), '万元', money(350_000_000n, 'USD')],
    [text('350万'), '万美元', money(350_000_000n, 'USD')],
    [text('１１，６００'), '万元', money(11_600_000_000n, 'CNY')],
    [text('2。87'), '亿元', money(28_700_000_000n, 'CNY')],
    [number('3500000', 'USD'), '原币', money(350_000_000n, 'USD')],
    [number('1.16', '亿元'), '万元', money(11_600_000_000n, 'CNY')],
    [text('3500000.00 USD'), '原币', money(350_000_000n, 'USD')],
    [number('1166.66666666667'), '万元', money(1_166_666_667n, 'CNY')],
    [number('0'), '万元', { money: null, notStated: false }],
    [text('待定'), '万元', { money: null, notStated: true }],
    [text('TBD'), null, { money: null, notStated: true }],
    [text('未填'), '万元', null],
    [text('—'), '万元', null],
    [number('-5'), '万元', 'money.read.negative'],
    [number('3500000'), '原币', 'sheet.cell.currency_missing'],
    [text('350美元'), '万元', 'sheet.cell.unit_unclear'],
    [number('350'), '万泰铢', 'sheet.cell.currency_unknown'],
    [text('350万泰铢'), '万元', 'sheet.cell.currency_unknown'],
    [text('THB 3.5m'), null, 'sheet.cell.currency_unknown'],
    [text('约五百'), '万元', 'money.read.unreadable'],
    [number('99999999999'), '万元', 'money.read.too_large'],
    [text('=1+1'), '万元', 'sheet.cell.formula'],
    [{ kind: 'error', text: '#N/A' }, '万元', 'sheet.cell.error'],
    [{ kind: 'unsaved', formula: true }, '万元', 'sheet.cell.formula_unsaved'],
    [{ kind: 'date', date: '2026-03-05' }, '万元', 'money.read.unreadable'],
  ])('%j under %s', (raw, unit, is) => {
    expect(amount(raw, unit)).toEqual(is)
  })

  it('of output and tax is in yuan', () => {
    expect(read({ is: 'amount', yuan: true }, text('350万美元'))).toBe('sheet.cell.in_yuan')
  })

  it('is read or refused, whatever is written', () => {
    fc.assert(
      fc.property(
        fc.oneof(fc.string(), fc.stringMatching(/^[\d万亿元美.,USD -]{0,14}$/)),
        fc.constantFrom('万元', '原币', 'USD m', null),
        (words, unit) => {
          const got = readCell(field({ is: 'amount' }), text(words), { unit })
          expect(got.ok || got.reason.length > 0).toBe(true)
        },
      ),
      { numRuns: 2_000 },
    )
  })
})

describe('a cell of any other kind', () => {
  it.each<[Kind, Raw, unknown, string?]>([
    [{ is: 'line', max: 200 }, text("'=1+1"), '=1+1'],
    [{ is: 'line', max: 200 }, text("''=1"), "'=1"],
    [{ is: 'line', max: 200 }, text("'-5"), '-5'],
    [{ is: 'line', max: 200 }, text("'t Hof"), "'t Hof"],
    [{ is: 'line', max: 200 }, text('-5 Grad'), '-5 Grad'],
    [{ is: 'line', max: 200 }, text('＝1'), 'sheet.cell.formula'],
    [{ is: 'line', max: 200 }, text(' 威海\n远洋 '), '威海 远洋'],
    [{ is: 'line', max: 200 }, number('13800001111'), '13800001111'],
    [{ is: 'line', max: 5 }, text('123456'), 'text.too_long'],
    [{ is: 'line', max: 200 }, text('a\u202eb'), 'text.bidi'],
    [{ is: 'note', max: 200 }, text('a\r\nb'), 'a\nb'],
    [{ is: 'number', letter: 'D' }, text('d-2026-0001'), 'D-2026-0001'],
    [{ is: 'number', letter: 'D' }, text('L-2026-0001'), 'sheet.cell.number'],
    [{ is: 'whole', max: 1_000 }, text('１２０人'), 120],
    [{ is: 'whole', max: 1_000 }, number('1.5'), 'input.wrong_kind'],
    [{ is: 'whole', max: 1_000 }, number('1001'), 'input.too_big'],
    [{ is: 'area' }, number('70'), 46_667, '亩'],
    [{ is: 'area' }, text('70亩'), 46_667, 'm²'],
    [{ is: 'area' }, text('1.2万平方米'), 12_000],
    [{ is: 'area' }, number('70'), 'sheet.cell.area_without_unit'],
    [{ is: 'area' }, text('很大'), 'input.wrong_kind', '亩'],
    [{ is: 'yesNo' }, text('√'), true],
    [{ is: 'yesNo' }, text('无'), false],
    [{ is: 'yesNo' }, { kind: 'boolean', value: false }, false],
    [{ is: 'yesNo' }, text('也许'), 'sheet.cell.not_offered'],
    [{ is: 'place' }, text('中国香港'), { country: 'HK', province: null }],
    [{ is: 'place' }, text('대한민국'), { country: 'KR', province: null }],
    [{ is: 'place' }, text('USA'), { country: 'US', province: null }],
    [{ is: 'place' }, text('jp'), { country: 'JP', province: null }],
    [{ is: 'place' }, text('中国 内蒙古'), { country: 'CN', province: '15' }],
    [{ is: 'place' }, text('China Shandong'), { country: 'CN', province: '37' }],
    [{ is: 'place' }, text('广东省深圳市'), { country: 'CN', province: '44' }],
    [{ is: 'place' }, text('火星'), 'sheet.cell.not_offered'],
    [{ is: 'province' }, text('山東'), '37'],
    [{ is: 'locale' }, text('日本語'), 'ja'],
    [
      { is: 'name', of: 'person', many: true },
      text('王芳、李强,赵敏 / 崔敏'),
      ['王芳', '李强', '赵敏', '崔敏'],
    ],
    [{ is: 'name', of: 'leader' }, text('王书记、李主任'), '王书记、李主任'],
    [{ is: 'name', of: 'leader' }, text('待定'), null],
    [{ is: 'name', of: 'leader' }, text('TBD'), null],
    [{ is: 'name', of: 'event' }, text('待定'), '待定'],
    [{ is: 'tags' }, text('重点;外资；重点'), ['重点', '外资']],
    [{ is: 'phones' }, number('13800001111'), ['13800001111']],
    [{ is: 'phones' }, text('无号码'), 'contact.phone_unreadable'],
    [{ is: 'email' }, text('Info@Example.CN'), 'Info@example.cn'],
    [{ is: 'website' }, text('http://example.cn'), 'company.website_https_only'],
    [{ is: 'creditCode' }, number('914403001922038000'), 'text.credit_code'],
    [{ is: 'reach' }, text('微信：mashi_01'), '微信：mashi_01'],
    [{ is: 'reach' }, text('a@b'), 'text.email'],
    [{ is: 'derived' }, text('x'), null],
  ])('%j of %j', (kind, raw, is, unit) => {
    expect(read(kind, raw, unit ?? null)).toEqual(is)
  })

  it('knows what areas are counted in', () => {
    expect(
      ['㎡', '平方米', 'M2', '亩', 'ha', '坪', '평', '제곱미터', '万元'].map(unit => areaUnit(unit)),
    ).toEqual([1, 1, 1, 10_000 / 15, 10_000, 400 / 121, 400 / 121, 1, null])
  })
})
