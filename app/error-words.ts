import en from '@/i18n/messages/en/error.json'
import ja from '@/i18n/messages/ja/error.json'
import ko from '@/i18n/messages/ko/error.json'
import hans from '@/i18n/messages/zh-Hans/error.json'
import hant from '@/i18n/messages/zh-Hant/error.json'

const words: Record<string, typeof en> = { 'zh-Hans': hans, 'zh-Hant': hant, en, ja, ko }

/**
 * The few words of the error pages, all five languages at hand in the browser: when the server cannot draw a page it
 * cannot be asked for them either.
 */
export function errorLocale(): string {
  const cookie = /(?:^|; )locale=([^;]+)/.exec(document.cookie)?.[1] ?? ''
  const wished = [document.documentElement.lang, cookie, ...navigator.languages, 'zh-Hans']
  return wished.find(one => one in words) ?? 'zh-Hans'
}

export const errorWords = (locale: string): typeof en => words[locale] ?? hans
