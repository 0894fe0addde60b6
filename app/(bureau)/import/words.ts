import { getTranslations } from 'next-intl/server'
import { cache } from 'react'
import { isIsoDate, withDaysSaid } from '@/domain/calendar/date'
import type { ImportCounts } from '@/domain/import/batch'
import { fieldOf, type ImportNoun } from '@/domain/import/noun'
import { wordsOffered } from '@/domain/import/read-word'
import { closedWords } from '@/domain/import/words/closed'
import { groupThousands } from '@/domain/money/decimal'
import { naming } from '../naming'

/** How many of each, in one line; what there is none of is not said. */
export const countsSaid = cache(async () => {
  const t = await getTranslations('import.count')
  const { comma } = await naming()
  return (counts: ImportCounts): string => {
    const kinds = ['create', 'update', 'same', 'skip', 'ask', 'bad', 'warned'] as const
    const some = kinds.flatMap(kind => (counts[kind] ? [t(kind, { count: counts[kind] })] : []))
    return some.length === 0 ? t('rows', { count: counts.rows }) : some.join(comma)
  }
})

/** A field's name and what stands in it, as the reader says them. */
export async function fieldWords(noun: ImportNoun) {
  const [names, say] = await Promise.all([naming(), getTranslations('common.say')])
  return {
    label: (key: string) => fieldOf(noun, key)?.labels[names.locale] ?? key,
    value: (key: string, text: string): string => {
      if (text === '') return '—'
      if (text === 'not_stated') return say('notStated')
      const kind = fieldOf(noun, key)?.kind
      if (kind?.is === 'place') return names.country(text)
      if (kind?.is === 'province') return names.province(text)
      if (kind?.is === 'date') return isIsoDate(text) ? names.fullDay(text) : text
      if (kind?.is === 'amount') return /^\d+(\.\d+)?$/.test(text) ? groupThousands(text) : text
      if (kind?.is === 'locale')
        return new Intl.DisplayNames(names.locale, { type: 'language' }).of(text) ?? text
      if (kind?.is === 'yesNo') return say(text === 'on' || text === 'yes' ? 'yes' : 'no')
      const closed = kind?.is === 'sourceOrEvent' ? 'source' : kind?.is === 'word' ? kind.words : null
      if (!closed) return text
      const codes = closedWords[closed] as readonly string[]
      return wordsOffered(closed, names.locale)[codes.indexOf(text)] ?? text
    },
  }
}

/** Why a cell was refused, in the reader's language. */
export async function reasonWords() {
  const [t, { fullDay }] = await Promise.all([getTranslations() as unknown as Promise<Say>, naming()])
  return (reason: string, values: Record<string, unknown> = {}) =>
    t.has(reason) ? t(reason, withDaysSaid(values, fullDay)) : reason
}
type Say = ((key: string, values?: Record<string, unknown>) => string) & { has: (key: string) => boolean }
