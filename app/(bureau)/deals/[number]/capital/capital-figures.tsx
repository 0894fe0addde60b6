import { getTranslations } from 'next-intl/server'
import type { ReactNode } from 'react'
import { SumWords } from '@/app/(bureau)/amount'
import { naming } from '@/app/(bureau)/naming'
import { Facts } from '@/components/page'
import { basisOn } from '@/domain/capital/basis'
import { byBasis, byForm, counted, type DealCapital } from '@/domain/capital/deal'
import type { DealRecord } from '@/domain/deal/row'
import type { Sum } from '@/domain/money/sum'
import { words } from '@/domain/money/words'

/** What counts as foreign capital and as attracted, each with its basis; beside it what was entered as an estimate. */
export async function CapitalFigures({ deal, capital }: { deal: DealRecord; capital: DealCapital }) {
  const [t, names] = await Promise.all([getTranslations('capital'), naming()])
  const { today } = names
  const came = counted(capital.arrivals)
  const contracted = byBasis(capital.parts, 'foreign', today)
  const used = byBasis(came, 'foreign', today)
  const sum = (key: string, label: ReactNode, of: Sum, more?: ReactNode) => ({
    key,
    label,
    value: (
      <>
        {of.count === 0 ? '—' : <SumWords sum={of} />} {more}
      </>
    ),
  })
  const forms = byForm(came).map(([form, of]) => (
    <span key={form} className="text-13 text-ink-2">
      {t(`form.${form}`)} <SumWords sum={of} />{' '}
    </span>
  ))
  const note = (key: 'foreign' | 'attracted') => {
    const { version, from } = basisOn(key, today)
    return <p key={key}>{t(`basisSays.${key}`, { version, from: names.fullDay(from) })}</p>
  }
  const { foreign } = deal
  const differs = foreign.cny !== null && contracted.withoutRate === 0 && foreign.cny !== contracted.cny
  return (
    <section className="section">
      <Facts
        items={[
          sum(
            'contracted',
            t('figure.contracted_foreign_capital'),
            contracted,
            <span className="text-12 text-ink-3">{t('record.fromParts')}</span>,
          ),
          sum('used', t('figure.foreign_capital_used'), used, forms),
          sum('attracted', t('figure.domestic_capital_attracted'), byBasis(came, 'attracted', today)),
        ]}
      />
      {foreign.money ? (
        <p className={`mt-2 text-13 ${differs ? 'text-amber' : 'text-ink-2'}`}>
          {t('record.estimate', { amount: words(foreign.money, names.locale) })}
          {differs ? ` ${t('record.estimateDiffers')}` : null}
        </p>
      ) : null}
      <details className="mt-1 text-12 text-ink-2">
        <summary className="link w-fit">{t('field.basis')}</summary>
        {note('foreign')}
        {note('attracted')}
      </details>
    </section>
  )
}
