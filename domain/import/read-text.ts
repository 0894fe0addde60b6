import { cleanText } from '@/domain/text/clean'
import { type ReadCell, refusedAs, value } from './cell-value'

/** A text tidied and bounded. */
export function cleaned(text: string, max: number, kind: 'line' | 'note'): ReadCell {
  // a line that was broken to fit its cell is one line all the same
  const read = cleanText(kind === 'line' ? text.replace(/\s*[\r\n]+\s*/g, ' ') : text, max, kind)
  return 'text' in read ? value(read.text) : refusedAs(read.reason, read.values)
}

/** Names with a comma of any script between them, or one a line. */
export function list(text: string): ReadCell {
  const items = text.split(/[,，、;；\n/／]|\s+[·|]\s+/u).map(item => item.trim())
  const wrong = items
    .map(item => (item === '' ? null : cleaned(item, 200, 'line')))
    .find(read => read && !read.ok)
  return wrong ?? value([...new Set(items.filter(Boolean))])
}

const wholeShape = /^([\d,]+)(?:\.0+)?\s*(?:人|名|명|个|個|persons?|people|jobs?)?$/i

/** A whole number from 0 to `max`, with or without the people that it counts. */
export function wholeNumber(text: string, max: number): ReadCell {
  const digits = wholeShape.exec(text.normalize('NFKC').replace(/^[约約]/, ''))?.[1]?.replaceAll(',', '')
  const number = digits && digits.length <= 15 ? Number(digits) : Number.NaN
  if (Number.isNaN(number)) return refusedAs('input.wrong_kind')
  return number <= max ? value(number) : refusedAs('input.too_big', { max })
}
