import { getTranslations } from 'next-intl/server'
import { type ColumnBar, ColumnChart } from '@/components/column-chart'
import { Section } from '@/components/page'
import { dealSearch } from '@/domain/deal/filter'
import {
  type ExpectedBucket,
  expectedBuckets,
  expectedFilter,
  expectedSum,
  type ReviewLine,
} from '@/domain/figure/review'
import { words } from '@/domain/money/words'
import { SumWords } from '../amount'
import { naming } from '../naming'

/** Approvals expected month by month, with what is past and what has no day: drawn, and as a table. */
export async function ReviewExpected({
  lines,
  desks,
}: {
  lines: readonly ReviewLine[]
  desks: readonly string[]
}) {
  const [t, names] = await Promise.all([getTranslations('review'), naming()])
  const sums = expectedBuckets(names.today).map(bucket => ({ bucket, sum: expectedSum(lines, bucket) }))
  const dated = sums.some(({ bucket, sum }) => bucket !== 'none' && sum.count > 0)
  const said = new Intl.DateTimeFormat(names.locale, { timeZone: 'UTC', month: 'short' })
  const monthOf = (bucket: ExpectedBucket) =>
    bucket === 'past' || bucket === 'later' || bucket === 'none'
      ? t(`expected.${bucket}`)
      : (bucket.endsWith('-01') ? `${bucket.slice(0, 4)} ` : '') +
        said.format(new Date(`${bucket}-01T00:00:00Z`))
  const bars: ColumnBar[] = sums.map(({ bucket, sum }) => {
    const yuan = words({ minor: sum.cny, currency: 'CNY' }, names.locale)
    return {
      key: bucket,
      label: monthOf(bucket),
      href: `/deals${dealSearch({ ...expectedFilter(bucket, names.today), desks })}`,
      title: t('expected.bar', { month: monthOf(bucket), count: sum.count, sum: yuan }),
      value: bucket === 'none' ? 0 : sum.count,
      top: sum.count > 0 ? t('figure.items', { count: sum.count }) : '',
      detail: <SumWords sum={sum} />,
      look: bucket === 'past' ? 'late' : bucket === 'none' ? 'unknown' : 'known',
    }
  })
  return (
    <Section id="expected" title={t('expected.title')} note={t('expected.note')}>
      {dated ? (
        <ColumnChart
          label={t('expected.title')}
          bars={bars}
          words={{
            table: t('figure.table'),
            month: t('expected.month'),
            count: t('minutes.count'),
            sum: t('minutes.sum'),
          }}
        />
      ) : (
        <p className="text-ink-2">{t('expected.empty')}</p>
      )}
    </Section>
  )
}
