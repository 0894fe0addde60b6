import { useLocale, useTranslations } from 'next-intl'
import { Amount } from '@/components/marks'
import { inColumn } from '@/domain/money/column'
import type { Money } from '@/domain/money/money'
import type { Sum } from '@/domain/money/sum'
import { exact, wordParts, words } from '@/domain/money/words'
import type { Locale } from '@/domain/user/user'

/** An amount in words, its unit small, the exact value on hover; "not stated" where it is unknown. */
export function AmountWords({ money, strong }: { money: Money | null; strong?: boolean }) {
  const locale = useLocale() as Locale
  const t = useTranslations('common.say')
  return money ? amountIn(locale, money, strong) : <span className="text-ink-3">{t('notStated')}</span>
}

/** The same where many are drawn by one who knows the reader's language. */
export function amountIn(locale: Locale, money: Money, strong?: boolean) {
  return (
    <span title={exact(money)} className={strong ? 'font-semibold' : undefined}>
      {wordParts(money, locale).map(part =>
        part.kind === 'number' ? (
          part.text
        ) : (
          <span key={part.text} className="unit">
            {part.text}
          </span>
        ),
      )}
    </span>
  )
}

/** Yuan in the one unit of a column, all digits kept. */
export function AmountInColumn({ cny }: { cny: bigint }) {
  return yuanIn(useLocale() as Locale, cny)
}

export const yuanIn = (locale: Locale, cny: bigint) => (
  <Amount text={inColumn(cny, locale)} exact={exact({ minor: cny, currency: 'CNY' })} />
)

/** "8.6亿元 + 11 not stated + 2 without a rate": a sum says what it leaves out. */
export function SumWords({ sum }: { sum: Sum }) {
  const locale = useLocale() as Locale
  const t = useTranslations('money')
  return (
    <>
      {sum.cny > 0n || sum.notStated + sum.withoutRate === 0 ? (
        <b className="whitespace-nowrap" title={exact({ minor: sum.cny, currency: 'CNY' })}>
          {words({ minor: sum.cny, currency: 'CNY' }, locale)}
        </b>
      ) : null}
      {sum.notStated > 0 ? (
        <>
          {' '}
          <span className="whitespace-nowrap text-ink-2">
            {sum.cny > 0n ? '+ ' : ''}
            {t('notStated', { count: sum.notStated })}
          </span>
        </>
      ) : null}
      {sum.withoutRate > 0 ? (
        <>
          {' '}
          <span className="whitespace-nowrap text-ink-2">
            + {t('withoutRate', { count: sum.withoutRate })}
          </span>
        </>
      ) : null}
    </>
  )
}
