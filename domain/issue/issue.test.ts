import { expect, test } from 'vitest'
import { issueSearch, parseIssueFilter, usualIssueFilter } from './filter'
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

test('an address is read and said again; what means nothing is named', () => {
  const said = '?by=owner&kind=funds,land&desk=domestic&owner=7&due=overdue&record=D-2026-0001'
  const { filter, ignored } = parseIssueFilter(new URLSearchParams(said), ['domestic'])
  expect(ignored).toEqual([])
  expect(issueSearch(filter)).toBe(said)
  const odd = parseIssueFilter(new URLSearchParams('?kind=x&record=C-2026-0001&page=0&who=1'), [])
  expect(odd.filter).toEqual(usualIssueFilter)
  expect(odd.ignored).toEqual(['kind=x', 'record=C-2026-0001', 'page=0', 'who'])
})

test('what is closed is not due', () => {
  const { filter, ignored } = parseIssueFilter(new URLSearchParams('?state=closed&due=overdue'))
  expect(filter).toMatchObject({ state: 'closed', due: null })
  expect(ignored).toEqual(['due'])
})
