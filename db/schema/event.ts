import { sql } from 'drizzle-orm'
import { index, pgTable, text } from 'drizzle-orm/pg-core'
import { eventKinds } from '@/domain/event/event'
import { holds, oneOf } from './check'
import { day, identity, names, refs } from './column'
import { eventPolicies } from './policy'
import { recordColumns } from './record'

export const events = pgTable(
  'events',
  {
    id: identity(),
    kind: text({ enum: eventKinds }).notNull(),
    name: text().notNull(),
    names: names(),
    startsOn: day().notNull(),
    endsOn: day().notNull(),
    country: text().notNull(),
    province: text(),
    city: text().notNull(),
    venue: text(),
    organiser: text(),
    note: text(),
    deskIds: refs(),
    staffIds: refs(),
    searchText: text().notNull(),
    ...recordColumns(),
  },
  t => [
    index('events_by_starts').on(t.startsOn, t.id).where(sql`deleted_at is null`),
    index('events_by_name').on(sql`name collate "zh-x-icu"`, t.id).where(sql`deleted_at is null`),
    index('events_created_by').on(t.createdBy),
    oneOf('events_kind_known', t.kind, eventKinds),
    holds('events_days_in_order', sql`${t.endsOn} >= ${t.startsOn}`),
    ...eventPolicies('events'),
  ],
)
