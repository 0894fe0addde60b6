import { getTranslations } from 'next-intl/server'
import { AmountWords, SumWords } from '@/app/(bureau)/amount'
import { naming } from '@/app/(bureau)/naming'
import { Section } from '@/components/page'
import type { DealAmount, DealRecord } from '@/domain/deal/row'
import { currencyWord } from '@/domain/money/currency'
import { exact } from '@/domain/money/words'

/** Total and foreign capital: in words, exact, in yuan at the rate of the day on which they were stated; their shares. */
export async function DealAmounts({ deal }: { deal: DealRecord }) {
  const [t, capital, money, names] = await Promise.all([
    getTranslations('deal'),
    getTranslations('capital'),
    getTranslations('money'),
    naming(),
  ])
  const { total, foreign } = deal
  const rate = (of: DealAmount) =>
    of.money && of.money.currency !== 'CNY'
      ? of.rate
        ? money('rate', { currency: currencyWord(of.money.currency, names.locale), rate: plain(of.rate) })
        : money('noRate')
      : null
  return (
    <Section title={t('field.total')} aside={rate(total)}>
      <p className="text-22 leading-tight">
        {total.money ? (
          <AmountWords money={total.money} strong />
        ) : deal.can.edit ? (
          <a className="link text-16" href={`/deals/${deal.number}/edit#f-total`}>
            {deal.totalNotStated ? t('field.totalNotStated') : t('mark.noTotal')}
          </a>
        ) : (
          <span className="text-16 text-ink-3">{t('field.totalNotStated')}</span>
        )}
      </p>
      {total.money ? (
        <p className="mt-1 text-12 text-ink-3">
          {exact(total.money)}
          {total.cny !== null && total.money.currency !== 'CNY' ? (
            <>
              {' · '}
              <AmountWords money={{ minor: total.cny, currency: 'CNY' }} />
            </>
          ) : null}
          {total.on ? ` · ${names.fullDay(total.on)}` : null}
        </p>
      ) : null}
      <Shares total={total} foreign={foreign} />
      {deal.capital ? (
        <p className="mt-2 flex flex-wrap items-baseline gap-2 text-13">
          <span className="text-ink-3">{capital('figure.contracted_foreign_capital')}</span>
          {deal.capital.contracted.count === 0 ? '—' : <SumWords sum={deal.capital.contracted} />}
          <a className="link text-12" href={`/deals/${deal.number}/capital`}>
            {capital('record.fromParts')}
          </a>
        </p>
      ) : null}
      <p className="mt-2 flex flex-wrap items-baseline gap-2 text-13">
        <span className="text-ink-3">{t('field.foreign')}</span>
        {foreign.none ? '—' : <AmountWords money={foreign.money} />}
        {deal.capital && foreign.money ? (
          <span className="text-12 text-ink-3">{capital('record.entered')}</span>
        ) : null}
        {foreign.money && foreign.money.currency !== 'CNY' && foreign.cny !== null ? (
          <span className="text-12 text-ink-3">
            <AmountWords money={{ minor: foreign.cny, currency: 'CNY' }} />
          </span>
        ) : null}
      </p>
    </Section>
  )
}

/** How much of the total is foreign, in yuan; only where both are known. */
async function Shares({ total, foreign }: { total: DealAmount; foreign: DealAmount }) {
  const t = await getTranslations('deal.record')
  if (total.cny === null || total.cny <= 0n || foreign.cny === null || foreign.cny > total.cny) return null
  const share = Number((foreign.cny * 1000n) / total.cny) / 10
  return (
    <>
      <svg className="mt-3 block h-2 w-full" aria-hidden>
        <rect width={`${share}%`} height="8" fill="var(--stage-4)" />
        <rect x={`${share}%`} width={`${100 - share}%`} height="8" fill="var(--stage-2)" />
      </svg>
      <p className="mt-1 flex justify-between text-12 text-ink-2">
        <span>
          {t('foreignShare')} {share.toFixed(1)}%
        </span>
        <span>
          {t('domesticShare')} {(100 - share).toFixed(1)}%
        </span>
      </p>
    </>
  )
}

const plain = (rate: string) => (rate.includes('.') ? rate.replace(/0+$/, '').replace(/\.$/, '') : rate)
