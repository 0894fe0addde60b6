import { describe, expect, it } from 'vitest'
import { z } from 'zod'
import { conflict, done, gone, invalidField, parseInput, refused } from '@/domain/outcome'

describe('outcomes', () => {
  it('are plain values that say what happened', () => {
    expect(done(3)).toEqual({ kind: 'done', value: 3 })
    expect(conflict({ version: 4 })).toEqual({ kind: 'conflict', theirs: { version: 4 } })
    expect(refused('deal.move.missing', { missing: [{ field: 'form' }] })).toEqual({
      kind: 'refused',
      reason: 'deal.move.missing',
      missing: [{ field: 'form' }],
    })
    expect(gone()).toEqual({ kind: 'gone' })
    expect(invalidField('name', 'text.too_long', { max: 200 })).toEqual({
      kind: 'invalid',
      fields: { name: { reason: 'text.too_long', values: { max: 200 } } },
    })
  })
})

describe('parseInput', () => {
  const schema = z.strictObject({
    name: z.string().min(1).max(3),
    kind: z.enum(['fair', 'visit']),
    count: z.number().int().min(1).max(9),
    steps: z.array(z.object({ on: z.string() })),
  })
  const good = { name: '马氏', kind: 'fair', count: 2, steps: [{ on: '2026-07-01' }] }
  const fieldsOf = (data: unknown) => {
    const outcome = parseInput(schema, data)
    return outcome.kind === 'invalid' ? outcome.fields : {}
  }

  it('gives the parsed value', () => {
    expect(parseInput(schema, good)).toEqual({ kind: 'done', value: good })
  })

  it('gives each field a message key, by dotted path', () => {
    expect(fieldsOf({ name: '马氏集团', kind: 'party', count: 0, steps: [{}] })).toEqual({
      name: { reason: 'text.too_long', values: { max: '3' } },
      kind: { reason: 'input.not_offered' },
      count: { reason: 'input.too_small', values: { min: '1' } },
      'steps.0.on': { reason: 'input.required' },
    })
  })

  it('tells what is absent from what is of the wrong kind', () => {
    expect(fieldsOf({ ...good, name: undefined }).name).toEqual({ reason: 'input.required' })
    expect(fieldsOf({ ...good, name: 5 }).name).toEqual({ reason: 'input.wrong_kind' })
  })

  it('names an extra field instead of ignoring it', () => {
    expect(fieldsOf({ ...good, stage: 'approved' })).toEqual({ stage: { reason: 'input.unknown_field' } })
  })

  it('keeps a key of ours with its placeholders', () => {
    const odd = z.string().superRefine((_, context) => {
      context.addIssue({ code: 'custom', message: 'text.bidi', params: { values: { at: 4 } } })
    })
    expect(parseInput(z.object({ note: odd }), { note: 'x' })).toEqual({
      kind: 'invalid',
      fields: { note: { reason: 'text.bidi', values: { at: 4 } } },
    })
  })
})
