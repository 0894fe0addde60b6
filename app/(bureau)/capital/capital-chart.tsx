import { getFormatter, getTranslations } from 'next-intl/server'
import { MonthChart, type MonthColumn, type MonthMark } from '@/components/month-chart'
import { Section } from '@/components/page'
import { type CapitalSum, totalOf } from '@/domain/capital/board'
import {
  bucketsOf,
  type CapitalFilter,
  type CapitalSet,
  capitalList,
  capitalPeriod,
} from '@/domain/capital/filter'
import { capitalFigureOf } from '@/domain/figure/capital'
import type { Sum } from '@/domain/money/sum'
import { words } from '@/domain/money/words'
import { SumWords } from '../amount'
import { naming } from '../naming'

/** What came and what is expected, month by month; what is overdue before, what lies after the period behind. */
export async function CapitalChart({ filter, sums }: { filter: CapitalFilter; sums: readonly CapitalSum[] }) {
  const [t, names, format] = await Promise.all([getTranslations('capital'), naming(), getFormatter()])
  const period = capitalPeriod(filter, names.today)
  const month = (bucket: string, long: boolean) =>
    bucket.length === 4
      ? bucket
      : format.dateTime(new Date(`${bucket}-01T00:00:00Z`), {
          timeZone: 'UTC',
          month: long ? 'long' : 'short',
          ...((long || bucket.endsWith('-01')) && { year: long ? 'numeric' : '2-digit' }),
        })
  const name = (set: CapitalSet) => capitalFigureOf(set, filter.basis)
  const mark = (
    set: CapitalSet,
    bucket: string | null,
    tone: MonthMark['tone'],
    title: string,
    sum: Sum,
  ): MonthMark[] =>
    sum.count === 0
      ? []
      : [
          {
            key: set,
            tone,
            href: `/capital${capitalList.search(filter, { set, bucket })}#rows`,
            title: `${title} · ${t(`figure.${name(set)}`)} ${words({ minor: sum.cny, currency: 'CNY' }, names.locale)} · ${t('record.deals', { count: sum.count })}`,
            value: Number(sum.cny),
            text: words({ minor: sum.cny, currency: 'CNY' }, names.locale),
          },
        ]
  const overdue: MonthColumn = {
    key: 'overdue',
    label: t(`figure.${name('overdue')}`),
    title: t(`figure.${name('overdue')}`),
    marks: mark('overdue', null, 'bad', t(`figure.${name('overdue')}`), totalOf(sums, { set: 'overdue' })),
  }
  const months = bucketsOf(period).map((bucket): MonthColumn => {
    const title = month(bucket, true)
    return {
      key: bucket,
      label: month(bucket, false),
      title,
      marks: [
        ...mark('received', bucket, 'solid', title, totalOf(sums, { set: 'received', bucket })),
        ...mark('expected', bucket, 'open', title, totalOf(sums, { set: 'expected', bucket })),
      ],
    }
  })
  const later = totalOf(sums, { set: 'expected', bucket: 'later' })
  const columns = [overdue, ...months]
  return (
    <Section
      title={t('chart.label')}
      note={t('chart.says')}
      aside={
        later.count === 0 ? null : (
          <a
            className="link"
            href={`/capital${capitalList.search(filter, { set: 'expected', bucket: 'later' })}#rows`}
          >
            {t('field.later')} <SumWords sum={later} />
          </a>
        )
      }
    >
      {columns.every(({ marks }) => marks.length === 0) ? (
        <p className="text-ink-2">{t('chart.nothing')}</p>
      ) : (
        <MonthChart
          label={t('chart.label')}
          columns={columns}
          legend={[
            { tone: 'solid', label: t(`figure.${name('received')}`) },
            { tone: 'open', label: t(`figure.${name('expected')}`) },
            { tone: 'bad', label: t(`figure.${name('overdue')}`) },
          ]}
          words={{ table: t('chart.table'), month: t('chart.month') }}
        />
      )}
    </Section>
  )
}
