import { z } from 'zod'

/** An address as it is stored: https, host in lower case, no password in it; null if it is none. */
export function websiteOf(raw: string): string | null {
  const text = raw.normalize('NFKC').trim()
  const given = /^[a-z][a-z0-9+.-]*:/i.test(text) && !/^[^/]*:\d/.test(text) ? text : `https://${text}`
  if (text.length > 300 || /[\s\p{Cc}]/u.test(text) || !URL.canParse(given)) return null
  const url = new URL(given)
  if (url.protocol !== 'https:' || url.username || url.password) return null
  if (!/^[^.]+(\.[^.]+)+$/.test(url.hostname)) return null
  return url.pathname === '/' && !url.search && !url.hash ? url.origin : url.href
}

/**
 * zod: a website or null where there is none; a host alone gets https://. `company.website_https_only` for http and others,
 * `company.website_unreadable` for what is no address.
 */
export function website() {
  return z
    .string('input.wrong_kind')
    .nullish()
    .transform((raw, context) => {
      const text = (raw ?? '').slice(0, 1000)
      if (text.trim() === '') return null
      const read = websiteOf(text)
      if (read !== null) return read
      const scheme = /^\s*(?!https:)[a-z][a-z0-9+.-]*:\/\//i.test(text)
      context.addIssue({
        code: 'custom',
        message: scheme ? 'company.website_https_only' : 'company.website_unreadable',
      })
      return z.NEVER
    })
}
