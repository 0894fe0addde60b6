import { getTranslations } from 'next-intl/server'
import { DeskChip } from '@/components/marks'
import type { Share } from '@/domain/first-contact/first-contact'
import { naming } from './naming'

/** Who gets the credit, in whole per cent of each desk. */
export async function CreditShares({ shares }: { shares: readonly Share[] }) {
  const [t, names] = await Promise.all([getTranslations('first_contact'), naming()])
  if (shares.length === 0) return null
  return (
    <p className="flex flex-wrap items-center gap-2 text-13">
      <span className="text-ink-2">{t('credit')}</span>
      {shares.map(({ deskId, percent }) => (
        <DeskChip key={deskId} colour={names.desk(deskId).colour}>
          {names.desk(deskId).name} {percent}%
        </DeskChip>
      ))}
    </p>
  )
}
