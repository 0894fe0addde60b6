import { z } from 'zod'

/**
 * zod: a line of text that must be there. NFC, trimmed, one line; at most `max` characters as people count them.
 * Reasons: `text.required|too_long|control|bidi`.
 */
export function cleanLine(max: number) {
  return required(max, 'line')
}

/** zod: as cleanLine, but with line breaks. */
export function cleanNote(max: number) {
  return required(max, 'note')
}

/** zod: as cleanLine; nothing at all is null. */
export function optionalLine(max: number) {
  return orNull(max, 'line')
}

/** zod: as cleanNote; nothing at all is null. */
export function optionalNote(max: number) {
  return orNull(max, 'note')
}

/** The text tidied, or why it is refused. What is not refused is never shortened. */
export type Cleaned = { text: string } | { reason: string; values?: Record<string, number> }

/** What the schemas do, for a single text. Only line breaks tell a note from a line. */
export function cleanText(raw: string, max: number, kind: 'line' | 'note' = 'line'): Cleaned {
  // most fields of a form are empty
  if (raw === '') return { reason: 'text.required' }
  // Far too long is refused before any work is spent on it.
  if (raw.length > max * 8 + 1000) return tooLong(max)
  const text = tidied(raw)
  if (bidiMarks.test(text)) return { reason: 'text.bidi' }
  if (controls[kind].test(text) || !text.isWellFormed()) return { reason: 'text.control' }
  if ([...text].length > max) return tooLong(max)
  return text === '' ? { reason: 'text.required' } : { text }
}

/** Marks that turn the reading direction: they can make a name read as another. */
const bidiMarks = /[\u061c\u200e\u200f\u202a-\u202e\u2066-\u2069]/
const controls = {
  line: /[\p{Cc}\u2028\u2029\ufff9-\ufffb]/u,
  note: /[^\P{Cc}\n]|[\u2028\u2029\ufff9-\ufffb]/u,
}
/** Nobody sees these, and two names that differ by them alone look the same. */
const invisible = /[\u00ad\u200b\u2060\ufeff]/g

function tidied(raw: string): string {
  return raw.replace(/\r\n?/g, '\n').replaceAll('\t', ' ').replace(invisible, '').normalize('NFC').trim()
}

function tooLong(max: number): Cleaned {
  return { reason: 'text.too_long', values: { max } }
}

function required(max: number, kind: 'line' | 'note') {
  return z.string('text.required').transform((raw, context) => {
    const cleaned = cleanText(raw, max, kind)
    if ('text' in cleaned) return cleaned.text
    context.addIssue({ code: 'custom', message: cleaned.reason, params: { values: cleaned.values } })
    return z.NEVER
  })
}

function orNull(max: number, kind: 'line' | 'note') {
  return z
    .string('input.wrong_kind')
    .nullish()
    .transform((raw, context) => {
      const cleaned = cleanText(raw ?? '', max, kind)
      if ('text' in cleaned) return cleaned.text
      if (cleaned.reason === 'text.required') return null
      context.addIssue({ code: 'custom', message: cleaned.reason, params: { values: cleaned.values } })
      return z.NEVER
    })
}
