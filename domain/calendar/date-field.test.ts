import { describe, expect, it } from 'vitest'
import { isoDate, pastDate } from '@/domain/calendar/date-field'
import { parseInput } from '@/domain/outcome'

describe('date fields', () => {
  const reasonOf = (schema: ReturnType<typeof isoDate>, data: unknown) => {
    const outcome = parseInput(schema, data)
    return outcome.kind === 'invalid' ? outcome.fields['']?.reason : outcome.value
  }

  it('say what is wrong with a date', () => {
    expect(reasonOf(isoDate(), ' 2026-06-30 ')).toBe('2026-06-30')
    expect(reasonOf(isoDate(), '')).toBe('date.required')
    expect(reasonOf(isoDate(), undefined)).toBe('date.required')
    expect(reasonOf(isoDate(), '2026-02-30')).toBe('date.unreadable')
  })

  it('refuse tomorrow where the past is meant', () => {
    expect(reasonOf(pastDate('2026-06-30'), '2026-06-30')).toBe('2026-06-30')
    expect(reasonOf(pastDate('2026-06-30'), '2026-07-01')).toBe('date.in_future')
    expect(reasonOf(pastDate('2026-06-30'), 'soon')).toBe('date.unreadable')
  })
})
