import { cut } from '@/domain/text/cut'
import type { Raw } from './raw'
import { FileRefusal } from './refusal'
import type { BookParts } from './xlsx-parts'
import { numberCell, unescaped } from './xlsx-value'
import type { Attributes } from './xml'

/** What a cell's `value` is by the kind that its element names. `known`: one object for each text that occurs. */
export function cellOf(
  { t: kind, s: style = '0' }: Attributes,
  value: string,
  book: BookParts,
  known: Raw[],
): Raw {
  if (value === '') return null
  switch (kind) {
    case 's':
      return shared(Number(value), book, known)
    case 'str':
    case 'inlineStr':
      return { kind: 'text', text: unescaped(value) }
    case 'b':
      return { kind: 'boolean', value: value === '1' }
    case 'e':
      return { kind: 'error', text: cut(value, 40) }
    case 'd':
      return { kind: 'text', text: value.replace(/T[\d:.]+Z?$/, '') }
    default:
      return numberCell(value, book.formats[Number(style)], book.from1904)
  }
}

function shared(index: number, { texts }: BookParts, known: Raw[]): Raw {
  const text = texts[index]
  if (text === undefined) throw new FileRefusal('damaged')
  if (text === '') return null
  known[index] ??= { kind: 'text', text }
  return known[index] ?? null
}
