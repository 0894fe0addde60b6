import { cookies, headers } from 'next/headers'
import { getRequestConfig } from 'next-intl/server'
import type { Locale } from '@/domain/user/user'
import { isLocale, LOCALE_COOKIE, localeFor } from './locale'
import { type Messages, nouns } from './nouns'

/** The zone's time zone; moments are shown in it, whatever the browser's is. */
export const timeZone = 'Asia/Shanghai'

export default getRequestConfig(async () => {
  const chosen = (await cookies()).get(LOCALE_COOKIE)?.value
  const locale = isLocale(chosen) ? chosen : localeFor((await headers()).get('accept-language'))
  return { locale, timeZone, messages: await messagesIn(locale) }
})

const loaded = new Map<Locale, Promise<Messages>>()

/** All messages of a language, read once. */
export function messagesIn(locale: Locale): Promise<Messages> {
  const known = loaded.get(locale)
  if (known) return known
  const reading = Promise.all(
    nouns.map(async noun => [noun, (await import(`./messages/${locale}/${noun}.json`)).default] as const),
  ).then(pairs => Object.fromEntries(pairs) as Messages)
  if (process.env.NODE_ENV === 'production') loaded.set(locale, reading)
  return reading
}
