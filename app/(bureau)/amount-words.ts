import { getLocale, getTranslations } from 'next-intl/server'
import { currencies, currencyName } from '@/domain/money/currency'
import type { Locale } from '@/domain/user/user'
import { flat } from '@/i18n/flat'
import { messagesIn } from '@/i18n/words'
import type { AmountWordsOfInput } from './amount-input'

/** What an AmountInput needs from the server: its words, the currencies by name, the language. */
export async function amountInputProps(): Promise<{
  words: AmountWordsOfInput
  currencies: { value: string; label: string }[]
  locale: Locale
}> {
  const locale = (await getLocale()) as Locale
  const t = await getTranslations('money')
  const { money } = await messagesIn(locale)
  return {
    locale,
    currencies: currencies.map(code => ({ value: code, label: `${code} ${currencyName(code, locale)}` })),
    words: {
      readAs: t.raw('readAs') as string,
      switched: t.raw('switched') as string,
      reject: t('notAmount'),
      currency: t('currency'),
      reasons: flat(money.read, 'money.read'),
    },
  }
}
