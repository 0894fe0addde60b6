import { getTranslations } from 'next-intl/server'
import { basisOn } from '@/domain/capital/basis'
import { type CapitalSum, inPeriod, totalOf } from '@/domain/capital/board'
import { type CapitalFilter, type CapitalSet, capitalList, capitalPeriod } from '@/domain/capital/filter'
import { SumWords } from '../amount'
import { naming } from '../naming'

/** The figures of the filter, each opening its rows; by a basis they bear its names and say its version. */
export async function CapitalTop({ filter, sums }: { filter: CapitalFilter; sums: readonly CapitalSum[] }) {
  const [t, names] = await Promise.all([getTranslations('capital'), naming()])
  const { basis } = filter
  const label: Partial<Record<CapitalSet, string>> =
    basis === 'foreign'
      ? { committed: t('figure.contracted'), received: t('figure.used') }
      : basis === 'attracted'
        ? { received: t('figure.attracted') }
        : {}
  const shown: readonly CapitalSet[] = ['committed', 'approved', 'received', 'expected', 'overdue', 'waiting']
  const { to } = capitalPeriod(filter, names.today)
  const version = basis && basisOn(basis, to < names.today ? to : names.today)
  return (
    <section className="section">
      <dl className="flex flex-wrap gap-x-8 gap-y-3">
        {shown.map(set => (
          <div key={set}>
            <dt className="text-12 text-ink-2">{label[set] ?? t(`set.${set}`)}</dt>
            <dd
              className={`text-16${set === 'overdue' && totalOf(sums, { set }).count > 0 ? ' text-red' : ''}`}
            >
              <a
                className="hover:underline"
                href={`/capital${capitalList.search(filter, { set, bucket: null })}#rows`}
              >
                <SumWords sum={inPeriod(sums, set)} />
              </a>
              <span className="ml-2 text-12 text-ink-3">
                {t('record.deals', { count: inPeriod(sums, set).count })}
              </span>
            </dd>
          </div>
        ))}
      </dl>
      {basis && version ? (
        <p className="mt-2 text-12 text-ink-2">
          {t(`basisSays.${basis}`, { version: version.version, from: names.fullDay(version.from) })}
        </p>
      ) : null}
    </section>
  )
}
