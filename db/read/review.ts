import { and, desc, eq, isNull, lt, or, type SQL } from 'drizzle-orm'
import { as, type Tx } from '@/db/as'
import { reviewLines } from '@/db/review-figures'
import { itemsOf, type ReviewItem } from '@/db/review-item'
import { keptLines, scopeOf, sinceMoment } from '@/db/review-kept'
import { reviews } from '@/db/schema/review'
import { zoneRules } from '@/db/zone'
import { addDays } from '@/domain/calendar/date'
import type { ReviewLine } from '@/domain/figure/review'
import type { Permit } from '@/domain/policy/permit'
import type { ReviewState } from '@/domain/review/review'

export type { ReviewItem } from '@/db/review-item'
export type { ReviewLine } from '@/domain/figure/review'

/** `deskId` null: of the bureau. */
export type ReviewRow = {
  id: number
  number: string
  deskId: number | null
  heldOn: string
  since: string
  state: ReviewState
}
export type ReviewRecord = ReviewRow & {
  version: number
  present: string | null
  note: string | null
  closedAt: Date | null
  closedBy: number | null
  createdBy: number
  items: ReviewItem[]
  /** From which day or moment on what was recorded counts. */
  from: string
  /** What the page said when it was closed; of an open one what it says now. */
  lines: ReviewLine[]
  today: string
}
/**
 * The page as it stands, or stood on an earlier day: since when (`from`: the very moment, where another review ended on that day),
 * its figures, the last closed review with what it said, and the one that is open.
 */
export type ReviewPage = {
  since: string
  from: string
  lines: ReviewLine[]
  last: (ReviewRow & { lines: ReviewLine[]; items: ReviewItem[] }) | null
  open: ReviewRow | null
  today: string
}

const PAGE = 20
/* Without a review before it one looks back a week. */
const USUAL_DAYS = 7

type PageAsked = {
  deskId: number | null
  desks: readonly string[]
  since: string | null
  asOf?: string | null
}

/** `since` left out: from the end of the last closed review on (of the last before `asOf`), or a week. All from one snapshot. */
export async function reviewPage(
  permit: Permit<'review.read'>,
  { deskId, desks, since: asked, asOf = null }: PageAsked,
): Promise<ReviewPage> {
  return as(permit, 'read', async tx => {
    const zone = await zoneRules(tx)
    const before = asOf ? lt(reviews.heldOn, asOf) : undefined
    const [last] = await rows(tx, and(ofDesk(deskId), eq(reviews.state, 'closed'), before), 1)
    const [open] = await rows(tx, and(ofDesk(deskId), eq(reviews.state, 'open')), 1)
    const since = asked ?? last?.heldOn ?? addDays(asOf ?? zone.today, -USUAL_DAYS)
    const from = await sinceMoment(tx, deskId, since)
    return {
      since,
      from,
      lines: await reviewLines(tx, { desks, since: from, asOf }, zone),
      last: last
        ? { ...last, lines: await keptLines(tx, last.id), items: await itemsOf(tx, last.id, zone.today) }
        : null,
      open: open ?? null,
      today: zone.today,
    }
  })
}

/** Reviews within reach, the latest first, 20 at a time; `before` is the number of the last that was shown. */
export async function listReviews(
  permit: Permit<'review.read'>,
  before: string | null = null,
): Promise<{ rows: ReviewRow[]; more: boolean }> {
  return as(permit, 'read', async tx => {
    const [from] = before ? await rows(tx, eq(reviews.number, before), 1) : []
    const older = from
      ? or(lt(reviews.heldOn, from.heldOn), and(eq(reviews.heldOn, from.heldOn), lt(reviews.id, from.id)))
      : undefined
    const found = await rows(tx, older, PAGE + 1)
    return { rows: found.slice(0, PAGE), more: found.length > PAGE }
  })
}

/** The reviews that are open on these desks, and of the bureau where the reader sees it. */
export async function openReviews(permit: Permit<'review.read'>): Promise<ReviewRow[]> {
  return as(permit, 'read', tx => rows(tx, eq(reviews.state, 'open'), PAGE))
}

/** One review with its agenda; null when it is not there or not for this person. */
export async function getReview(
  permit: Permit<'review.read'> | Permit<'review.export'>,
  number: string,
): Promise<ReviewRecord | null> {
  return as(permit, 'read', async tx => {
    const [row] = await tx.select().from(reviews).where(eq(reviews.number, number))
    if (!row) return null
    const zone = await zoneRules(tx)
    const scope = await scopeOf(tx, row)
    return {
      ...row,
      from: scope.since,
      items: await itemsOf(tx, row.id, zone.today),
      lines: row.state === 'closed' ? await keptLines(tx, row.id) : await reviewLines(tx, scope, zone),
      today: zone.today,
    }
  })
}

const ofDesk = (deskId: number | null) =>
  deskId === null ? isNull(reviews.deskId) : eq(reviews.deskId, deskId)

const rows = (tx: Tx, which: SQL | undefined, limit: number): Promise<ReviewRow[]> =>
  tx
    .select({
      id: reviews.id,
      number: reviews.number,
      deskId: reviews.deskId,
      heldOn: reviews.heldOn,
      since: reviews.since,
      state: reviews.state,
    })
    .from(reviews)
    .where(which)
    .orderBy(desc(reviews.heldOn), desc(reviews.id))
    .limit(limit)
