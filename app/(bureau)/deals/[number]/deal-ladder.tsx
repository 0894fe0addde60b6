import { getTranslations } from 'next-intl/server'
import { naming } from '@/app/(bureau)/naming'
import { Ladder, type LadderStep } from '@/components/ladder'
import { addDays, daysBetween } from '@/domain/calendar/date'
import { type DealStage, dealStages } from '@/domain/deal/deal'
import type { DealRecord } from '@/domain/deal/row'

/** Lead, negotiation, entry procedures, approved: the days in each, and the limit of the one where it stands. */
export async function DealLadder({ deal }: { deal: DealRecord }) {
  const [t, names] = await Promise.all([getTranslations('deal'), naming()])
  const { stuckNegotiationDays, stuckEntryDays } = names.ref.zone.settings
  const limits = { negotiation: stuckNegotiationDays, entry_procedures: stuckEntryDays, approved: null }
  const lacks = deal.requirements.filter(({ met }) => !met).length
  const days = (from: string, until: string) => t('days', { count: daysBetween(from, until) })
  const range = (from: string, until: string) => t('span', { from: names.day(from), until: names.day(until) })

  function stepOf(stage: DealStage): LadderStep {
    const line = deal.stages.findLast(one => one.stage === stage)
    const limit = limits[stage]
    const base = { key: stage, label: t(`stage.${stage}`) }
    if (stage === deal.stage) {
      const spent = deal.daysInStage
      const counts = limit !== null && deal.status === 'active'
      return {
        ...base,
        state: 'now',
        aside: counts ? t('daysOf', { count: spent, limit }) : t('days', { count: spent }),
        note: line?.opening
          ? `${t('since', { date: names.day(deal.stageSince) })} · ${t('opening')}`
          : t('since', { date: names.day(deal.stageSince) }),
        ...(counts && {
          days: { spent, limit },
          noteAside: t('until', { date: names.day(addDays(deal.stageSince, limit)) }),
        }),
      }
    }
    if (dealStages.indexOf(stage) < dealStages.indexOf(deal.stage)) {
      return {
        ...base,
        state: 'done',
        ...(line?.until && {
          aside: days(line.since, line.until),
          note: [range(line.since, line.until), line.opening && t('opening')].filter(Boolean).join(' · '),
        }),
      }
    }
    const gate = stage === 'approved' ? t('byHead') : limit === null ? undefined : t('limit', { limit })
    const asks = stage === deal.next && lacks > 0 && deal.status === 'active'
    return {
      ...base,
      state: 'ahead',
      note: gate,
      aside: asks ? <span className="text-amber">{t('lacks', { count: lacks })}</span> : undefined,
    }
  }

  const began = deal.stages[0]?.since
  const lead: LadderStep[] =
    deal.lead && began && began >= deal.lead.createdOn
      ? [
          {
            key: 'lead',
            label: (
              <a className="link" href={`/leads/${deal.lead.number}`}>
                {t('field.lead')}
              </a>
            ),
            state: 'done',
            aside: days(deal.lead.createdOn, began),
            note: range(deal.lead.createdOn, began),
          },
        ]
      : []
  return <Ladder label={t('record.ladder')} steps={[...lead, ...dealStages.map(stepOf)]} />
}
