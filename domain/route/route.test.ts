import { expect, test } from 'vitest'
import { type DeskRoute, routeLead } from './route'

const [domestic, japanKorea, europeUs] = [1, 2, 3]
const rule = (
  position: number,
  countries: string[],
  deskId: number,
  industryId: number | null = null,
): DeskRoute => ({
  id: position,
  position,
  countries,
  industryId,
  deskId,
})
const routes = [
  rule(1, ['CN'], domestic),
  rule(2, ['japan_korea', 'southeast_asia'], japanKorea),
  rule(3, ['europe', 'US'], europeUs),
]

test('a rule names a country, a region, or a group of them', () => {
  expect(routeLead(routes, { country: 'CN', industryId: null })).toBe(domestic)
  expect(routeLead(routes, { country: 'VN', industryId: null })).toBe(japanKorea)
  expect(routeLead(routes, { country: 'IT', industryId: null })).toBe(europeUs)
})

test('what no rule catches is unrouted', () => {
  expect(routeLead(routes, { country: 'TW', industryId: 4 })).toBeNull()
  expect(routeLead([], { country: 'CN', industryId: null })).toBeNull()
})

test('a rule with an industry fits that industry alone', () => {
  const automotive = [rule(0, [], europeUs, 9), ...routes]
  expect(routeLead(automotive, { country: 'JP', industryId: 9 })).toBe(europeUs)
  expect(routeLead(automotive, { country: 'JP', industryId: 8 })).toBe(japanKorea)
  expect(routeLead(automotive, { country: 'JP', industryId: null })).toBe(japanKorea)
})

test('the first rule that fits wins, and a reordered rule is followed', () => {
  const two = [rule(1, ['JP'], japanKorea), rule(2, ['JP'], domestic)]
  expect(routeLead(two, { country: 'JP', industryId: null })).toBe(japanKorea)
  const reordered = two.map(route => ({ ...route, position: 3 - route.position }))
  expect(routeLead(reordered, { country: 'JP', industryId: null })).toBe(domestic)
})
