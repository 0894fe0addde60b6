import { headers } from 'next/headers'
import { getRequestConfig } from 'next-intl/server'
import { chosenLocale } from '@/access/preference'
import { localeFor } from './locale'
import { messagesIn } from './words'

/** Only what next-intl falls back on: every moment is formatted with the time zone of the zone's own settings (naming.ts). */
export const timeZone = 'Asia/Shanghai'

export default getRequestConfig(async () => {
  const locale = (await chosenLocale()) ?? localeFor((await headers()).get('accept-language'))
  return { locale, timeZone, messages: await messagesIn(locale) }
})
