import { getTranslations } from 'next-intl/server'
import type { ReviewItem } from '@/db/read/review'
import type { DealStage } from '@/domain/deal/deal'
import type { LeadStage } from '@/domain/lead/lead'
import type { Locale } from '@/domain/user/user'

/** The stage of a line's record, in the reader's language or in another. */
export async function stageWords(locale?: Locale) {
  const [deal, lead] = await Promise.all([
    locale ? getTranslations({ locale, namespace: 'deal.stage' }) : getTranslations('deal.stage'),
    locale ? getTranslations({ locale, namespace: 'lead.stage' }) : getTranslations('lead.stage'),
  ])
  return ({ noun, stage }: Pick<ReviewItem, 'noun' | 'stage'>) =>
    noun === 'deal' ? deal(stage as DealStage) : lead(stage as LeadStage)
}
