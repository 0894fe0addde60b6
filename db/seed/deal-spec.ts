import type { ActivityKind } from '@/domain/activity/activity'
import type { DealForm } from '@/domain/deal/deal'
import type { Money } from '@/domain/money/money'
import type { Locale, Names } from '@/domain/user/user'
import type { IndustryKey } from './product-line'
import type { DeskKey } from './zone'

/** 'MM-DD' of the year, kind, sentence, and now and then the next step. */
export type ActivityLine = readonly [on: string, kind: ActivityKind, text: string, nextStep?: string]

/** What is fixed of a deal; the rest (company, product, people, days) is made up around it. */
export type DealSpec = {
  desk: DeskKey
  country: string
  /** Total investment at the closing date; null: not stated. */
  amount: Money | null
  /** Foreign capital where it is not the whole. */
  foreign?: Money | null
  name?: string
  names?: Names
  industry?: IndustryKey
  form?: DealForm
  content?: string
  company?: {
    name: string
    names?: Names
    nameLocale?: Locale
    province?: string
    latin: string
  }
  partner?: string
  target?: string
  officer?: string
  /** What it is about, in a word, for sentences. */
  what?: string
  /** What was done before the closing date; made up if absent. */
  told?: readonly ActivityLine[]
  /** What comes after the closing date, in days from it; made up if absent. */
  after?: readonly (readonly [days: number, step: 'enter' | 'approve'])[]
  /** 'MM-DD' of the year in which its stage began; made up if absent. */
  since?: string
  /** Of the event that met the investor. */
  event?: string
}

/** Deals of one desk and country, one for each amount. */
export const several = (desk: DeskKey, country: string, ...amounts: (Money | null)[]): DealSpec[] =>
  amounts.map(amount => ({ desk, country, amount }))
