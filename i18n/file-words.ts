import { getLocale, getTranslations } from 'next-intl/server'

/** What a FileInput says by itself (components/file-input.tsx); `limit`: megabytes of a file at most. */
export async function fileWords(limit: number) {
  const [t, locale] = await Promise.all([getTranslations('common.file'), getLocale()])
  // the name is only known in the browser
  return { locale, none: t('none'), tooLarge: t('tooLarge', { name: '{name}', limit }) }
}
