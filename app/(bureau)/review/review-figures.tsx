import { getTranslations } from 'next-intl/server'
import { Section } from '@/components/page'
import { PlainTable } from '@/components/table'
import { clockSearch, defaultClockFilter } from '@/domain/clock/filter'
import { dealSearch } from '@/domain/deal/filter'
import {
  missedDays,
  type ReviewAsked,
  type ReviewLine,
  reviewCounts,
  reviewFigureFilter,
  reviewFlows,
  reviewStocks,
  sumOfLines,
  todaysFigures,
} from '@/domain/figure/review'
import type { Sum } from '@/domain/money/sum'
import { SumWords } from '../amount'
import { naming } from '../naming'

const keys = [...reviewStocks, ...reviewFlows, ...reviewCounts, 'clocks_missed'] as const
type Key = (typeof keys)[number]
const withAmount = new Set<Key>([...reviewStocks, ...reviewFlows])
const todays = new Set<Key>(todaysFigures)
const explained = new Set<Key>(reviewCounts)

/**
 * Every figure of the review, over all and per desk, beside what was said last time; each number is the link to the list
 * that it counts. `asked` null: as it was kept, without links.
 */
export async function ReviewFigures(props: {
  lines: readonly ReviewLine[]
  last: readonly ReviewLine[] | null
  desks: readonly string[]
  asked: Omit<ReviewAsked, 'settings' | 'today'> | null
}) {
  const { lines, last, asked } = props
  const [t, names] = await Promise.all([getTranslations('review.figure'), naming()])
  const { settings } = names.ref.zone
  const limits = {
    negotiation: settings.stuckNegotiationDays,
    entry: settings.stuckEntryDays,
    quiet: settings.stuckQuietDays,
    step: settings.stuckNextStepDays,
    times: settings.slippedTimes,
  }
  const desks = names.ref.desks.filter(
    ({ id, key }) =>
      (props.desks.length === 0 || props.desks.includes(key)) && lines.some(line => line.deskId === id),
  )
  const href = (key: Key, of: readonly string[]) => {
    if (!asked) return undefined
    if (key === 'clocks_missed')
      return `/clocks${clockSearch({ ...defaultClockFilter, desks: of, result: 'missed', ...missedDays(asked, { today: names.today, timezone: names.ref.zone.timezone }) })}`
    return `/deals${dealSearch({ ...reviewFigureFilter(key, { ...asked, settings, today: names.today }), desks: of })}`
  }
  return (
    <Section id="figures" title={t('title')} note={asked ? t('note') : null}>
      <PlainTable
        caption={t('title')}
        head={
          <>
            <th scope="col">{t('name')}</th>
            <th scope="col" className="n">
              {t('total')}
            </th>
            {last ? (
              <th scope="col" className="n">
                {t('last')}
              </th>
            ) : null}
            {desks.length > 1
              ? desks.map(({ id }) => (
                  <th key={id} scope="col" className="n">
                    {names.desk(id).name}
                  </th>
                ))
              : null}
          </>
        }
      >
        {keys
          .filter(key => !asked?.asOf || !todays.has(key))
          .map(key => (
            <tr key={key}>
              <td className="!whitespace-normal min-w-28">
                {t(`of.${key}`)}
                {explained.has(key) ? (
                  <span className="block max-w-64 text-12 text-ink-2 font-normal">
                    {t(`says.${key as 'stuck'}`, limits)}
                  </span>
                ) : null}
              </td>
              <td className="n">
                <Figure
                  sum={sumOfLines(lines, key)}
                  href={href(key, props.desks)}
                  amount={withAmount.has(key)}
                />
              </td>
              {last ? <td className="n text-ink-2">{sumOfLines(last, key).count}</td> : null}
              {desks.length > 1
                ? desks.map(desk => (
                    <td key={desk.id} className="n">
                      <Figure
                        sum={sumOfLines(lines, key, desk.id)}
                        href={href(key, [desk.key])}
                        amount={withAmount.has(key)}
                      />
                    </td>
                  ))
                : null}
            </tr>
          ))}
      </PlainTable>
    </Section>
  )
}

function Figure({ sum, href, amount }: { sum: Sum; href: string | undefined; amount: boolean }) {
  if (sum.count === 0) return <span className="text-ink-3">0</span>
  const count = href ? (
    <a className="link" href={href}>
      {sum.count}
    </a>
  ) : (
    sum.count
  )
  return (
    <>
      <b>{count}</b>
      {amount ? (
        <span className="block whitespace-normal text-12 text-ink-2">
          <SumWords sum={sum} />
        </span>
      ) : null}
    </>
  )
}
