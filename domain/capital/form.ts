import { type Currency, isCurrency } from '@/domain/money/currency'
import { decimalOf } from '@/domain/money/money'
import type { CapitalForm, PartKind, PartOrigin } from './capital'
import { MOST_PARTS } from './structure-input'

export type PartStanding = {
  id: number
  kind: PartKind
  origin: PartOrigin
  form: CapitalForm
  party: string | null
  rest: boolean
  minor: bigint | null
  currency: string
}

/** Rows that a form offers beyond those that are filled. */
const EMPTY_ROWS = 3

/** How many rows the form has: those that stand, a few more, and what was asked for. */
export const rowsOf = (parts: number, more = 0) => Math.min(MOST_PARTS, Math.max(parts + EMPTY_ROWS, more))

/** The texts of the structure's form by input name; rows that the other form may have and this one has not are empty. */
export function capitalFormValues(parts: readonly PartStanding[]): Record<string, string> {
  const values: Record<string, string> = {}
  for (let row = 0; row < MOST_PARTS; row++) {
    const part = parts[row]
    const said: Record<string, string> = {
      id: part ? String(part.id) : '',
      kind: part?.kind ?? 'registered',
      origin: part?.origin ?? 'abroad',
      form: part?.form ?? 'cash',
      party: part?.party ?? '',
      rest: part?.rest ? 'on' : '',
      amount: part && !part.rest ? amountText(part) : '',
      currency: part?.currency ?? 'CNY',
    }
    for (const [name, value] of Object.entries(said)) values[`${name}-${row}`] = value
  }
  return values
}

const amountText = ({ minor, currency }: PartStanding) =>
  minor === null || !isCurrency(currency)
    ? ''
    : decimalOf({ minor, currency: currency as Currency }).replace(/\.0+$/, '')
