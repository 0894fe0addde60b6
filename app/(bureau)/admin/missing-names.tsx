import { getTranslations } from 'next-intl/server'
import { StatusChip } from '@/components/marks'
import { missingNames } from '@/domain/user/names-input'
import type { Names } from '@/domain/user/user'
import { localeNames } from '@/i18n/locale'

/** Which languages a name is missing in, or that none is. */
export async function MissingNames({ names }: { names: Names }) {
  const t = await getTranslations('setting.names')
  const missing = missingNames(names)
  if (missing.length === 0) return <span className="text-ink-3">{t('complete')}</span>
  return (
    <span className="flex flex-wrap gap-1">
      {missing.map(locale => (
        <StatusChip key={locale} tone="amber" icon="globe">
          <span lang={locale}>{localeNames[locale]}</span>
        </StatusChip>
      ))}
    </span>
  )
}
