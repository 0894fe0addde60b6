import { expect, test } from 'vitest'
import { parseInput } from '@/domain/outcome'
import { createContactInput, editContactInput } from './input'

const phones = (text: string) => parseInput(createContactInput, { name: '马副总', phones: text })

test('phones are read one a line, or as people put them in a row, each once', () => {
  expect(phones('138 0000 0001\n+886 2 2345 6789；138 0000 0001')).toMatchObject({
    value: { phones: ['138 0000 0001', '+886 2 2345 6789'] },
  })
  expect(phones('')).toMatchObject({ value: { phones: [] } })
})

test('the one that cannot be read is named, and more than eight are refused', () => {
  expect(phones('13800000001\n打给我')).toMatchObject({
    fields: { phones: { reason: 'contact.phone_unreadable', values: { text: '打给我' } } },
  })
  const nine = Array.from({ length: 9 }, (_, n) => `1380000000${n}`).join('\n')
  expect(phones(nine)).toMatchObject({
    fields: { phones: { reason: 'contact.too_many_phones', values: { max: 8 } } },
  })
})

test('mail and WeChat say what is wrong at their field', () => {
  const parsed = parseInput(createContactInput, { name: '甲', email: 'nobody', wechat: 'a\u202eb' })
  expect(parsed.kind === 'invalid' && Object.keys(parsed.fields).sort()).toEqual(['email', 'wechat'])
})

test('nobody was asked until somebody says so', () => {
  expect(parseInput(createContactInput, { name: '甲', consent: '' })).toMatchObject({
    value: { consent: 'unknown' },
  })
})

test('an edit says whether its form held the details', () => {
  const edit = { name: '甲', number: 'K-2026-0001', version: '1' }
  expect(parseInput(editContactInput, edit)).toMatchObject({ value: { details: false } })
  expect(parseInput(editContactInput, { ...edit, details: 'on' })).toMatchObject({ value: { details: true } })
})
