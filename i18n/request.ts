import { headers } from 'next/headers'
import { getRequestConfig } from 'next-intl/server'
import { chosenLocale } from '@/access/preference'
import { localeFor } from './locale'
import { messagesIn } from './words'

/** The zone's time zone; moments are shown in it, whatever the browser's is. */
export const timeZone = 'Asia/Shanghai'

export default getRequestConfig(async () => {
  const locale = (await chosenLocale()) ?? localeFor((await headers()).get('accept-language'))
  return { locale, timeZone, messages: await messagesIn(locale) }
})
