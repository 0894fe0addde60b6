import { addDays, addMonths, dateIn, type IsoDate, isIsoDate } from '@/domain/calendar/date'
import { stuckBounds, stuckStages } from '@/domain/calendar/stuck'
import { type DealStage, dealStatuses } from '@/domain/deal/deal'
import {
  type DealChangeKind,
  type DealFilter,
  dealChangeKinds,
  defaultDealFilter,
} from '@/domain/deal/filter'
import { addSums, emptySum, type Sum } from '@/domain/money/sum'
import type { ZoneSettings } from '@/domain/zone/zone'

/**
 * The figures of the page of a review. Stocks stand today, or as of an earlier day; flows were recorded since the last review,
 * by the moment of recording; of `counts` the amount is not asked. Expected approvals are further figures, one a month.
 */
export const reviewStocks = ['in_negotiation', 'in_entry_procedures', 'approved_this_year'] as const
export const reviewFlows = dealChangeKinds
export const reviewCounts = ['long_negotiation', 'long_entry_procedures', 'stuck', 'slipped'] as const
export type ReviewFigureKey = (typeof reviewStocks)[number] | DealChangeKind | (typeof reviewCounts)[number]
export const reviewFigureKeys: readonly ReviewFigureKey[] = [...reviewStocks, ...reviewFlows, ...reviewCounts]

/** What has no history: of an earlier day it is not known. */
export const todaysFigures = ['stuck', 'slipped'] as const

/**
 * `since`: the day, or the moment at which the last review was closed, from which on what was recorded counts; `until`: the moment
 * before which it does. So what happens counts once, in the review before it or in the one after. `asOf`: of an earlier day.
 */
export type ReviewAsked = {
  today: IsoDate
  since: string
  until?: string | null
  asOf?: IsoDate | null
  settings: ZoneSettings
}

/** The list that a figure counts: its number and its rows come of one filter, and its link leads to that very list. */
export function reviewFigureFilter(
  key: ReviewFigureKey,
  { today, since, until = null, asOf = null, settings }: ReviewAsked,
): DealFilter {
  const of = (asked: Partial<DealFilter>): DealFilter => ({ ...defaultDealFilter, asOf, ...asked })
  const bounds = stuckBounds(asOf ?? today, settings).stageSinceBefore
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
      return of({
        statuses: dealStatuses,
        approved: 'all',
        change: key,
        changedFrom: since,
        changedTo: until ?? asOf,
        asOf: null,
      })
  }
}

/**
 * The days on which a clock that was missed counts: a clock is missed when its day has gone by, so from the day of `since` on and
 * before today (or up to the earlier day that is asked for), each in one review.
 */
export function missedDays(
  { since, until = null, asOf = null }: Pick<ReviewAsked, 'since' | 'until' | 'asOf'>,
  { today, timezone }: { today: IsoDate; timezone: string },
): { from: IsoDate; to: IsoDate } {
  const dayOf = (value: string) => (isIsoDate(value) ? value : dateIn(timezone, new Date(value)))
  return { from: dayOf(since), to: asOf ?? addDays(until ? dayOf(until) : today, -1) }
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

const stageOf: Record<(typeof reviewStocks)[number], DealStage> = {
  in_negotiation: 'negotiation',
  in_entry_procedures: 'entry_procedures',
  approved_this_year: 'approved',
}

/** The stocks of the lines as bars of the pipeline, which shows the same. */
export const stageBars = (lines: readonly ReviewLine[]) =>
  lines.flatMap(({ deskId, key, sum }) =>
    key in stageOf ? [{ deskId, stage: stageOf[key as keyof typeof stageOf], sum }] : [],
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
