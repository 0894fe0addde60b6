import { getTranslations } from 'next-intl/server'
import { SumWords } from '@/app/(bureau)/amount'
import { naming } from '@/app/(bureau)/naming'
import { StatusChip } from '@/components/marks'
import { Card } from '@/components/page'
import type { CapitalCard } from '@/domain/capital/deal'
import type { DealRecord } from '@/domain/deal/row'
import { words } from '@/domain/money/words'

/** What the overview says of a deal's capital: whether it adds up, what came, what is next or overdue. */
export async function CapitalSummary({ deal, capital }: { deal: DealRecord; capital: CapitalCard }) {
  const [t, names] = await Promise.all([getTranslations('capital'), naming()])
  const { closing, received, waiting, overdue, next } = capital
  const href = `/deals/${deal.number}/capital`
  return (
    <Card
      id="capital"
      title={t('title')}
      aside={
        <a className="link" href={href}>
          {t('act.open')}
        </a>
      }
    >
      <p className="text-13">
        {t('field.committed')} <SumWords sum={closing.sum} />
        {closing.state === 'closed' ? null : (
          <>
            {' '}
            <StatusChip tone="amber" icon="triangle-alert">
              {t(`closing.${closing.state}`)}
            </StatusChip>
          </>
        )}
      </p>
      <p className="text-13">
        {t('record.receivedSum')} {received.count === 0 ? '—' : <SumWords sum={received} />}
      </p>
      {next ? (
        <p className="text-13 text-ink-2">
          {t('record.next', {
            when: t('record.by', { date: names.day(next.by) }),
            amount: words(next.money, names.locale),
          })}
        </p>
      ) : null}
      {overdue + waiting > 0 ? (
        <p className="mt-1 flex flex-wrap gap-2">
          {overdue > 0 ? (
            <StatusChip tone="red" icon="triangle-alert">
              {t('record.overdueCount', { count: overdue })}
            </StatusChip>
          ) : null}
          {waiting > 0 ? (
            <StatusChip tone="amber" icon="clock">
              {t('record.waitingCount', { count: waiting })}
            </StatusChip>
          ) : null}
        </p>
      ) : null}
    </Card>
  )
}
