import { phones } from '@/domain/contact/input'
import { readReachAt } from '@/domain/lead/reach-at'
import { creditCodeOf, isCreditCode } from '@/domain/text/credit-code'
import { emailOf } from '@/domain/text/email'
import { websiteOf } from '@/domain/text/website'
import { wechat } from '@/domain/text/wechat'
import { orNot, orReason, type ReadCell, refusedAs, value } from './cell-value'
import type { Kind } from './fields/field'
import { readProvince } from './read-place'
import { cleaned } from './read-text'
import { readLocale, readWord, readYesNo } from './read-word'

/** What is a code, a word of a few, or an address. */
export type WordKind = Exclude<
  Kind,
  { is: 'line' | 'note' | 'amount' | 'area' | 'date' | 'whole' | 'place' | 'sourceOrEvent' | 'name' | 'tags' }
>

export function asWord(kind: WordKind, text: string): ReadCell {
  switch (kind.is) {
    case 'word':
      return orNot(readWord(kind.words, text), text)
    case 'yesNo':
      return orNot(readYesNo(text), text)
    case 'province':
      return orNot(readProvince(text), text)
    case 'locale':
      return orNot(readLocale(text), text)
    case 'number':
      return orReason(
        new RegExp(`^${kind.letter}-\\d{4}-\\d{1,7}$`).test(text.toUpperCase()) ? text.toUpperCase() : null,
        'sheet.cell.number',
      )
    case 'creditCode':
      return orReason(isCreditCode(creditCodeOf(text)) ? creditCodeOf(text) : null, 'text.credit_code')
    case 'email':
      return orReason(emailOf(text), 'text.email')
    case 'website':
      return websiteOf(text)
        ? value(websiteOf(text))
        : refusedAs(/^http:/i.test(text) ? 'company.website_https_only' : 'company.website_unreadable')
    case 'wechat':
      return orReason(wechat().safeParse(text).data ?? null, 'text.wechat')
    case 'phones': {
      const read = phones().safeParse(text)
      return read.success ? value(read.data) : issueOf(read.error.issues[0])
    }
    case 'reach': {
      const read = readReachAt(text)
      return 'reason' in read ? refusedAs(read.reason) : cleaned(text, 200, 'line')
    }
    case 'derived':
      return value(null)
  }
}

function issueOf(issue: { message: string; params?: Record<string, unknown> } | undefined): ReadCell {
  return refusedAs(
    issue?.message ?? 'input.unreadable',
    issue?.params?.values as Record<string, string | number> | undefined,
  )
}
