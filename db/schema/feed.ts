import { sql } from 'drizzle-orm'
import { integer, pgTable, primaryKey, text } from 'drizzle-orm/pg-core'
import { moment, ref } from './column'
import { feedPolicies, feedTryPolicies } from './policy'
import { users } from './user'

/** The personal address of somebody's calendar, at most one each. The token itself is kept nowhere: its SHA-256 is. */
export const calendarFeeds = pgTable(
  'calendar_feeds',
  {
    userId: ref()
      .primaryKey()
      .references(() => users.id),
    tokenHash: text().notNull().unique(),
    createdAt: moment().notNull().default(sql`now()`),
  },
  () => feedPolicies('calendar_feeds'),
)

/** How often an address or a token was asked in which minute; written by enter_feed() alone, purged after an hour. */
export const feedTries = pgTable(
  'feed_tries',
  { key: text().notNull(), minute: moment().notNull(), tries: integer().notNull().default(1) },
  t => [primaryKey({ columns: [t.key, t.minute] }), ...feedTryPolicies('feed_tries')],
)
