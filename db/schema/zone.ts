import { sql } from 'drizzle-orm'
import {
  bigint,
  boolean,
  index,
  integer,
  jsonb,
  numeric,
  pgPolicy,
  pgTable,
  primaryKey,
  text,
  uniqueIndex,
  uuid,
} from 'drizzle-orm/pg-core'
import type { ZoneSettings } from '@/domain/zone/zone'
import { holds } from './check'
import { day, identity, moment, names, ref } from './column'
import { logPolicies, ownPolicies, settingPolicies, signIn } from './policy'
import { users } from './user'

/** One row: whose office this is. Without it the set-up page opens. */
export const zones = pgTable(
  'zones',
  {
    id: integer().primaryKey().default(1),
    name: text().notNull(),
    names: names(),
    timezone: text().notNull().default('Asia/Shanghai'),
    demo: boolean().notNull().default(false),
    settings: jsonb().$type<Partial<ZoneSettings>>().notNull().default(sql`'{}'::jsonb`),
    version: integer().notNull().default(1),
    updatedAt: moment().notNull().default(sql`now()`),
  },
  t => [holds('zones_one', sql`${t.id} = 1`), ...settingPolicies('zones', 'zone')],
)

/** Raised by whatever changes the names and settings that every page reads (db/sql/65_reference_stamp.sql): one row. */
export const referenceStamps = pgTable(
  'reference_stamps',
  { id: integer().primaryKey().default(1), changes: bigint({ mode: 'number' }).notNull().default(0) },
  t => [
    holds('reference_stamps_one', sql`${t.id} = 1`),
    pgPolicy('reference_stamps_door', { for: 'select', to: [signIn], using: sql`true` }),
  ],
)

/** The bureau's own words for a country or region, where they differ from the defaults. */
export const countryNames = pgTable(
  'country_names',
  { code: text().primaryKey(), names: names(), updatedAt: moment().notNull().default(sql`now()`) },
  () => settingPolicies('country_names', 'country'),
)

/** Yuan for one unit of the currency, from that day on, with its source. */
export const rates = pgTable(
  'rates',
  {
    id: identity(),
    currency: text().notNull(),
    onDate: day().notNull(),
    rate: numeric({ precision: 18, scale: 8 }).notNull(),
    source: text().notNull(),
    createdAt: moment().notNull().default(sql`now()`),
    createdBy: ref().references(() => users.id),
  },
  t => [
    uniqueIndex('rates_currency_date').on(t.currency, t.onDate),
    index('rates_created_by').on(t.createdBy),
    holds('rates_positive', sql`${t.rate} > 0`),
    ...settingPolicies('rates', 'rate'),
  ],
)

/**
 * Notices of the State Council that the office has entered, a day a line: off, or (`works`) worked in its place. A year
 * with any line stands as entered (domain/calendar/china.ts).
 */
export const workDays = pgTable(
  'work_days',
  { date: day().primaryKey(), year: integer().notNull(), works: boolean().notNull() },
  t => [index('work_days_year').on(t.year, t.date), ...settingPolicies('work_days', 'zone')],
)

/** Readable numbers: incremented as the last statement of a create; gaps allowed, never reused. */
export const numberSeries = pgTable(
  'number_series',
  { noun: text().notNull(), year: integer().notNull(), last: integer().notNull() },
  t => [primaryKey({ columns: [t.noun, t.year] })],
).enableRLS()

/** A form sent twice finds its first outcome here. Purged after 7 days. */
export const submissions = pgTable(
  'submissions',
  {
    id: uuid().primaryKey(),
    userId: ref()
      .notNull()
      .references(() => users.id),
    verb: text().notNull(),
    outcome: jsonb().notNull(),
    at: moment().notNull().default(sql`now()`),
  },
  t => [
    index('submissions_user').on(t.userId),
    index('submissions_at').on(t.at),
    ...ownPolicies('submissions'),
  ],
)

/** What happened. Written by the database function record() alone; nobody updates or deletes. */
export const logEntries = pgTable(
  'log_entries',
  {
    id: identity(),
    at: moment().notNull().default(sql`clock_timestamp()`),
    actorId: ref().references(() => users.id),
    verb: text().notNull(),
    noun: text().notNull(),
    recordId: ref(),
    details: jsonb().$type<Record<string, unknown>>().notNull().default(sql`'{}'::jsonb`),
  },
  t => [
    index('log_entries_record').on(t.noun, t.recordId, t.id),
    index('log_entries_at').on(t.at),
    index('log_entries_actor').on(t.actorId),
    ...logPolicies('log_entries'),
  ],
)
