import { getTranslations } from 'next-intl/server'
import type { ReactNode } from 'react'
import { amountIn } from '@/app/(bureau)/amount'
import { naming } from '@/app/(bureau)/naming'
import { DeskChip, StatusChip } from '@/components/marks'
import type { DealRow } from '@/domain/deal/row'
import { nameIn } from '@/domain/user/user'

type Words = {
  t: Awaited<ReturnType<typeof getTranslations<'deal'>>>
  issue: Awaited<ReturnType<typeof getTranslations<'issue'>>>
  names: Awaited<ReturnType<typeof naming>>
}

/** Three lines: name and desk; company, place and officer; amount, days, and what stands in the way. Made once a page. */
export async function dealCards(search: string, asOf: string | null) {
  const [t, issue, names, common] = await Promise.all([
    getTranslations('deal'),
    getTranslations('issue'),
    naming(),
    getTranslations('common.say'),
  ])
  const notStated = <span className="text-ink-3">{common('notStated')}</span>
  return function face(deal: DealRow) {
    const desk = names.desk(deal.deskId)
    const name = nameIn(names.locale, deal.name, deal.names)
    const place = `${names.country(deal.country)}${names.province(deal.province)}`
    const long = deal.stuck.some(({ kind }) => kind === 'stage')
    return (
      <>
        <p>
          <a
            className="nm"
            href={`/deals/${deal.number}${search}`}
            title={name}
            lang={deal.names[names.locale] ? undefined : 'zh-Hans'}
          >
            {name}
          </a>
          <span className="r">
            <DeskChip colour={desk.colour}>{desk.name}</DeskChip>
          </span>
        </p>
        <p className="l2">
          <span className="party">
            <span lang={deal.company.nameLocale ?? undefined}>{deal.company.name}</span> · {place}
          </span>
          <span className="r">{names.person(deal.officerId)}</span>
        </p>
        <p className="l3">
          <span className="facts-line">
            {deal.total.money ? amountIn(names.locale, deal.total.money, true) : notStated}
            {' · '}
            {deal.stage === 'approved' ? (
              t('board.approvedOn', { date: names.day(deal.stageSince) })
            ) : (
              <span className={long ? 'text-red' : undefined}>{t('days', { count: deal.daysInStage })}</span>
            )}
          </span>
          <span className="marks">{asOf ? null : marksOf(deal, { t, issue, names })}</span>
        </p>
      </>
    )
  }
}

/** What blocks a card is a mark on it; the reasons in words on hover. */
function marksOf(deal: DealRow, { t, issue, names: { today, semicolon } }: Words) {
  const marks: ReactNode[] = []
  if (deal.openIssues > 0)
    marks.push(
      <StatusChip key="issues" tone="red" icon="triangle-alert">
        {issue('mark', { count: deal.openIssues })}
      </StatusChip>,
    )
  const late = deal.nextStepOn !== null && deal.nextStepOn < today
  if (deal.status !== 'active') {
    marks.push(
      <StatusChip key="status" tone={deal.status === 'lost' ? 'red' : 'quiet'} icon="pause">
        {t(`status.${deal.status}`)}
      </StatusChip>,
    )
  } else if (deal.stuck.length > 0) {
    const why = deal.stuck
      .map(({ kind, days, limit }) => t(`stuckWhy.${kind}`, { days, limit }))
      .join(semicolon)
    marks.push(
      <StatusChip key="stuck" tone="red" icon="triangle-alert" title={why}>
        {t('mark.stuck')}
      </StatusChip>,
    )
  } else if (late) {
    const days = Math.round((Date.parse(today) - Date.parse(deal.nextStepOn ?? today)) / 86_400_000)
    marks.push(
      <StatusChip key="late" tone="red" icon="clock">
        {t('mark.overdue', { days })}
      </StatusChip>,
    )
  } else if (deal.nextStepOn === today && deal.stage !== 'approved') {
    marks.push(
      <StatusChip key="today" tone="amber" icon="clock">
        {t('mark.today')}
      </StatusChip>,
    )
  }
  if (deal.proposal)
    marks.push(
      <StatusChip key="pending" tone="amber" icon="clock">
        {t('mark.pending')}
      </StatusChip>,
    )
  if (deal.officerId === null)
    marks.push(
      <StatusChip key="unassigned" tone="amber" icon="user">
        {t('mark.unassigned')}
      </StatusChip>,
    )
  if (!deal.total.money && deal.stage === 'negotiation')
    marks.push(
      <StatusChip key="total" icon="lock">
        {t('mark.noTotal')}
      </StatusChip>,
    )
  return marks.slice(0, 2)
}
