import { describe, expect, test } from 'vitest'
import { parseInput } from '@/domain/outcome'
import { createCompanyInput, editCompanyInput } from './input'

const base = { name: '马氏企业', country: 'TW' }
const fieldsOf = (more: Record<string, unknown>) => {
  const parsed = parseInput(createCompanyInput, { ...base, ...more })
  return parsed.kind === 'invalid'
    ? Object.fromEntries(Object.entries(parsed.fields).map(([k, v]) => [k, v.reason]))
    : {}
}

test('a form with nothing but name and country is enough, and empty fields are null', () => {
  const parsed = parseInput(createCompanyInput, {
    ...base,
    website: '',
    creditCode: '',
    parentId: '',
    'names.en': '',
  })
  expect(parsed).toMatchObject({
    kind: 'done',
    value: { name: '马氏企业', names: {}, website: null, creditCode: null, parentId: null, inZone: false },
  })
})

describe('what is wrong is said at its field', () => {
  test.each([
    [{ name: '' }, { name: 'text.required' }],
    [{ name: '甲'.repeat(10_000) }, { name: 'text.too_long' }],
    [{ name: '甲\u202e乙' }, { name: 'text.bidi' }],
    [{ name: '甲\u0007乙' }, { name: 'text.control' }],
    [{ country: 'ZZ' }, { country: 'input.not_offered' }],
    [{ country: '' }, { country: 'input.required' }],
    [{ province: '44' }, { province: 'company.province_of_mainland' }],
    [{ website: 'http://example.com' }, { website: 'company.website_https_only' }],
    [{ website: 'javascript:alert(1)' }, { website: 'company.website_unreadable' }],
    [{ website: 'https://user:pass@example.com' }, { website: 'company.website_unreadable' }],
    [{ kind: 'cosmic' }, { kind: 'input.not_offered' }],
    [{ parentId: 'abc' }, { parentId: 'input.not_offered' }],
  ])('%o', (more, fields) => {
    expect(fieldsOf(more)).toEqual(fields)
  })

  test('a credit code whose check digit is wrong', () => {
    expect(Object.keys(fieldsOf({ creditCode: '91350100M000100Y44' }))).toEqual(['creditCode'])
    expect(fieldsOf({ creditCode: '91350100 m000100y43' })).toEqual({})
  })
})

test('names come in five languages and leave as one', () => {
  const parsed = parseInput(createCompanyInput, { ...base, 'names.en': 'Ma Group', 'names.ja': 'マ企業' })
  expect(parsed).toMatchObject({ value: { names: { en: 'Ma Group', ja: 'マ企業' } } })
  expect(parsed.kind === 'done' && Object.keys(parsed.value).some(key => key.startsWith('names.'))).toBe(
    false,
  )
})

test('a host alone becomes an https address', () => {
  expect(parseInput(createCompanyInput, { ...base, website: ' Example.com/zh ' })).toMatchObject({
    value: { website: 'https://example.com/zh' },
  })
})

test('an edit needs the number and the version that was on the screen', () => {
  expect(parseInput(editCompanyInput, base)).toMatchObject({ kind: 'invalid' })
  expect(parseInput(editCompanyInput, { ...base, number: 'c-2026-0001', version: '3' })).toMatchObject({
    value: { number: 'C-2026-0001', version: 3 },
  })
})
