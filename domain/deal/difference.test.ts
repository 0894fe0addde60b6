import { expect, test } from 'vitest'
import { dealDifference } from './difference'
import type { DealFields } from './fields'
import { dealFormValues } from './form'

const fields: DealFields = {
  name: '精密铸造项目',
  companyId: 7,
  contactId: null,
  partner: null,
  target: null,
  country: 'TW',
  province: null,
  industryId: 2,
  highTech: null,
  form: 'joint_venture',
  content: null,
  source: 'event',
  eventId: 3,
  total: { notStated: false, money: { minor: 11_600_000_000n, currency: 'CNY' } },
  foreign: { minor: 725_510_000n, currency: 'USD' },
  entryDocumentKind: null,
  entryDocumentOn: null,
  entryDocumentReference: null,
  intentOn: null,
  intentReference: null,
  agreementOn: null,
  agreementReference: null,
  approvalExpectedOn: null,
  landM2: 46_667,
  jobs: null,
  outputCny: 18_000_000_000n,
  taxCny: null,
  note: null,
}

test('a form that comes back as it was changes nothing', () => {
  expect(dealDifference(fields, structuredClone(fields))).toEqual({ changed: {}, log: {} })
})

test('what differs is told with both values, amounts as minor units with their currency', () => {
  const next = {
    ...fields,
    name: '铸造',
    foreign: null,
    outputCny: 1n,
    total: { notStated: true, money: null },
  }
  expect(dealDifference(fields, next).log).toEqual({
    name: ['精密铸造项目', '铸造'],
    foreign: [{ minor: '725510000', currency: 'USD' }, null],
    output: [
      { minor: '18000000000', currency: 'CNY' },
      { minor: '1', currency: 'CNY' },
    ],
    total: [{ minor: '11600000000', currency: 'CNY' }, 'not_stated'],
  })
  expect(Object.keys(dealDifference(fields, next).changed)).toEqual(['name', 'total', 'foreign', 'outputCny'])
})

test('unknown, and not yet asked, are two answers', () => {
  const asked = { ...fields, total: { notStated: true, money: null } }
  expect(dealDifference({ ...fields, total: { notStated: false, money: null } }, asked).log).toEqual({
    total: [null, 'not_stated'],
  })
})

test('the edit form opens with texts: exact digits, an empty text for nothing', () => {
  expect(dealFormValues(fields)).toMatchObject({
    total: '116000000',
    totalCurrency: 'CNY',
    totalNotStated: '',
    foreign: '7255100',
    foreignCurrency: 'USD',
    output: '180000000',
    companyId: '7',
    contactId: '',
    highTech: '',
    landM2: '46667',
  })
})
