import { expect, test } from 'vitest'
import { parseInput } from '@/domain/outcome'
import { createDealInput, editDealInput } from './input'
import { correctDealInput, holdDealInput } from './verb-input'

const whole = {
  name: '精密铸造项目',
  companyId: '7',
  deskId: '1',
  officerId: '',
  country: 'TW',
  industryId: '2',
  source: 'event',
  total: '1.16亿',
  totalCurrency: 'CNY',
  foreign: '725.51万美元',
  foreignCurrency: 'CNY',
  landM2: '46667',
  output: '1.8亿',
  highTech: 'yes',
}

test('a form of texts becomes fields: amounts in minor units, the currency of the text before that of the box', () => {
  const read = parseInput(createDealInput, whole)
  expect(read).toMatchObject({
    kind: 'done',
    value: {
      company: { id: 7 },
      deskId: 1,
      officerId: null,
      fields: {
        total: { notStated: false, money: { minor: 11_600_000_000n, currency: 'CNY' } },
        foreign: { minor: 725_510_000n, currency: 'USD' },
        outputCny: 18_000_000_000n,
        landM2: 46667,
        highTech: true,
        partner: null,
      },
    },
  })
})

test('each field that is wrong says why, and all of them at once', () => {
  const read = parseInput(createDealInput, {
    ...whole,
    name: '名'.repeat(201),
    companyId: 'x',
    total: '-5',
    landM2: '-1',
    source: '',
  })
  expect(read).toEqual({
    kind: 'invalid',
    fields: {
      name: { reason: 'text.too_long', values: { max: 200 } },
      companyId: { reason: 'input.not_offered' },
      total: { reason: 'money.read.negative' },
      landM2: { reason: 'input.too_small', values: { min: '0' } },
      source: { reason: 'input.required' },
    },
  })
})

test('a company is chosen, or named to be entered, or asked for', () => {
  expect(parseInput(createDealInput, { ...whole, companyId: '', companyName: '马氏企业' })).toMatchObject({
    value: { company: { name: '马氏企业' } },
  })
  expect(parseInput(createDealInput, { ...whole, companyId: '' })).toMatchObject({
    fields: { companyId: { reason: 'input.required' } },
  })
  expect(parseInput(createDealInput, { ...whole, companyId: '', name: '' })).toMatchObject({
    fields: { companyId: { reason: 'input.required' }, name: { reason: 'text.required' } },
  })
})

test('an edit holds only what was sent, so that one field can be filled in by itself', () => {
  expect(parseInput(editDealInput, { number: 'D-2026-0001', version: '3', content: '熔模铸造' })).toEqual({
    kind: 'done',
    value: {
      number: 'D-2026-0001',
      version: 3,
      statedOn: null,
      said: { asks: false, attach: [], different: null, ruled: [] },
      fields: { content: '熔模铸造' },
    },
  })
  expect(parseInput(editDealInput, { number: 'D-2026-0001', version: '3', name: '', jobs: 'many' })).toEqual({
    kind: 'invalid',
    fields: { name: { reason: 'text.required' }, jobs: { reason: 'input.wrong_kind' } },
  })
})

test('an edit cannot name a stage, a desk or an officer', () => {
  const read = parseInput(editDealInput, {
    number: 'D-2026-0001',
    version: 1,
    stage: 'approved',
    deskId: 2,
    caseOfficerId: 3,
  })
  expect(read).toMatchObject({ value: { fields: {} } })
})

test('an amount and "not stated" exclude each other', () => {
  expect(parseInput(createDealInput, { ...whole, totalNotStated: 'on' })).toMatchObject({
    fields: { total: { reason: 'deal.invalid.stated_and_not' } },
  })
  const correction = { number: 'D-2026-0001', version: 1, reason: '录入有误' }
  expect(parseInput(correctDealInput, correction)).toMatchObject({
    fields: { total: { reason: 'input.required' } },
  })
  expect(parseInput(correctDealInput, { ...correction, totalNotStated: 'on' })).toMatchObject({
    value: { total: { notStated: true, money: null } },
  })
})

test('a hold asks for its reason and the day of review', () => {
  expect(parseInput(holdDealInput, { number: 'D-2026-0001', version: 1 })).toMatchObject({
    fields: { reasonCode: { reason: 'input.required' }, reviewOn: { reason: 'date.required' } },
  })
})
