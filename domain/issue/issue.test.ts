import { expect, test } from 'vitest'
import { daysOpen, issueOverdue } from './issue'

test('it ages until it is closed', () => {
  expect(daysOpen({ openedOn: '2026-03-01', closedOn: null }, '2026-03-11')).toBe(10)
  expect(daysOpen({ openedOn: '2026-03-01', closedOn: '2026-03-04' }, '2026-03-11')).toBe(3)
})

test('it is overdue while it is open and its day is past', () => {
  const late = (dueOn: string | null, closedOn: string | null = null) =>
    issueOverdue({ dueOn, closedOn }, '2026-03-02')
  expect([late('2026-03-01'), late('2026-03-02'), late(null), late('2026-03-01', '2026-03-02')]).toEqual([
    true,
    false,
    false,
    false,
  ])
})
