import fc from 'fast-check'
import { expect, test } from 'vitest'
import { firstTemplates } from './first-templates'
import { blocksApproval, dueDays, goesRound, isOverdue, stateOfProcedure, waitsFor } from './procedure'

const open = { doneOn: null, waivedAt: null }
const done = { doneOn: '2026-03-02', waivedAt: null }
const waived = { doneOn: null, waivedAt: new Date() }

test('open, done or waived; only what is open and mandatory stands in the way of an approval', () => {
  expect([open, done, waived].map(stateOfProcedure)).toEqual(['open', 'done', 'waived'])
  expect([open, done, waived].map(step => blocksApproval({ ...step, mandatory: true }))).toEqual([
    true,
    false,
    false,
  ])
  expect(blocksApproval({ ...open, mandatory: false })).toBe(false)
})

test('overdue the day after its day, and never when it is settled or has none', () => {
  const late = (step: typeof open | typeof done | typeof waived, dueOn: string | null) =>
    isOverdue({ ...step, dueOn }, '2026-03-02')
  expect(late(open, '2026-03-01')).toBe(true)
  expect(late(open, '2026-03-02')).toBe(false)
  expect(late(open, null)).toBe(false)
  expect(late(done, '2026-03-01')).toBe(false)
  expect(late(waived, '2026-03-01')).toBe(false)
})

test('a step waits for those before it that are open', () => {
  const first = { id: 1, afterIds: [], ...done }
  const second = { id: 2, afterIds: [], ...open }
  const third = { id: 3, afterIds: [1, 2, 99], ...open }
  expect(waitsFor(third, [first, second, third])).toEqual([second])
})

test('a round is found, however long; what runs side by side is none', () => {
  expect(goesRound([{ id: 1, afterIds: [1] }])).toBe(true)
  expect(
    goesRound([
      { id: 1, afterIds: [3] },
      { id: 2, afterIds: [1] },
      { id: 3, afterIds: [2] },
    ]),
  ).toBe(true)
  expect(
    goesRound([
      { id: 1, afterIds: [] },
      { id: 2, afterIds: [1] },
      { id: 3, afterIds: [1] },
      { id: 4, afterIds: [2, 3] },
    ]),
  ).toBe(false)
})

test('days are working days, counted from the last of those before; a step without days has none', () => {
  const due = dueDays(
    [
      { id: 1, afterIds: [], days: 3 },
      { id: 2, afterIds: [1], days: 5 },
      { id: 3, afterIds: [1], days: 10 },
      { id: 4, afterIds: [2, 3], days: 1 },
      { id: 5, afterIds: [], days: null },
      { id: 6, afterIds: [5], days: 1 },
    ],
    '2026-03-06',
  )
  expect([...due.values()]).toEqual([
    '2026-03-11',
    '2026-03-18',
    '2026-03-25',
    '2026-03-26',
    null,
    '2026-03-09',
  ])
})

test('whatever waits for what, no step is due before one that it waits for', () => {
  const steps = fc
    .array(fc.record({ after: fc.array(fc.nat(9), { maxLength: 4 }), days: fc.nat(40) }), { maxLength: 10 })
    .map(all => all.map(({ after, days }, at) => ({ id: at, afterIds: after.filter(id => id < at), days })))
  fc.assert(
    fc.property(steps, all => {
      expect(goesRound(all)).toBe(false)
      const due = dueDays(all, '2026-01-05')
      for (const { id, afterIds } of all)
        for (const before of afterIds) expect(String(due.get(before)) <= String(due.get(id))).toBe(true)
    }),
  )
})

test('the steps that a zone begins with know each other, and none waits for itself', () => {
  const keys = firstTemplates.map(({ key }) => key)
  expect(new Set(keys).size).toBe(keys.length)
  for (const { after, names } of firstTemplates) {
    expect(keys).toEqual(expect.arrayContaining([...after]))
    expect(Object.keys(names)).toEqual(['zh-Hant', 'en', 'ja', 'ko'])
  }
  expect(
    goesRound(firstTemplates.map(({ after }, id) => ({ id, afterIds: after.map(one => keys.indexOf(one)) }))),
  ).toBe(false)
})
