import { addDays, addMonths, type IsoDate } from '@/domain/calendar/date'
import { stuckBounds, stuckStages } from '@/domain/calendar/stuck'
import { dealStatuses } from '@/domain/deal/deal'
import {
  type DealChangeKind,
  type DealFilter,
  dealChangeKinds,
  defaultDealFilter,
} from '@/domain/deal/filter'
import { addSums, emptySum, type Sum } from '@/domain/money/sum'
import type { ZoneSettings } from '@/domain/zone/zone'

/**
 * The figures of the page of a review. Stocks stand today; flows were recorded since a day, by the moment of recording;
 * of `counts` the amount is not asked. Expected approvals are further figures, one a month.
 */
export const reviewStocks = ['in_negotiation', 'in_entry_procedures', 'approved_this_year'] as const
export const reviewFlows = dealChangeKinds
export const reviewCounts = ['long_negotiation', 'long_entry_procedures', 'stuck', 'slipped'] as const
export type ReviewFigureKey = (typeof reviewStocks)[number] | DealChangeKind | (typeof reviewCounts)[number]
export const reviewFigureKeys: readonly ReviewFigureKey[] = [...reviewStocks, ...reviewFlows, ...reviewCounts]

export type ReviewAsked = { today: IsoDate; since: IsoDate; settings: ZoneSettings }

/** The list that a figure counts: its number and its rows come of one filter, and its link leads to that very list. */
export function reviewFigureFilter(
  key: ReviewFigureKey,
  { today, since, settings }: ReviewAsked,
): DealFilter {
  const of = (asked: Partial<DealFilter>): DealFilter => ({ ...defaultDealFilter, ...asked })
  const bounds = stuckBounds(today, settings).stageSinceBefore
  switch (key) {
    case 'in_negotiation':
      return of({ stages: ['negotiation'] })
    case 'in_entry_procedures':
      return of({ stages: ['entry_procedures'] })
    case 'approved_this_year':
      return of({ stages: ['approved'] })
    case 'long_negotiation':
      return of({ stages: ['negotiation'], stageTo: addDays(bounds.negotiation, -1) })
    case 'long_entry_procedures':
      return of({ stages: ['entry_procedures'], stageTo: addDays(bounds.entry_procedures, -1) })
    case 'stuck':
      return of({ stuck: true })
    case 'slipped':
      return of({ slipped: true })
    default:
      return of({ statuses: dealStatuses, approved: 'all', change: key, changedFrom: since })
  }
}

/** `past`: its day has passed; `later`: after the twelve months that are drawn; `none`: no day is known. */
export type ExpectedBucket = 'past' | `${number}-${number}` | 'later' | 'none'
const MONTHS = 12

/** Where an expected approval is counted, in the order of the chart: past, this month and eleven more, later, unknown. */
export function expectedBuckets(today: IsoDate): ExpectedBucket[] {
  const months = Array.from({ length: MONTHS }, (_, place) => addMonths(firstOf(today), place).slice(0, 7))
  return ['past', ...(months as ExpectedBucket[]), 'later', 'none']
}

/** The first day after the months that are drawn. */
export const laterFrom = (today: IsoDate): IsoDate => addMonths(firstOf(today), MONTHS)

export function expectedFilter(bucket: ExpectedBucket, today: IsoDate): DealFilter {
  const of = (asked: Partial<DealFilter>): DealFilter => ({
    ...defaultDealFilter,
    stages: stuckStages,
    ...asked,
  })
  if (bucket === 'past') return of({ expectedTo: addDays(today, -1) })
  if (bucket === 'later') return of({ expectedFrom: laterFrom(today) })
  if (bucket === 'none') return of({ noExpected: true })
  const first = `${bucket}-01`
  const expectedFrom = first < today ? today : first
  return of({ expectedFrom, expectedTo: addDays(addMonths(first, 1), -1) })
}

const firstOf = (day: IsoDate): IsoDate => `${day.slice(0, 7)}-01`

/** What a line of figures is about; expected approvals are one a month, `none` follows from the others. */
export type ReviewLineKey = ReviewFigureKey | 'clocks_missed' | `expected.${ExpectedBucket}`
/** A figure of one desk. The same lines stand on the page, and are kept when a review is closed. */
export type ReviewLine = { deskId: number; key: ReviewLineKey; sum: Sum }

/** A figure over all desks of the lines, or of one. */
export const sumOfLines = (lines: readonly ReviewLine[], key: ReviewLineKey, deskId?: number): Sum =>
  addSums(
    ...lines
      .filter(line => line.key === key && (deskId === undefined || line.deskId === deskId))
      .map(({ sum }) => sum),
    emptySum,
  )

/** The approvals expected in a bucket: without a day are all that are being worked on but those with one. */
export function expectedSum(lines: readonly ReviewLine[], bucket: ExpectedBucket): Sum {
  if (bucket !== 'none') return sumOfLines(lines, `expected.${bucket}`)
  const all = addSums(sumOfLines(lines, 'in_negotiation'), sumOfLines(lines, 'in_entry_procedures'))
  const dated = addSums(
    ...lines.filter(({ key }) => key.startsWith('expected.')).map(({ sum }) => sum),
    emptySum,
  )
  return {
    count: all.count - dated.count,
    cny: all.cny - dated.cny,
    notStated: all.notStated - dated.notStated,
    withoutRate: all.withoutRate - dated.withoutRate,
  }
}
