import { getTranslations } from 'next-intl/server'
import { naming } from '@/app/(bureau)/naming'
import { dealStages, dealStatuses, endReasons } from '@/domain/deal/deal'
import type { Questions } from '../deal-questions'

/** Where the deal stands already and since when, as far as it is known. */
export async function OpeningFields({ questions }: { questions: Questions }) {
  const [t, { today }] = await Promise.all([getTranslations('deal'), naming()])
  const { select, line, text, date } = questions
  return (
    <>
      <details className="fold" open>
        <summary>{t('ask.opening')}</summary>
        {select(
          'stage',
          dealStages.map(stage => ({ value: stage, label: t(`stage.${stage}`) })),
          { must: true },
        )}
        <div className="form-pair">
          {date('negotiationOn', today)}
          {date('entryProceduresOn', today)}
          {date('approvedOn', today)}
          {date('approvalOn', today)}
        </div>
        <div className="form-pair">
          {line('approvalAuthority', 200)}
          {line('approvalNumber', 200)}
        </div>
      </details>
      <details className="fold">
        <summary>{t('field.status')}</summary>
        <div className="form-pair">
          {select(
            'status',
            dealStatuses.map(status => ({ value: status, label: t(`status.${status}`) })),
            { must: true },
          )}
          {date('statusOn', today)}
          {select(
            'reasonCode',
            endReasons.map(reason => ({ value: reason, label: t(`endReason.${reason}`) })),
          )}
          {date('reviewOn')}
          {line('lostTo', 200)}
        </div>
        {text('reason', 2_000)}
      </details>
    </>
  )
}
