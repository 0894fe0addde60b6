/** The nouns of a user. `manager` is the desk head (部长). */

export const roles = ['admin', 'director', 'manager', 'officer', 'viewer'] as const
export type Role = (typeof roles)[number]

export const locales = ['zh-Hans', 'zh-Hant', 'en', 'ja', 'ko'] as const
export type Locale = (typeof locales)[number]
export const defaultLocale: Locale = 'zh-Hans'

export const themes = ['system', 'light', 'dark'] as const
export type Theme = (typeof themes)[number]

/** A name as it was written, and in other languages. */
export type Names = Partial<Record<Locale, string>>

/** The name for a reader: in the reader's language where it is known, else as it was written. */
export function nameIn(locale: Locale, name: string, names: Names | null | undefined): string {
  return names?.[locale] || name
}
