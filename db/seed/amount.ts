import type { Currency } from '@/domain/money/currency'
import { type Money, moneyOf } from '@/domain/money/money'

/** So many ten thousands (万) of the currency, as the bureau writes its amounts. */
export function wan(currency: Currency, tenThousands: number): Money {
  const money = moneyOf((tenThousands * 10_000).toFixed(2).replace(/\.00$/, ''), currency)
  if (!money) throw new Error(`${tenThousands}万 ${currency} is no amount`)
  return money
}

export const cny = (tenThousands: number) => wan('CNY', tenThousands)
export const usd = (tenThousands: number) => wan('USD', tenThousands)
export const hkd = (tenThousands: number) => wan('HKD', tenThousands)
export const jpy = (tenThousands: number) => wan('JPY', tenThousands)
export const eur = (tenThousands: number) => wan('EUR', tenThousands)
export const krw = (tenThousands: number) => wan('KRW', tenThousands)
export const twd = (tenThousands: number) => wan('TWD', tenThousands)
