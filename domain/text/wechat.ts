import { cleanText } from '@/domain/text/clean'
import { optionalField } from '@/domain/text/optional-field'

/**
 * zod: a WeChat name or null where there is none; else `text.wechat`. Half width. Not only IDs: people write a
 * phone number, or 同手机.
 */
export function wechat() {
  return optionalField(raw => {
    const cleaned = cleanText(raw.normalize('NFKC'), 60)
    return 'text' in cleaned ? cleaned.text : null
  }, 'text.wechat')
}

/** For comparing two. */
export function wechatKey(text: string): string {
  return text.normalize('NFKC').trim().toLowerCase()
}
