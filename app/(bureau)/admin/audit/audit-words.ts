import { getTranslations } from 'next-intl/server'
import type { AuditLine } from '@/db/read/audit-log'

/** What somebody did, in words: "deal.move" is 招商项目, 移动阶段. A verb without words stands as it is written. */
export async function auditWords() {
  const t = await getTranslations('setting')
  const word = (key: string, fallback: string) =>
    t.has(key as 'noun.deal') ? t(key as 'noun.deal') : fallback
  return {
    noun: (line: Pick<AuditLine, 'verb' | 'noun'>) => {
      const noun = line.noun === 'export' ? (line.verb.split('.')[0] ?? '') : line.noun
      return word(`noun.${noun}`, noun)
    },
    verb: ({ verb }: Pick<AuditLine, 'verb'>) => {
      const stem = verb.split('.')[1] ?? verb
      return word(`verb.${stem}`, stem)
    },
    outcome: (outcome: string | null) => (outcome === null ? '' : word(`outcome.${outcome}`, outcome)),
    /** The address of a try inside a session is none. */
    address: (address: string | null) => (address === '0.0.0.0' ? t('user.inside') : (address ?? '')),
  }
}

/** The details of a line as short texts: `field: old → new`, else `field: value`. */
export function detailTexts(details: Record<string, unknown>): string[] {
  const { changes, ...rest } = details
  const plain = (value: unknown) =>
    value === null || value === '' ? '—' : typeof value === 'string' ? value : JSON.stringify(value)
  const changed = Object.entries((changes ?? {}) as Record<string, unknown>).map(([field, pair]) =>
    Array.isArray(pair) ? `${field}: ${plain(pair[0])} → ${plain(pair[1])}` : `${field}: ${plain(pair)}`,
  )
  return [...changed, ...Object.entries(rest).map(([field, value]) => `${field}: ${plain(value)}`)]
}
