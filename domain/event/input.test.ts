import { describe, expect, test } from 'vitest'
import { parseInput } from '@/domain/outcome'
import { eventSearch, parseEventFilter } from './filter'
import { createEventInput } from './input'

const base = {
  kind: 'trade_fair',
  name: '415广交会',
  startsOn: '2026-04-15',
  endsOn: '2026-04-19',
  country: 'CN',
  city: '广州',
  deskIds: ['1', '2'],
}
const reasons = (more: Record<string, unknown>) => {
  const parsed = parseInput(createEventInput, { ...base, ...more })
  return parsed.kind === 'invalid'
    ? Object.fromEntries(Object.entries(parsed.fields).map(([k, v]) => [k, v.reason]))
    : {}
}

test('an event of one day needs no end', () => {
  expect(parseInput(createEventInput, { ...base, endsOn: '' })).toMatchObject({
    value: { startsOn: '2026-04-15', endsOn: '2026-04-15', deskIds: [1, 2], staffIds: [] },
  })
})

describe('what is wrong is said at its field', () => {
  test.each([
    [{ endsOn: '2026-04-14' }, { endsOn: 'event.ends_before_start' }],
    [{ endsOn: '2027-06-01' }, { endsOn: 'event.too_long' }],
    [{ endsOn: '19.4.2026' }, { endsOn: 'date.unreadable' }],
    [{ startsOn: '2026-02-30' }, { startsOn: 'date.unreadable' }],
    [{ deskIds: [] }, { deskIds: 'event.desk_required' }],
    [{ kind: '' }, { kind: 'input.required' }],
    [{ country: 'JP', province: '44' }, { province: 'company.province_of_mainland' }],
  ])('%o', (more, fields) => {
    expect(reasons(more)).toEqual(fields)
  })
})

test('an address of a list reads back as it was written, and says what it ignored', () => {
  const { filter, ignored } = parseEventFilter(
    { kind: 'seminar,party', desk: 'japan_korea,moon', year: '2026', sort: 'name', q: '东京' },
    { deskKeys: ['japan_korea'] },
  )
  expect(ignored).toEqual(['kind=party', 'desk=moon'])
  expect(parseEventFilter(new URLSearchParams(eventSearch(filter)))).toEqual({ filter, ignored: [] })
})
