import { sql } from 'drizzle-orm'
import {
  bigint,
  index,
  integer,
  jsonb,
  numeric,
  pgTable,
  primaryKey,
  text,
  uniqueIndex,
} from 'drizzle-orm/pg-core'
import { type AgendaReason, type ItemSnapshot, itemOutcomes, reviewStates } from '@/domain/review/review'
import { holds, oneOf } from './check'
import { day, identity, moment, ref } from './column'
import { deals } from './deal'
import { desks } from './desk'
import { leads } from './lead'
import { caseIsSeen, deskIsSeen, ofReviewPolicies, reviewPolicies } from './policy'
import { changeColumns } from './record'
import { tasks } from './task'
import { users } from './user'

/** A progress review of a desk, or of the bureau: its day, since when it looks back, who was there. */
export const reviews = pgTable(
  'reviews',
  {
    id: identity(),
    number: text().notNull().unique(),
    deskId: ref().references(() => desks.id),
    heldOn: day().notNull(),
    since: day().notNull(),
    state: text({ enum: reviewStates }).notNull().default('open'),
    present: text(),
    note: text(),
    closedAt: moment(),
    /** The moment up to which its figures count, and from which those of the next do: of its first closing. */
    countedUntil: moment(),
    closedBy: ref().references(() => users.id),
    ...changeColumns(),
  },
  t => [
    uniqueIndex('reviews_one_open').on(sql`coalesce(desk_id, 0)`).where(sql`state = 'open'`),
    index('reviews_by_held').on(t.heldOn, t.id),
    index('reviews_desk').on(t.deskId, t.heldOn, t.id),
    index('reviews_closed_by').on(t.closedBy),
    index('reviews_created_by').on(t.createdBy),
    oneOf('reviews_state_known', t.state, reviewStates),
    holds('reviews_look_back', sql`${t.since} <= ${t.heldOn}`),
    holds('reviews_closed_whole', sql`(${t.state} = 'open') or ${t.closedAt} is not null`),
    ...reviewPolicies('reviews'),
  ],
)

/** What the page said when the review was closed, a line a desk and figure: later weeks are compared with it. */
export const reviewFigures = pgTable(
  'review_figures',
  {
    reviewId: ref()
      .notNull()
      .references(() => reviews.id),
    deskId: ref()
      .notNull()
      .references(() => desks.id),
    key: text().notNull(),
    count: bigint({ mode: 'number' }).notNull(),
    cny: numeric({ precision: 30, scale: 0 }).notNull().default('0'),
    notStated: bigint({ mode: 'number' }).notNull().default(0),
    withoutRate: bigint({ mode: 'number' }).notNull().default(0),
  },
  t => [
    primaryKey({ columns: [t.reviewId, t.deskId, t.key] }),
    index('review_figures_desk').on(t.deskId),
    ...ofReviewPolicies('review_figures', deskIsSeen),
  ],
)

/** A line of the agenda: a lead or deal, why it is there, and what was decided. One that is taken off keeps its line. */
export const reviewItems = pgTable(
  'review_items',
  {
    id: identity(),
    reviewId: ref()
      .notNull()
      .references(() => reviews.id),
    position: integer().notNull(),
    leadId: ref().references(() => leads.id),
    dealId: ref().references(() => deals.id),
    reasons: text().array().notNull().$type<AgendaReason[]>(),
    decision: text(),
    ownerId: ref().references(() => users.id),
    dueOn: day(),
    outcome: text({ enum: itemOutcomes }),
    /** Made of the decision when the review was closed; once, however often it is. */
    taskId: ref().references(() => tasks.id),
    snapshot: jsonb().$type<ItemSnapshot>(),
    removedAt: moment(),
    ...changeColumns(),
  },
  t => [
    index('review_items_agenda').on(t.reviewId, t.position, t.id),
    uniqueIndex('review_items_lead').on(t.leadId, t.reviewId),
    uniqueIndex('review_items_deal').on(t.dealId, t.reviewId),
    index('review_items_owner').on(t.ownerId),
    uniqueIndex('review_items_task').on(t.taskId),
    index('review_items_created_by').on(t.createdBy),
    oneOf('review_items_outcome_known', t.outcome, itemOutcomes),
    holds('review_items_one_record', sql`num_nonnulls(${t.leadId}, ${t.dealId}) = 1`),
    ...ofReviewPolicies('review_items', caseIsSeen),
  ],
)
