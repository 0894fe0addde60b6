'use client'
import { fill } from '@/components/form-state'
import { MoneyInput, type Reading } from '@/components/money-input'
import { type Currency, isCurrency } from '@/domain/money/currency'
import { readMoney } from '@/domain/money/read'
import { exact, words } from '@/domain/money/words'
import type { Locale } from '@/domain/user/user'

export type AmountWordsOfInput = {
  readAs: string
  switched: string
  reject: string
  currency: string
  /** money.read.* by reason */
  reasons: Record<string, string>
}

/** An amount field that says while one types how it reads: 1.16亿 → 116,000,000.00 CNY. */
export function AmountInput(props: {
  name?: string
  currencyName: string
  currencies: readonly { value: string; label: string }[]
  defaultValue?: string
  defaultCurrency?: string
  placeholder?: string
  locale: Locale
  words: AmountWordsOfInput
  /** Some amounts are in one currency by their nature (output, tax): the select is left out by giving one currency. */
  children?: React.ReactNode
}) {
  const { locale, words: said, ...rest } = props
  const read = (text: string, currency: string): Reading | null => {
    const field: Currency = isCurrency(currency) ? currency : 'CNY'
    const result = readMoney(text, field)
    if (!result.ok) return { error: fill(said.reasons[result.reason] ?? result.reason, result.values) }
    const label =
      props.currencies.find(one => one.value === result.money.currency)?.label ?? result.money.currency
    return {
      text: fill(said.readAs, { exact: `${exact(result.money)} (${words(result.money, locale)})` }),
      currency: result.money.currency,
      ...(result.currencySwitched && { note: fill(said.switched, { currency: label }) }),
    }
  }
  return <MoneyInput {...rest} currencyLabel={said.currency} reject={said.reject} read={read} />
}
