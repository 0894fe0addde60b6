import { getTranslations } from 'next-intl/server'
import { type Bar, BarChart } from '@/components/bar-chart'
import { EmptyState, Section } from '@/components/page'
import type { PipelineBar } from '@/db/read/figure/deal'
import { type DealStage, dealStages } from '@/domain/deal/deal'
import { dealSearch, defaultDealFilter } from '@/domain/deal/filter'
import { addSums, emptySum, type Sum } from '@/domain/money/sum'
import { words } from '@/domain/money/words'
import { SumWords } from './amount'
import { naming } from './naming'

const tone: Record<DealStage, number> = { negotiation: 1, entry_procedures: 3, approved: 5 }

/** Count and amount per desk and stage; every bar is the link to its list, which shows the same count and sum. */
export async function DayPipeline({
  bars,
  desks: of = [],
  asOf = null,
}: {
  bars: readonly PipelineBar[]
  /** The keys of the desks that the bars are narrowed to. */
  desks?: readonly string[]
  /** An earlier day as of which they stand. */
  asOf?: string | null
}) {
  const [t, deal, names] = await Promise.all([getTranslations('day'), getTranslations('deal'), naming()])
  const { ref, locale } = names
  const year = (asOf ?? ref.today).slice(0, 4)
  const stageName = (stage: DealStage) =>
    stage === 'approved' ? t('approvedOf', { year }) : deal(`stage.${stage}`)
  const yuan = (sum: Sum) => words({ minor: sum.cny, currency: 'CNY' }, locale)
  const href = (stage: DealStage, deskKey?: string) =>
    `/deals${dealSearch(defaultDealFilter, { stages: [stage], desks: deskKey ? [deskKey] : of, asOf })}`
  const bar = (one: PipelineBar): Bar => {
    const desk = names.desk(one.deskId)
    const unknown = one.sum.notStated + one.sum.withoutRate
    const says = { desk: desk.name, stage: stageName(one.stage), count: one.sum.count, sum: yuan(one.sum) }
    return {
      href: href(one.stage, desk.key),
      title: t('pipeline.bar', says) + (unknown > 0 ? ` ${t('pipeline.notStated', { count: unknown })}` : ''),
      // in 万元: exact enough for a length
      value: Number(one.sum.cny / 1_000_000n),
      unknown,
      primary: t('pipeline.items', { count: one.sum.count }),
      secondary: (
        <>
          {one.sum.cny > 0n ? <span className="part">{yuan(one.sum)}</span> : null}{' '}
          {unknown > 0 ? <span className="part">{t('pipeline.notStated', { count: unknown })}</span> : null}
        </>
      ),
    }
  }
  const desks = ref.desks.filter(desk => bars.some(one => one.deskId === desk.id))
  if (desks.length === 0) return <EmptyState title={deal('empty.title')} says={deal('empty.says')} />
  const columns = dealStages.map(stage => ({
    key: stage,
    label: <a href={href(stage)}>{stageName(stage)}</a>,
    note: (
      <StageSum sum={addSums(...bars.filter(one => one.stage === stage).map(one => one.sum), emptySum)} />
    ),
    tone: tone[stage],
  }))
  const rows = desks.map(desk => ({
    key: desk.key,
    label: names.desk(desk.id).name,
    colour: desk.colour,
    bars: Object.fromEntries(bars.filter(one => one.deskId === desk.id).map(one => [one.stage, bar(one)])),
  }))
  return (
    <Section title={t('pipeline.title')}>
      <BarChart
        id="pipeline"
        label={t('pipeline.title')}
        columns={columns}
        rows={rows}
        words={{ table: t('pipeline.table'), row: t('pipeline.desk') }}
      />
    </Section>
  )
}

async function StageSum({ sum }: { sum: Sum }) {
  const t = await getTranslations('day.pipeline')
  return (
    <>
      {t('items', { count: sum.count })} · <SumWords sum={sum} />
    </>
  )
}
