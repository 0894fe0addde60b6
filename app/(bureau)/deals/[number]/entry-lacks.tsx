import { getTranslations } from 'next-intl/server'
import { naming } from '@/app/(bureau)/naming'
import { LackList } from '@/components/page'
import type { DealRecord } from '@/domain/deal/row'
import type { Missing } from '@/domain/outcome'
import { lackPath } from '../lack-path'

/** What must be filled in first, each a link to its field, with whoever may do it. */
export async function EntryLacks({ deal, lacks }: { deal: DealRecord; lacks: readonly Missing[] }) {
  const [t, names] = await Promise.all([getTranslations('deal'), naming()])
  if (lacks.length === 0) return null
  return (
    <div className="note note-red mb-3" role="status">
      <div className="says">
        <strong>{t('refused.missing')}</strong>
        <LackList
          items={lacks.map(({ field }) => ({
            key: field,
            label: t(`field.${field as 'total'}`),
            href: deal.can.edit ? `/deals/${deal.number}${lackPath(field)}` : undefined,
            who: names.person(deal.officerId) || t('who.manager'),
          }))}
        />
      </div>
    </div>
  )
}
