import type { z } from 'zod'
import { optionalLine } from '@/domain/text/clean'
import { defaultLocale, type Locale, locales, type Names } from './user'

/** The four languages beside the one in which a name is written first. */
export const otherLocales = locales.filter(
  (locale): locale is Exclude<Locale, typeof defaultLocale> => locale !== defaultLocale,
)
type OtherLocale = (typeof otherLocales)[number]
type Fields = { [L in OtherLocale as `name_${L}`]: ReturnType<typeof optionalLine> }

/** The inputs `name_zh-Hant`, `name_en`, `name_ja`, `name_ko` of a form; each may be left empty. */
export const nameFields = (max = 200): Fields =>
  Object.fromEntries(otherLocales.map(locale => [`name_${locale}`, optionalLine(max)])) as Fields

/** Those that were filled in. */
export function namesOf(input: { [K in keyof Fields]: z.output<Fields[K]> }): Names {
  const given = otherLocales.map(locale => [locale, input[`name_${locale}`]] as const)
  return Object.fromEntries(given.filter(([, name]) => name !== null)) as Names
}

/** The languages in which readers get the name of another language, because nobody has written it in theirs. */
export function missingNames(names: Names): OtherLocale[] {
  return otherLocales.filter(locale => !names[locale])
}
