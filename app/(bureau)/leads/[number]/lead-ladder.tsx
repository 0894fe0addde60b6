import { getTranslations } from 'next-intl/server'
import { naming } from '@/app/(bureau)/naming'
import { Ladder, type LadderStep } from '@/components/ladder'
import type { LeadRecord } from '@/db/read/lead'
import { daysBetween } from '@/domain/calendar/date'
import { leadStages } from '@/domain/lead/lead'

/** The four rungs with the days spent on each, by the dates on which they began. */
export async function LeadLadder({ lead }: { lead: LeadRecord }) {
  const [t, names] = await Promise.all([getTranslations('lead'), naming()])
  const rungs = leadStages.slice(0, 4)
  const now = rungs.indexOf(lead.stage)
  const steps = rungs.map((stage, at): LadderStep => {
    const line = lead.stages.findLast(one => one.stage === stage)
    const state = at === now ? 'now' : line ? 'done' : 'ahead'
    const days = line && daysBetween(line.from, line.until ?? names.today)
    const told = days !== undefined && state !== 'ahead' && stage !== 'converted'
    return {
      key: stage,
      label: t(`stage.${stage}`),
      state: state === 'now' && stage === 'converted' ? 'done' : state,
      aside: told ? t('record.spent', { days }) : undefined,
      note: line ? t('record.since', { date: names.day(line.from) }) : undefined,
    }
  })
  return <Ladder label={t('record.ladder')} steps={steps} />
}
