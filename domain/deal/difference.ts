import type { Money } from '@/domain/money/money'
import type { DealFields } from './fields'

/** Old and new value by field, as they go into the log: amounts as {minor, currency}, companies and the like by id. */
export type Difference = Record<string, [unknown, unknown]>

/** What an edit changes. A field that comes back as it was is no change. */
export function dealDifference(
  now: DealFields,
  next: Partial<DealFields>,
): { changed: Partial<DealFields>; log: Difference } {
  const changed: Partial<DealFields> = {}
  const log: Difference = {}
  for (const name of Object.keys(next) as (keyof DealFields)[]) {
    const [before, after] = [said(name, now[name]), said(name, next[name])]
    if (JSON.stringify(before) === JSON.stringify(after)) continue
    Object.assign(changed, { [name]: next[name] })
    log[logName[name] ?? name] = [before, after]
  }
  return { changed, log }
}

const logName: Partial<Record<keyof DealFields, string>> = {
  companyId: 'company',
  contactId: 'contact',
  eventId: 'event',
  industryId: 'industry',
  outputCny: 'output',
  taxCny: 'tax',
}

function said(name: keyof DealFields, value: DealFields[keyof DealFields] | undefined): unknown {
  if (name === 'total') return totalSaid(value as DealFields['total'])
  if (typeof value === 'bigint') return { minor: String(value), currency: 'CNY' }
  return name === 'foreign' ? moneySaid(value as Money | null) : value
}

/** A total that is said to be unknown differs from one that nobody has asked for. */
export function totalSaid({ notStated, money }: DealFields['total']): unknown {
  return notStated ? 'not_stated' : moneySaid(money)
}

function moneySaid(money: Money | null): unknown {
  return money && { minor: String(money.minor), currency: money.currency }
}
