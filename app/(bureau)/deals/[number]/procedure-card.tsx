import { getTranslations } from 'next-intl/server'
import { naming } from '@/app/(bureau)/naming'
import { LinkButton } from '@/components/button'
import { Card } from '@/components/page'
import type { DealRecord } from '@/domain/deal/row'
import type { RecordAsked } from './record-asked'

/** How the steps stand: how many are settled, what is overdue, what is next. Nothing while a deal has none and needs none. */
export async function ProcedureCard({ deal, asked }: { deal: DealRecord; asked: RecordAsked }) {
  const { total, settled, overdue, nextDue } = deal.procedures
  if (total === 0 && deal.stage !== 'entry_procedures') return null
  const [t, names] = await Promise.all([getTranslations('procedure'), naming()])
  const late = overdue > 0 && deal.status === 'active'
  return (
    <Card
      id="procedures"
      title={t('title')}
      aside={late ? <span className="text-red">{t('overdueCount', { count: overdue })}</span> : undefined}
    >
      <p className="text-13 text-ink-2">
        {total === 0 ? t('empty.title') : t('says', { total, settled })}
        {nextDue && !late ? ` · ${t('nextDue', { date: names.day(nextDue) })}` : null}
      </p>
      <div className="box-acts">
        <LinkButton small href={`/deals/${deal.number}/procedures${asked.search}`}>
          {t('open')}
        </LinkButton>
      </div>
    </Card>
  )
}
