import { getTranslations } from 'next-intl/server'
import type { FieldBeside } from '@/db/read/merge'
import type { MergeNoun } from '@/domain/merge/merge'
import { isLocale, localeNames } from '@/i18n/locale'
import { historyWords } from './history-words'
import { naming } from './naming'
import { logWords } from './timeline-value'

type Loose = { (key: string): string; has: (key: string) => boolean }

/** How the fields of the two are called and what they say, in the words of their history. */
export async function mergeWords(noun: MergeNoun) {
  const [t, say, names, history, log] = await Promise.all([
    getTranslations(noun) as unknown as Promise<Loose>,
    getTranslations('common.say'),
    naming(),
    historyWords(),
    logWords(),
  ])
  const isCase = noun === 'lead' || noun === 'deal'

  function label(key: string): string {
    const [names, locale] = key.split('.')
    if (names === 'names' && isLocale(locale)) return localeNames[locale]
    const short = `field.${key.replace(/Id$/, '')}`
    return t.has(`field.${key}`) ? t(`field.${key}`) : t.has(short) ? t(short) : key
  }

  function one(name: string, raw: unknown): string {
    if (typeof raw === 'string' && whole.has(name)) return raw
    return isCase ? log.value(noun, name, raw) : history.value(noun, name, raw)
  }

  /** Null for nothing stated. */
  function value(said: FieldBeside['kept']): string | null {
    const stated = said.filter(([, raw]) => raw !== null && raw !== '' && raw !== undefined)
    return stated.length > 0 ? stated.map(([name, raw]) => one(name, raw)).join(' · ') : null
  }
  return { label, value, notStated: say('notStated'), names }
}

/* Shown whole: a choice between two beginnings is none. */
const whole = new Set(['note', 'need', 'content', 'phones'])
