import { getTranslations } from 'next-intl/server'
import { DeskChip } from '@/components/marks'
import { Section } from '@/components/page'
import { HeadCell, PlainTable } from '@/components/table'
import { type CapitalSum, inPeriod } from '@/domain/capital/board'
import { type CapitalFilter, type CapitalSet, capitalList } from '@/domain/capital/filter'
import { capitalFigureOf } from '@/domain/figure/capital'
import { columnUnit } from '@/domain/money/column'
import { yuanIn } from '../amount'
import { naming } from '../naming'

const shown: readonly CapitalSet[] = ['committed', 'approved', 'received', 'expected', 'overdue', 'waiting']

/** The same figures per desk; the total is the sum of the rows above it. */
export async function CapitalDesks({ filter, sums }: { filter: CapitalFilter; sums: readonly CapitalSum[] }) {
  const [t, names] = await Promise.all([getTranslations('capital'), naming()])
  const ids = [...new Set(sums.map(({ deskId }) => deskId))].sort((a, b) => a - b)
  if (ids.length === 0) return null
  const cell = (of: readonly CapitalSum[], set: CapitalSet, desks: readonly string[]) => {
    const sum = inPeriod(of, set)
    return (
      <td key={set} className="n">
        {sum.count === 0 ? (
          <span className="text-ink-3">—</span>
        ) : (
          <a
            className={set === 'overdue' ? 'link text-red' : 'link'}
            href={`/capital${capitalList.search(filter, { set, bucket: null, desks })}#rows`}
          >
            {yuanIn(names.locale, sum.cny)}
          </a>
        )}
        {sum.notStated + sum.withoutRate > 0 ? (
          <span className="text-12 text-ink-2"> +{sum.notStated + sum.withoutRate}</span>
        ) : null}
      </td>
    )
  }
  return (
    <Section title={t('chart.desks')}>
      <PlainTable
        caption={t('chart.desks')}
        head={
          <>
            <HeadCell>{t('field.desk')}</HeadCell>
            {shown.map(set => (
              <HeadCell key={set} number unit={columnUnit(names.locale).word}>
                {t(`figure.${capitalFigureOf(set, filter.basis)}`)}
              </HeadCell>
            ))}
          </>
        }
      >
        {ids.map(id => {
          const desk = names.desk(id)
          const of = sums.filter(({ deskId }) => deskId === id)
          return (
            <tr key={id}>
              <th scope="row" className="w">
                <DeskChip colour={desk.colour}>{desk.name}</DeskChip>
              </th>
              {shown.map(set => cell(of, set, [desk.key]))}
            </tr>
          )
        })}
        <tr className="font-semibold">
          <th scope="row">{t('chart.total')}</th>
          {shown.map(set => cell(sums, set, filter.desks))}
        </tr>
      </PlainTable>
    </Section>
  )
}
