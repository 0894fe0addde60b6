import { sql } from 'drizzle-orm'
import { boolean, numeric, text } from 'drizzle-orm/pg-core'
import { factKinds } from '@/domain/fact/fact'
import { day, identity, minor, moment, ref } from './column'

/**
 * A line of a dated fact. As of D: the line with effective_on <= D and (effective_until is null or > D), among
 * those not superseded; an exclusion constraint (first custom migration) keeps them from overlapping.
 */
export const factColumns = () => ({
  id: identity(),
  fact: text({ enum: factKinds }).notNull(),
  /** Of stage and status: the word. Null for the others. */
  value: text(),
  deskId: ref(),
  totalMinor: minor(),
  totalCurrency: text(),
  totalRate: numeric({ precision: 18, scale: 8 }),
  totalCny: minor(),
  effectiveOn: day().notNull(),
  effectiveUntil: day(),
  recordedAt: moment().notNull().default(sql`now()`),
  recordedBy: ref().notNull(),
  reasonCode: text(),
  reason: text(),
  /** True for the lines of an opening entry: gates were not checked. */
  opening: boolean().notNull().default(false),
  supersededAt: moment(),
  supersededBy: ref(),
})
