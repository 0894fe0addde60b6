import type { Locale } from '@/domain/user/user'
import { type Messages, nouns } from './nouns'

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
