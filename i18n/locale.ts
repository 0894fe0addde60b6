import { defaultLocale, type Locale, locales } from '@/domain/user/user'

export function isLocale(value: unknown): value is Locale {
  return locales.includes(value as Locale)
}

/** The best of our five for an Accept-Language header: by weight, `zh-TW`, `zh-HK` and `zh-MO` read traditional. */
export function localeFor(header: string | null | undefined): Locale {
  const wished = (header ?? '')
    .split(',')
    .map((part, order) => {
      const [tag = '', ...parameters] = part.trim().split(';')
      const weight = Number(parameters.find(one => one.trim().startsWith('q='))?.split('=')[1] ?? 1)
      return { tag: tag.toLowerCase(), weight: Number.isNaN(weight) ? 0 : weight, order }
    })
    .filter(one => one.weight > 0)
    .sort((a, b) => b.weight - a.weight || a.order - b.order)
  for (const { tag } of wished) {
    if (/^zh\b.*\b(hant|tw|hk|mo)\b/.test(tag)) return 'zh-Hant'
    const language = tag.split('-')[0]
    if (language === 'zh') return 'zh-Hans'
    if (isLocale(language)) return language
  }
  return defaultLocale
}

/** Each language by its own name, for choosing among them. */
export const localeNames: Record<Locale, string> = {
  'zh-Hans': '简体中文',
  'zh-Hant': '繁體中文',
  en: 'English',
  ja: '日本語',
  ko: '한국어',
}
