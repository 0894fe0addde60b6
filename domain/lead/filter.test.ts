import { expect, test } from 'vitest'
import { defaultLeadColumns } from './column'
import { isDefaultLeadFilter, leadList, leadSearch, parseLeadFilter, stagesOf } from './filter'

const options = { deskKeys: ['domestic', 'general'], industryIds: [7], personIds: [12] }
const parse = (address: string) => parseLeadFilter(new URLSearchParams(address), options)

test('without an address: leads that still stand on the ladder, by clock', () => {
  const { filter, ignored } = parse('')
  expect(filter).toMatchObject({
    sort: { key: 'clock', descending: false },
    page: 1,
    size: null,
    columns: null,
  })
  expect(stagesOf(filter)).toEqual(['new', 'contacted', 'qualified'])
  expect(isDefaultLeadFilter(filter)).toBe(true)
  expect(ignored).toEqual([])
})

test('an address says the filter and the filter says the address again', () => {
  const address =
    '?q=%E9%95%BF%E5%B3%B6&desk=domestic,general&stage=new,disqualified&country=JP&industry=7&officer=12&source=event' +
    '&event=E-2026-0003&clock=overdue&unrouted=1&from=2026-01-01&to=2026-06-30&sort=-name&page=3&size=25&columns=need,desk'
  const { filter, ignored } = parse(address)
  expect(ignored).toEqual([])
  expect(leadSearch(filter)).toBe(address)
  expect(leadSearch(filter, { page: 4 })).toBe(address.replace('page=3', 'page=4'))
  expect(leadSearch(filter, { clock: null })).not.toContain('page=')
})

test('what is not known is named and changes nothing', () => {
  const { filter, ignored } = parse(
    'desk=moon&stage=won&officer=999&from=2026-02-30&page=0&colour=red&sort=id;drop',
  )
  expect(ignored.toSorted()).toEqual(
    [
      'colour',
      'desk=moon',
      'from=2026-02-30',
      'officer=999',
      'page=0',
      'sort=id;drop',
      'stage=won',
    ].toSorted(),
  )
  expect(isDefaultLeadFilter(filter)).toBe(true)
})

test('all stages are asked for by one word', () => {
  const { filter } = parse('stage=all')
  expect(stagesOf(filter)).toHaveLength(5)
  expect(leadSearch(filter)).toBe('?stage=all')
})

test('the address counts before what a person keeps, and number and name always stand', () => {
  expect(leadList.shown(null, undefined)).toEqual(defaultLeadColumns)
  expect(leadList.shown(null, ['need', 'hack'])).toEqual(['number', 'name', 'need'])
  expect(leadList.shown(['desk'], ['need'])).toEqual(['number', 'name', 'desk'])
})
