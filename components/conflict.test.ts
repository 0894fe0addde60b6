import { describe, expect, it } from 'vitest'
import { type ConflictField, settle, sortOut, unchosen } from './conflict'

const side = (value: string) => ({ values: { v: value }, text: value })
const field = (key: string, base: string, mine: string, theirs: string): ConflictField => ({
  key,
  label: key,
  base: { values: { [key]: base }, text: base },
  mine: { values: { [key]: mine }, text: mine },
  theirs: { values: { [key]: theirs }, text: theirs },
})

describe('a record that two people changed', () => {
  const total = field('total', '1.16亿', '1.2亿', '1.18亿')
  const jobs = field('jobs', '280', '320', '280')
  const land = field('land', '60', '60', '70')
  const name = field('name', '马氏', '马氏', '马氏')
  const alike = field('form', 'a', 'b', 'b')

  it('asks only for what both changed differently', () => {
    const sorted = sortOut([total, jobs, land, name, alike])
    expect(sorted.asks.map(one => one.key)).toEqual(['total'])
    expect(sorted.kept.map(({ field, whose }) => [field.key, whose])).toEqual([
      ['jobs', 'mine'],
      ['land', 'theirs'],
    ])
  })

  it('chooses nothing by itself', () => {
    const sorted = sortOut([total])
    expect(unchosen(sorted, {})).toEqual([total])
    expect(settle(sorted, {})).toEqual({})
  })

  it('puts the other’s values in where they were chosen or alone, and leaves one’s own', () => {
    const sorted = sortOut([total, jobs, land])
    expect(settle(sorted, { total: 'theirs' })).toEqual({ total: '1.18亿', land: '70' })
    expect(settle(sorted, { total: 'mine' })).toEqual({ land: '70' })
    expect(unchosen(sorted, { total: 'mine' })).toEqual([])
  })

  it('takes an amount and its currency as one question', () => {
    const money: ConflictField = {
      key: 'total',
      label: 'total',
      base: { values: { total: '100', currency: 'CNY' }, text: '' },
      mine: { values: { total: '100', currency: 'USD' }, text: '' },
      theirs: { values: { total: '200', currency: 'CNY' }, text: '' },
    }
    expect(sortOut([money]).asks).toHaveLength(1)
    expect(settle(sortOut([money]), { total: 'theirs' })).toEqual({ total: '200', currency: 'CNY' })
  })

  it('does not take another line ending or a space at the end for a change', () => {
    const text = { key: 't', label: 't', base: side('a\nb'), mine: side('a\r\nb '), theirs: side('a\nb') }
    expect(sortOut([text])).toEqual({ asks: [], kept: [] })
  })
})
