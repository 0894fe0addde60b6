import { getTranslations } from 'next-intl/server'
import { type ActivityKind, activityKinds } from '@/domain/activity/activity'
import type { QuickWords } from './quick-read'

/** What quick entry says in the browser; `kinds` where one is chosen. */
export async function quickWords(kinds: boolean): Promise<QuickWords> {
  const t = await getTranslations('activity')
  const said = activityKinds.map(kind => [kind, t(`kind.${kind}`)])
  return {
    kinds: kinds ? (Object.fromEntries(said) as Record<ActivityKind, string>) : undefined,
    list: t('entry.suggest'),
    contact: t('entry.contact'),
    reads: t('entry.reads'),
    none: t('said.noNext'),
  }
}
