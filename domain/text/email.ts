import { optionalField } from '@/domain/text/optional-field'

/** One @, a host with a point, nothing that mail forbids; 254 characters at most (RFC 5321). */
const shape = /^[^\s@,;:<>()[\]\\"\p{Cc}]+@[\p{L}\p{N}](?:[\p{L}\p{N}.-]*[\p{L}\p{N}])?\.[\p{L}]{2,}$/u

/** An e-mail address as it is stored: half width, its host in lower case; null if it is none. */
export function emailOf(raw: string): string | null {
  const text = raw
    .normalize('NFKC')
    .trim()
    .replace(/^mailto:/i, '')
  if (text.length > 254 || !shape.test(text) || text.includes('..')) return null
  const at = text.lastIndexOf('@')
  return text.slice(0, at) + text.slice(at).toLowerCase()
}

/** For comparing two addresses: no mail host that people use tells case apart. */
export function emailKey(text: string): string {
  return text.normalize('NFKC').trim().toLowerCase()
}

/** zod: an e-mail address or null where there is none; else `text.email`. */
export function email() {
  return optionalField(emailOf, 'text.email')
}
