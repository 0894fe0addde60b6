import { getTranslations } from 'next-intl/server'
import { SumWords } from '@/app/(bureau)/amount'
import { naming } from '@/app/(bureau)/naming'
import { Icon } from '@/components/icon'
import { approvedYear, type DealFilter, dealSearch } from '@/domain/deal/filter'
import type { BoardColumn } from '@/domain/deal/row'
import { carried } from '../carried'
import { cardsAtFirst, type Shown, shownHref } from './shown'

/** Stage, how many, their sum: of the whole filter, by the database, whatever is shown below. */
export async function ColumnHead({ column, filter }: { column: BoardColumn; filter: DealFilter }) {
  const [t, { ref, today }] = await Promise.all([getTranslations('deal'), naming()])
  const { stage, sum, stuck, pending, medianDays } = column
  const year = stage === 'approved' ? approvedYear(filter, today) : null
  const { stuckNegotiationDays, stuckEntryDays } = ref.zone.settings
  const limit = { negotiation: stuckNegotiationDays, entry_procedures: stuckEntryDays, approved: null }[stage]
  return (
    <>
      <h2>
        {year === null ? t(`stage.${stage}`) : t('approvedOf', { year: String(year) })}
        <span className="n">{t('says.active', { count: sum.count })}</span>
        {sum.count > 0 ? (
          <span className="sum">
            <SumWords sum={sum} />
          </span>
        ) : null}
      </h2>
      <p>
        <span>
          {limit === null
            ? t('byHead')
            : medianDays === null
              ? t('limit', { limit })
              : `${t('board.median', { days: medianDays })} · ${t('limit', { limit })}`}
        </span>
        {stuck > 0 ? (
          <a
            className="text-red"
            href={`/deals/board${dealSearch(filter, { stuck: true, stages: [stage] })}`}
          >
            <Icon name="triangle-alert" small /> {t('board.stuck', { count: stuck })}
          </a>
        ) : null}
        {pending > 0 ? (
          <span className="text-amber">
            <Icon name="clock" small /> {t('board.pending', { count: pending })}
          </span>
        ) : null}
      </p>
    </>
  )
}

/** How many of them are shown, the next ones, and the same as a table. */
export async function ColumnFoot(props: { column: BoardColumn; filter: DealFilter; shown: Shown }) {
  const { column, filter, shown } = props
  const t = await getTranslations('deal')
  const { stage, sum, cards, more } = column
  const search = carried(filter)
  return (
    <>
      <span>{t('board.shown', { shown: cards.length, total: sum.count })}</span>
      {more !== null ? (
        <a className="link" href={shownHref(search, shown, stage, cards.length + cardsAtFirst)}>
          {t('act.moreCards', { count: Math.min(cardsAtFirst, sum.count - cards.length) })}
        </a>
      ) : null}
      <a className="link" href={`/deals${dealSearch(filter, { stages: [stage] })}`}>
        {t('act.toTable')}
      </a>
    </>
  )
}
