import { expect, test } from 'vitest'
import { type ListFilter, listOf, unfiltered } from './list'
import { flag, someOrAll } from './parameter'

const words = ['open', 'held', 'gone'] as const
type Filter = ListFilter<'name' | 'age', 'number' | 'name' | 'age' | 'note'> & {
  states: readonly (typeof words)[number][]
  late: boolean
}
const usual: Filter = {
  ...unfiltered,
  states: ['open'],
  late: false,
  sort: { key: 'name', descending: false },
}
const list = listOf<Filter>({
  name: 'things',
  usual,
  fields: () => ({ state: someOrAll('states', words, usual.states), late: flag('late') }),
  columns: ['number', 'name', 'age', 'note'],
  usualColumns: ['number', 'name', 'age'],
  sortColumn: { name: 'name', age: 'age' },
  falling: ['age'],
  turned: ['age'],
  settle(filter) {
    if (!filter.late || !filter.text) return []
    filter.late = false
    return ['late']
  },
})

test('every list reads text, order, page, page size and columns from its address, and says them again', () => {
  const address = '?q=abc&state=open,held&sort=-age&page=3&size=25&columns=note,age'
  const { filter, ignored } = list.parse(new URLSearchParams(address))
  expect(ignored).toEqual([])
  expect(filter).toMatchObject({ text: 'abc', page: 3, size: 25, columns: ['note', 'age'] })
  expect(list.search(filter)).toBe(address)
  expect(list.search(usual)).toBe('')
})

test('all words are said as all, none are the usual ones', () => {
  expect(list.parse({ state: 'all' }).filter.states).toEqual(words)
  expect(list.search({ ...usual, states: words })).toBe('?state=all')
  expect(list.parse({ state: 'lost' })).toEqual({ filter: usual, ignored: ['state=lost'] })
})

test('what does not go together is taken out and named', () => {
  const { filter, ignored } = list.parse({ q: 'abc', late: '1', colour: 'red' })
  expect(filter.late).toBe(false)
  expect(ignored).toEqual(['colour', 'late'])
})

test('number and name always stand first; a choice in which nothing is known does not count', () => {
  expect(list.shown(null, ['note', 'hack'])).toEqual(['number', 'name', 'note'])
  expect(list.shown(['hack'], undefined)).toEqual(['number', 'name', 'age'])
  expect(list.shown(['age'], ['note'])).toEqual(['number', 'name', 'age'])
})

test('text narrows a list, order and page do not', () => {
  expect(list.isUsual({ ...usual, page: 4, size: 100, sort: { key: 'age', descending: true } })).toBe(true)
  expect(list.isUsual({ ...usual, text: 'abc' })).toBe(false)
  expect(list.isUsual({ ...usual, states: ['held'] })).toBe(false)
})

test('a head sorts by its column, then the other way; an order that runs against its column says what one sees', () => {
  expect(list.sortBy('note', usual)).toBeUndefined()
  expect(list.sortBy('age', usual)).toEqual({ to: { key: 'age', descending: true } })
  expect(list.sortBy('name', usual)).toEqual({ to: { key: 'name', descending: true }, now: 'ascending' })
  expect(list.sortBy('age', { ...usual, sort: { key: 'age', descending: true } })).toEqual({
    to: { key: 'age', descending: false },
    now: 'ascending',
  })
})
