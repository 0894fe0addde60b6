import { getTranslations } from 'next-intl/server'
import { type BasisKey, basisKeys, basisOn } from '@/domain/capital/basis'
import { type CapitalSum, inPeriod } from '@/domain/capital/board'
import { type CapitalFilter, capitalList, capitalPeriod } from '@/domain/capital/filter'
import { capitalFigureFilter, capitalFigureKeys } from '@/domain/figure/capital'
import type { CapitalFigureKey } from '@/domain/figure/figure'
import { SumWords } from '../amount'
import { naming } from '../naming'

/** The figures of the filter, each opening its rows; below, by which version of its basis those of a basis are counted. */
export async function CapitalTop({ filter, sums }: { filter: CapitalFilter; sums: readonly CapitalSum[] }) {
  const [t, names] = await Promise.all([getTranslations('capital'), naming()])
  const { to } = capitalPeriod(filter, names.today)
  const day = filter.asOf ?? names.today
  const says = (basis: BasisKey) => {
    const { version, from } = basisOn(basis, to < day ? to : day)
    return (
      <p key={basis} className="text-12 text-ink-2">
        {t(`basisSays.${basis}`, { version, from: names.fullDay(from) })}
      </p>
    )
  }
  return (
    <section className="section">
      <dl className="grid grid-cols-2 gap-x-8 gap-y-3 md:grid-cols-3 xl:grid-cols-5">
        {capitalFigureKeys
          .filter(key => of(key).basis === null || filter.basis === null || of(key).basis === filter.basis)
          .map(key => {
            const { set, basis } = of(key)
            const sum = inPeriod(sums, set, basis)
            const late = key === 'capital_overdue' && sum.count > 0
            const to = { set, basis: basis ?? filter.basis, bucket: null }
            return (
              <div key={key}>
                <dt className="text-12 text-ink-2">{t(`figure.${key}`)}</dt>
                <dd className={`text-16${late ? ' text-red' : ''}`}>
                  <a className="hover:underline" href={`/capital${capitalList.search(filter, to)}#rows`}>
                    <SumWords sum={sum} />
                  </a>
                  <span className="ml-2 text-12 text-ink-3">{t('record.deals', { count: sum.count })}</span>
                </dd>
              </div>
            )
          })}
      </dl>
      <details className="mt-2" open={filter.basis !== null}>
        <summary className="text-12 text-ink-2">{t('field.basis')}</summary>
        {basisKeys.filter(key => filter.basis === null || filter.basis === key).map(says)}
      </details>
    </section>
  )
}

const of = (key: CapitalFigureKey) => capitalFigureFilter(key)
