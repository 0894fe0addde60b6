import { cleanText } from '@/domain/text/clean'
import { optionalField } from '@/domain/text/optional-field'

/** A phone number as it is stored: half width, 00 as +, spaces and hyphens as typed; null if it is none. */
export function phoneOf(raw: string): string | null {
  const cleaned = cleanText(raw.normalize('NFKC'), 60)
  if (!('text' in cleaned)) return null
  const text = cleaned.text.replace(/^00(?=[1-9])/, '+').replace(/[‐‑‒–—−ー]/g, '-')
  const digits = text.replace(/\D/g, '').length
  const shape = /^\+?[\d\s().\-/]+(?:\s*(?:转|轉|内線|내선|ext\.?|x|#|,)\s*\d{1,6})?$/i
  return shape.test(text) && digits >= 5 && digits <= 21 ? text : null
}

/** zod: a phone number or null where there is none; else `text.phone`. */
export function phone() {
  return optionalField(phoneOf, 'text.phone')
}

/**
 * For comparing two numbers: digits alone, without the mainland's +86, the trunk 0, and an extension. Numbers of other
 * countries keep their code, if it was given.
 */
export function phoneKey(text: string): string {
  const main = text.normalize('NFKC').replace(/\s*(?:转|轉|内線|내선|ext|x|#|,).*$/i, '')
  const international = /^\s*(?:\+|00)/.test(main)
  const digits = main.replace(/\(0\)/, '').replace(/\D/g, '').replace(/^0+/, '')
  const home = international ? /^86(?=\d{8,11}$)/ : /^86(?=1\d{10}$)/
  return digits.replace(home, '').replace(/^0+/, '')
}
