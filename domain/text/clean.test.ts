import { describe, expect, it } from 'vitest'
import { z } from 'zod'
import { parseInput } from '@/domain/outcome'
import { cleanLine, cleanNote, optionalLine, optionalNote } from '@/domain/text/clean'

const read = (field: z.ZodType<string | null>, value: unknown) => {
  const outcome = parseInput(z.object({ field }), { field: value })
  return outcome.kind === 'done' ? outcome.value.field : outcome.fields.field
}
const name = cleanLine(200)
const note = cleanNote(10_000)

describe('a cleaned line', () => {
  it('is trimmed and composed, and keeps every script', () => {
    expect(read(name, '　 威海马氏食品 \n')).toBe('威海马氏食品')
    expect(read(name, 'Mu\u0308ller')).toBe('Müller')
    expect(read(name, '한국투자')).toBe('한국투자')
    expect(read(name, 'トヨタ\t株式会社')).toBe('トヨタ 株式会社')
    expect(read(name, 'Bad\u200b\ufeffname\u00ad')).toBe('Badname')
    expect(read(name, '👩‍👩‍👧 & Söhne')).toBe('👩‍👩‍👧 & Söhne')
    expect(read(name, '<b>=1+1</b>')).toBe('<b>=1+1</b>')
  })

  it('is required', () => {
    for (const nothing of ['', '   ', '\u200b', '　', undefined])
      expect(read(name, nothing)).toEqual({ reason: 'text.required' })
  })

  it.each(['a\u0000b', 'a\u0007', 'a\nb', 'a\rb', 'a\u001b[31m', 'a\u0085b', 'a\u2028b', 'a\ud800b'])(
    'refuses the control character in %j',
    text => {
      expect(read(name, `${text}.`)).toEqual({ reason: 'text.control' })
    },
  )

  it.each(['\u202e', '\u202a', '\u2066', '\u2069', '\u200f', '\u200e', '\u061c'])(
    'refuses the direction mark %j',
    mark => {
      expect(read(name, `moc.${mark}elgoog`)).toEqual({ reason: 'text.bidi' })
    },
  )

  it('counts characters as people do, after tidying', () => {
    expect(read(name, ` ${'马'.repeat(200)} `)).toHaveLength(200)
    expect(read(name, '𠮷'.repeat(200))).toHaveLength(400)
    expect(read(name, '马'.repeat(201))).toEqual({ reason: 'text.too_long', values: { max: 200 } })
    expect(read(name, 'x'.repeat(10_000))).toEqual({ reason: 'text.too_long', values: { max: 200 } })
  })
})

describe('a cleaned note', () => {
  it('keeps its line breaks, in one form', () => {
    expect(read(note, '第一行\r\n第二行\r第三行\n\n')).toBe('第一行\n第二行\n第三行')
    expect(read(note, 'a\u0000')).toEqual({ reason: 'text.control' })
    expect(read(note, 'a\u202e')).toEqual({ reason: 'text.bidi' })
    expect(read(note, 'x'.repeat(10_001))).toEqual({ reason: 'text.too_long', values: { max: 10_000 } })
  })
})

describe('an optional text', () => {
  it('is null when there is nothing, and held to the same rules when there is', () => {
    for (const nothing of ['', '  ', undefined, null]) {
      expect(read(optionalLine(50), nothing)).toBeNull()
      expect(read(optionalNote(50), nothing)).toBeNull()
    }
    expect(read(optionalLine(50), ' a ')).toBe('a')
    expect(read(optionalLine(50), 'a\u202e')).toEqual({ reason: 'text.bidi' })
    expect(read(optionalLine(50), 'x'.repeat(51))).toEqual({ reason: 'text.too_long', values: { max: 50 } })
    expect(read(optionalLine(50), 5)).toEqual({ reason: 'input.wrong_kind' })
  })
})
