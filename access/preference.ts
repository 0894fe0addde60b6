import { cookies } from 'next/headers'
import { cache } from 'react'
import { type Locale, locales, type Theme, themes } from '@/domain/user/user'
import { currentActor, currentSession } from './session'

const A_YEAR = 365 * 24 * 60 * 60

/**
 * The language that this person has chosen: in the account, else in this browser; null when in neither. A database
 * that does not answer is no reason to speak another language.
 */
export const chosenLocale = cache(async (): Promise<Locale | null> => {
  const actor = await currentActor().catch(() => null)
  return actor?.locale ?? known(locales, (await cookies()).get('locale')?.value)
})

/** Light, dark, or as the system: from the account, else from this browser. */
export const currentTheme = cache(async (): Promise<Theme> => {
  const actor = await currentActor().catch(() => null)
  return actor?.theme ?? known(themes, (await cookies()).get('theme')?.value) ?? 'system'
})

/** Whether single keys act for this person. */
export async function singleKeysAct(): Promise<boolean> {
  return (await currentSession())?.preferences.keys !== 'off'
}

/** Keeps the choice in this browser too, for the pages before one has signed in. In a server action. */
export async function rememberPreference(chosen: { locale?: Locale | null; theme?: Theme | null }) {
  const jar = await cookies()
  for (const [name, value] of Object.entries(chosen))
    if (value) jar.set(name, value, { path: '/', maxAge: A_YEAR, sameSite: 'lax' })
}

const known = <T extends string>(words: readonly T[], value: string | undefined): T | null =>
  words.includes(value as T) ? (value as T) : null
