import { z } from 'zod'
import { optionalLine } from '@/domain/text/clean'
import { type Locale, locales, type Names } from '@/domain/user/user'

/* A name in five languages, as a form sends it: `names.en`, `names.ja` … beside `name`. */
export type NameKey = `names.${Locale}`
export const nameKeys = locales.map(locale => `names.${locale}` as const)

/** Fields of a zod object for the names in other languages; put together by namesOf. */
export const namesFields = () =>
  Object.fromEntries(nameKeys.map(key => [key, optionalLine(200)])) as Record<
    NameKey,
    ReturnType<typeof optionalLine>
  >

/** The names that are given, without the field names of the form. */
export function namesOf<T extends Partial<Record<NameKey, string | null>>>(
  input: T,
): Omit<T, NameKey> & { names: Names } {
  const names: Names = {}
  const rest = { ...input }
  for (const locale of locales) {
    const name = input[`names.${locale}`]
    if (name) names[locale] = name
    delete rest[`names.${locale}`]
  }
  return { ...rest, names }
}

/** The same, back to what a form shows. */
export const namesShown = (names: Names): Record<NameKey, string | null> =>
  Object.fromEntries(locales.map(locale => [`names.${locale}`, names[locale] ?? null])) as Record<
    NameKey,
    string | null
  >

export const localeOrNot = () =>
  z.preprocess(value => value || null, z.enum(locales, 'input.not_offered').nullable())
