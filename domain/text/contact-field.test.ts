import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { z } from 'zod'
import { parseInput } from '@/domain/outcome'
import { creditCode, isCreditCode } from '@/domain/text/credit-code'
import { email, emailKey } from '@/domain/text/email'
import { phone, phoneKey } from '@/domain/text/phone'
import { wechat, wechatKey } from '@/domain/text/wechat'

const read = (field: z.ZodType<string | null>, value: unknown) => {
  const outcome = parseInput(z.object({ field }), { field: value })
  return outcome.kind === 'done' ? outcome.value.field : outcome.fields.field?.reason
}

describe('a unified social credit code', () => {
  it('is known by its check digit', () => {
    for (const code of [
      '91330100799655058B',
      '9144030071526726XG',
      '914403001922038216',
      '91110000802100433B',
    ]) {
      expect(isCreditCode(code), code).toBe(true)
    }
    expect(isCreditCode('914403001922038217')).toBe(false)
    expect(isCreditCode('91440300192203821')).toBe(false)
    expect(isCreditCode('91330100799655058I')).toBe(false)
  })

  it('is refused with any one symbol changed', () => {
    const symbols = '0123456789ABCDEFGHJKLMNPQRTUWXY'
    fc.assert(
      fc.property(fc.nat(17), fc.constantFrom(...symbols), (at, symbol) => {
        const code = '914403001922038216'
        if (code[at] !== symbol)
          expect(isCreditCode(code.slice(0, at) + symbol + code.slice(at + 1))).toBe(false)
      }),
    )
  })

  it('is read in full width, lower case, and in groups', () => {
    expect(read(creditCode(), '９１４４０３００ 7152 6726 xg')).toBe('9144030071526726XG')
    expect(read(creditCode(), '')).toBeNull()
    expect(read(creditCode(), undefined)).toBeNull()
    expect(read(creditCode(), '9144030071526726XH')).toBe('text.credit_code')
    expect(read(creditCode(), '9'.repeat(5000))).toBe('text.credit_code')
  })
})

describe('a phone number', () => {
  it.each([
    ['+86 138 0000 1111', '+86 138 0000 1111'],
    ['＋８６－６３１－５２３１２３４', '+86-631-5231234'],
    ['0086 631 5231234', '+86 631 5231234'],
    ['0631-5231234转8001', '0631-5231234转8001'],
    ['03-1234-5678 内線 12', '03-1234-5678 内線 12'],
    ['+49 (0)30 123456', '+49 (0)30 123456'],
    ['02-123-4567 ext. 5', '02-123-4567 ext. 5'],
    ['  ', null],
    ['电话', 'text.phone'],
    ['1234', 'text.phone'],
    ['13800001111 王先生', 'text.phone'],
    ['=1+2345', 'text.phone'],
    ['1'.repeat(30), 'text.phone'],
    ['138\u202e00001111', 'text.phone'],
  ])('reads %s', (text, stored) => {
    expect(read(phone(), text)).toBe(stored)
  })

  it('is the same by its digits, with or without country code, trunk zero and extension', () => {
    const same = (...texts: string[]) => expect(new Set(texts.map(phoneKey)).size, texts.join()).toBe(1)
    same('13800001111', '+86 138-0000-1111', '0086 13800001111', '8613800001111', '１３８ ００００ １１１１')
    same('0631-5231234', '+86 631 5231234', '+86 (0)631 5231234', '0631-5231234转8001')
    same('+81 3-1234-5678', '0081 3 1234 5678')
    same('+49 (0)30 123456', '+49 30 123456')
    expect(phoneKey('13800001111')).not.toBe(phoneKey('13800001112'))
    expect(phoneKey('+81 90 1234 5678')).not.toBe(phoneKey('+82 90 1234 5678'))
  })
})

describe('an e-mail address', () => {
  it.each([
    [' Info@Example.COM ', 'Info@example.com'],
    ['ｉｎｆｏ＠example.cn', 'info@example.cn'],
    ['mailto:a.b+c@mail.example.co.jp', 'a.b+c@mail.example.co.jp'],
    ['王@例子.中国', '王@例子.中国'],
    ['', null],
    ['info', 'text.email'],
    ['a@b', 'text.email'],
    ['a@@b.cn', 'text.email'],
    ['a b@c.cn', 'text.email'],
    ['a@b..cn', 'text.email'],
    ['a@-b.cn', 'text.email'],
    ['a@b.cn\nbcc: c@d.cn', 'text.email'],
    [`${'a'.repeat(250)}@b.cn`, 'text.email'],
  ])('reads %j', (text, stored) => {
    expect(read(email(), text)).toBe(stored)
  })

  it('is the same in any case', () => {
    expect(emailKey(' Info@Example.com')).toBe(emailKey('info@EXAMPLE.com'))
  })
})

describe('a WeChat name', () => {
  it('is any short line', () => {
    expect(read(wechat(), ' ｗｘ_Mashi-01 ')).toBe('wx_Mashi-01')
    expect(read(wechat(), '同手机')).toBe('同手机')
    expect(read(wechat(), null)).toBeNull()
    expect(read(wechat(), 'a\u0000b')).toBe('text.wechat')
    expect(read(wechat(), 'x'.repeat(61))).toBe('text.wechat')
    expect(wechatKey('WX_Mashi')).toBe(wechatKey('ｗｘ_mashi '))
  })
})
