import { expect, test } from 'vitest'
import { parseInput } from '@/domain/outcome'
import { bulkPermission, itemOf, itemWord, MOST_AT_ONCE, offeredVerbs } from './bulk'
import { bulkInput } from './input'

test('each role is offered the verbs that are its own', () => {
  expect(offeredVerbs('leads', 'manager')).toEqual(expect.arrayContaining(['assign', 'tag', 'disqualify']))
  expect(offeredVerbs('leads', 'officer')).not.toContain('assign')
  expect(offeredVerbs('deals', 'director')).toEqual([
    'assign',
    'hand_over',
    'tag',
    'hold',
    'lose',
    'withdraw',
  ])
  expect(offeredVerbs('companies', 'officer')).toEqual(['tag'])
  for (const role of ['viewer', 'admin'] as const)
    for (const list of ['leads', 'deals', 'companies'] as const) expect(offeredVerbs(list, role)).toEqual([])
})

test('a verb is one of its list', () => {
  expect(bulkPermission('leads', 'assign')).toBe('lead.assign')
  expect(bulkPermission('companies', 'assign')).toBeUndefined()
  expect(bulkPermission('deals', 'delete')).toBeUndefined()
  expect(bulkPermission('deals', undefined)).toBeUndefined()
})

test('a record is its number and the version that was on the screen', () => {
  const item = { number: 'L-2026-0001', version: 3 }
  expect(itemOf(itemWord(item))).toEqual(item)
  for (const bad of ['', 'L-2026-0001', 'E-2026-0001.1', 'L-2026-0001.x', '1.1'])
    expect(itemOf(bad)).toBeNull()
})

test('what is sent: at least one, at most so many, each once, the fields of the verb beside them', () => {
  const submission = '0b5d1c1e-8f6e-4c8e-9f44-0a2f3f5b7c11'
  const read = (items: unknown) => parseInput(bulkInput, { items, submission, officerId: '7' })
  expect(read(['L-2026-0001.1', 'L-2026-0001.1', 'L-2026-0002.4'])).toMatchObject({
    kind: 'done',
    value: {
      items: [{ number: 'L-2026-0001' }, { number: 'L-2026-0002' }],
      mark: submission,
      fields: { officerId: '7' },
    },
  })
  expect(read([])).toMatchObject({ fields: { items: { reason: 'bulk.none' } } })
  expect(read(['hack'])).toMatchObject({ fields: { items: { reason: 'input.not_offered' } } })
  const many = Array.from({ length: MOST_AT_ONCE + 1 }, (_, n) => `L-2026-${n}.1`)
  expect(read(many)).toMatchObject({ kind: 'invalid' })
})
