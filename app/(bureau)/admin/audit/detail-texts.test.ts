import { expect, test } from 'vitest'
import { detailTexts } from './detail-texts'

const words = {
  field: (key: string) => (key === 'total' ? '总投资' : key),
  value: (value: string, key: string) =>
    value === 'approved' ? '审批通过' : key === 'repeat' && value === 'weekly' ? '每周' : value,
  named: (key: string, id: number) =>
    key === 'deskIds' && id < 3 ? (['', '内资部', '日韩部'][id] ?? '') : '',
  yes: '是',
  no: '否',
  comma: '、',
  colon: '：',
}

test('a change reads old to new, amounts with their currency, what was not there as a dash', () => {
  const details = {
    changes: {
      total: [
        { minor: '280000000', currency: 'EUR' },
        { minor: '250000000', currency: 'EUR' },
      ],
      note: [null, '重新报数'],
      active: [true, false],
    },
  }
  expect(detailTexts(details, words)).toEqual([
    '总投资：2,800,000.00 EUR → 2,500,000.00 EUR',
    'note：— → 重新报数',
    'active：是 → 否',
  ])
})

test('anything else reads as it stands, nested parts in one line', () => {
  expect(
    detailTexts({ to: 'approved', names: { en: 'A', ja: '' }, ids: [1, 2], minor: { minor: 'x' } }, words),
  ).toEqual(['to：审批通过', 'names：en A、ja —', 'ids：1、2', 'minor：minor x'])
})

test('a word is read by the field in which it stands', () => {
  const details = { changes: { repeat: [null, 'weekly'], title: ['weekly', '周报'] } }
  expect(detailTexts(details, words)).toEqual(['repeat：— → 每周', 'title：weekly → 周报'])
})

test('an id is read as what it names, and stays where it names nothing any more', () => {
  expect(detailTexts({ deskIds: [1, 2, 9], activityId: 7 }, words)).toEqual(['deskIds：内资部、日韩部、9'])
})
