import { expect, test } from 'vitest'
import { basisKeys } from '@/domain/capital/basis'
import { capitalList, capitalSets } from '@/domain/capital/filter'
import { capitalFigureFilter, capitalFigureKeys, capitalFigureOf } from './capital'
import { figures } from './figure'

test('every figure in yuan leads to a list of its own, by which it is found again', () => {
  expect(capitalFigureKeys.toSorted()).toEqual(
    Object.entries(figures)
      .flatMap(([key, { unit }]) => (unit === 'yuan' ? [key] : []))
      .sort(),
  )
  for (const key of capitalFigureKeys) {
    const { set, basis } = capitalFigureFilter(key)
    expect(capitalFigureOf(set, basis)).toBe(key)
  }
})

test('a set is called by its basis where the basis names it, else as without one', () => {
  expect(capitalFigureOf('received', 'foreign')).toBe('foreign_capital_used')
  expect(capitalFigureOf('committed', 'attracted')).toBe('capital_committed')
  for (const set of capitalSets)
    for (const basis of [null, ...basisKeys])
      expect(capitalFigureFilter(capitalFigureOf(set, basis)).set).toBe(set)
})

test('what is expected in a month is a list of that month', () => {
  const month = capitalFigureFilter('capital_expected', { from: '2026-08-01', to: '2026-08-31' })
  expect(capitalList.search(month)).toBe('?from=2026-08-01&to=2026-08-31&set=expected')
})
