import { getTranslations } from 'next-intl/server'
import { cache } from 'react'
import type { LogLine } from '@/db/read/company-log'
import { companyKinds, origins, segments } from '@/domain/company/company'
import { consents } from '@/domain/contact/contact'
import { eventKinds } from '@/domain/event/event'
import { isLocale, localeNames } from '@/i18n/locale'
import { fileLog } from './file-log'
import { mergeLog } from './merge-log'
import { naming } from './naming'

type Shown = { field: string; label: string; from: string; to: string }

/** An import makes a record or changes it; undone, it deletes it or puts it back. */
function stemOf({ details }: LogLine, stem: string): string {
  if (stem === 'import') return details.changes ? 'edit' : 'create'
  if (stem === 'undo_import') return details.putBack ? 'edit' : 'delete'
  return stem
}

/** Lines of the log about companies, contacts and events in the reader's words; once a request. */
export const historyWords = cache(async () => {
  const [company, contact, event, common, names, merge, file] = await Promise.all([
    getTranslations('company'),
    getTranslations('contact'),
    getTranslations('event'),
    getTranslations('common.say'),
    naming(),
    mergeLog(),
    fileLog(),
  ])

  /** What was done; null for a line that repeats another (the details of a contact just added). */
  function said(line: LogLine): string | null {
    const { noun, verb } = line
    const ofFile = file(line)
    if (ofFile) return ofFile
    const merged = noun === 'contact_detail' ? null : merge.said(line)
    if (merged) return merged
    const [of, written = ''] = verb.split('.')
    const stem = stemOf(line, written)
    if (noun === 'contact_detail')
      return ['edit', 'merge', 'undo_merge'].includes(stem) ? contact('log.details') : null
    if (noun === 'contact')
      return contact(`log.${oneOf(['edit', 'reveal', 'delete', 'restore'], stem) ?? 'create'}`)
    if (noun === 'event') return event(`log.${oneOf(['edit', 'delete', 'restore'], stem) ?? 'create'}`)
    if (of === 'lead' && stem === written) return company('log.viaLead')
    return company(`log.${oneOf(['edit', 'delete', 'restore', 'tag'], stem) ?? 'create'}`)
  }

  function changes({ noun, verb, details }: LogLine): Shown[] {
    // what is said of a file has other words than its record
    if (verb.startsWith('attachment.')) return []
    const changed = (details.changes ?? {}) as Record<string, [unknown, unknown]>
    return Object.entries(changed).map(([field, [from, to]]) => ({
      field,
      label: labelOf(noun, field),
      from: valueOf(noun, field, from),
      to: valueOf(noun, field, to),
    }))
  }

  function note({ noun, details }: LogLine): string | null {
    if (typeof details.different === 'string') return company('log.different', { reason: details.different })
    return merge.stayed(details.stayed, details.linksStayed, field => labelOf(noun, field), names.comma)
  }

  function labelOf(noun: string, field: string): string {
    const locale = field.startsWith('names.') ? field.slice(6) : ''
    if (isLocale(locale)) return localeNames[locale]
    const t = noun === 'event' ? event : noun === 'company' ? company : contact
    const key = `field.${field}` as Parameters<typeof t.has>[0]
    return t.has(key) ? (t as (key: string) => string)(key) : field
  }

  function valueOf(noun: string, field: string, value: unknown): string {
    if (value === null || value === undefined || value === '') return common('notStated')
    if (typeof value === 'boolean') return common(value ? 'yes' : 'no')
    if (Array.isArray(value) && field === 'tags') return value.join(names.comma) || common('none')
    if (Array.isArray(value))
      return value.map(one => idOf(field, Number(one))).join(names.comma) || common('notStated')
    if (typeof value === 'object') return Object.values(value).join(' / ') || common('notStated')
    const word = String(value)
    if (field === 'country') return names.country(word)
    if (field === 'province') return names.province(word)
    if (field === 'industryId') return names.industry(Number(value))
    if (field === 'startsOn' || field === 'endsOn') return names.fullDay(word)
    if (field === 'nameLocale' || field === 'language') return isLocale(word) ? localeNames[word] : word
    return wordOf(noun, field, word) ?? word
  }

  const idOf = (field: string, id: number) => (field === 'staffIds' ? names.person(id) : names.desk(id).name)

  function wordOf(noun: string, field: string, word: string): string | null {
    const origin = field === 'origin' && oneOf(origins, word)
    if (origin) return company(`origin.${origin}`)
    const segment = field === 'segment' && oneOf(segments, word)
    if (segment) return company(`segment.${segment}`)
    const consent = field === 'consent' && oneOf(consents, word)
    if (consent) return contact(`consent.${consent}`)
    const ofCompany = field === 'kind' && noun === 'company' && oneOf(companyKinds, word)
    if (ofCompany) return company(`kind.${ofCompany}`)
    const ofEvent = field === 'kind' && noun === 'event' && oneOf(eventKinds, word)
    return ofEvent ? event(`kind.${ofEvent}`) : null
  }

  return { said, changes, note, value: valueOf, label: labelOf }
})

const oneOf = <T extends string>(words: readonly T[], word: string): T | undefined =>
  words.find(one => one === word)
