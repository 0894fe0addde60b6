import { getTranslations } from 'next-intl/server'
import { DotChart } from '@/components/dot-chart'
import { Section } from '@/components/page'
import type { StageDot } from '@/db/read/figure/deal'
import { naming } from './naming'

/** One dot a deal, one row a desk: how long each has stood in its stage, against the limit. */
export async function DayAgeing({ dots }: { dots: readonly StageDot[] }) {
  const [t, deal, names] = await Promise.all([
    getTranslations('day.ageing'),
    getTranslations('deal'),
    naming(),
  ])
  const { desks, zone } = names.ref
  if (dots.length === 0) return null
  const limits = {
    negotiation: zone.settings.stuckNegotiationDays,
    entry_procedures: zone.settings.stuckEntryDays,
  }
  const groups = (['negotiation', 'entry_procedures'] as const).map(stage => {
    const of = dots.filter(dot => dot.stage === stage)
    return {
      key: stage,
      label: deal(`stage.${stage}`),
      note: t('limit', { count: of.length, limit: limits[stage] }),
      limit: limits[stage],
      rows: desks
        .filter(desk => of.some(dot => dot.deskId === desk.id))
        .map(desk => ({
          key: desk.key,
          label: names.desk(desk.id).name,
          colour: desk.colour,
          dots: spaced(of.filter(dot => dot.deskId === desk.id)).map(({ number, name, days, room }) => ({
            key: number,
            days,
            href: `/deals/${number}`,
            title: t('dot', { name, days }),
            ...(room && { label: name }),
          })),
        })),
    }
  })
  return (
    <Section title={t('title')} note={t('note')}>
      <DotChart
        label={t('title')}
        groups={groups}
        tick={(days, last) => (last ? t('tick', { days }) : String(days))}
        words={{ table: t('table'), row: deal('field.desk'), record: t('deal'), days: t('days') }}
      />
    </Section>
  )
}

/* A name fits beside a dot when no other of its row follows within so many days; the rest are in the table below. */
const ROOM = 110
function spaced(dots: readonly StageDot[]) {
  return dots.map(dot => ({
    ...dot,
    room: !dots.some(other => other !== dot && Math.abs(other.days - dot.days) < ROOM),
  }))
}
