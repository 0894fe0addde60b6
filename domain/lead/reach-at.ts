import { emailOf } from '@/domain/text/email'
import { phoneOf } from '@/domain/text/phone'
import { wechat } from '@/domain/text/wechat'

type ReachAt = { phone: string } | { email: string } | { wechat: string } | { reason: string }

/** One field for what stands on a card: a phone number, an e-mail address, or else a WeChat name. */
export function readReachAt(raw: string): ReachAt {
  const text = raw.normalize('NFKC').trim()
  if (text.includes('@')) return as(emailOf(text), email => ({ email }), 'text.email')
  if (/^[+\d(][\d\s()./-]/.test(text)) return as(phoneOf(text), phone => ({ phone }), 'text.phone')
  const name = wechat().safeParse(text.replace(/^(微信号?|微信號|wechat|wx)\s*[:：]\s*/i, ''))
  return as(name.success ? name.data : null, one => ({ wechat: one }), 'text.wechat')
}

const as = (value: string | null, read: (value: string) => ReachAt, otherwise: string): ReachAt =>
  value ? read(value) : { reason: otherwise }
