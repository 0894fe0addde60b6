import { getTranslations } from 'next-intl/server'
import { DeletedBanner } from '@/app/(bureau)/deleted-banner'
import { naming } from '@/app/(bureau)/naming'
import type { FormAction } from '@/components/form'
import { Banner } from '@/components/page'
import type { DealRecord } from '@/domain/deal/row'
import { formWords } from '@/i18n/form-words'
import { restoreDealAction } from '../actions'

/** What one must know before anything else: deleted, on hold, lost, withdrawn. */
export async function DealBanner({ deal }: { deal: DealRecord }) {
  const [t, names, words] = await Promise.all([getTranslations('deal'), naming(), formWords()])
  if (deal.deletedAt) {
    const says = t('record.deleted', {
      name: names.person(deal.deletedBy),
      at: names.moment(deal.deletedAt),
    })
    if (!deal.can.restore)
      return (
        <Banner tone="amber" icon="trash-2" role="status">
          {says}
        </Banner>
      )
    return (
      <DeletedBanner
        number={deal.number}
        says={says}
        restore={restoreDealAction as FormAction}
        words={{ restore: t('act.restore'), restored: t('said.restored'), form: words }}
      />
    )
  }
  if (deal.status === 'active') return null
  const why = [deal.statusReason && t(`endReason.${deal.statusReason}`), deal.statusText, deal.lostTo]
  const reason = why.filter(Boolean).join(names.semicolon) || '—'
  const date = names.fullDay(deal.statusSince)
  return (
    <Banner tone={deal.status === 'on_hold' ? 'amber' : undefined} icon="info">
      {deal.status === 'on_hold'
        ? t('record.onHold', {
            date,
            reason,
            review: deal.reviewOn ? names.fullDay(deal.reviewOn) : '—',
          })
        : t('record.ended', { date, status: t(`status.${deal.status}`), reason })}
    </Banner>
  )
}
